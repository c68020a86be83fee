"""Reasons in the reader's language, each word kept whole where the page runs right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cairn.site.words import day, term
from cairn.values import PartialDate, Reason, Rule
from cairn.vocabulary.reasons import Piece, about_in, rule_in, sentence


def _day(text: str) -> str:
    return day(PartialDate(text))


# Words that the site says in its own way; the others stand as the vocabulary gives them.
_SAID: dict[str, Callable[[str], str]] = {"grade": term, "status": term, "date": _day}


def about(reason: Reason) -> SafeString:
    """What it bears on: “killed min 3”."""
    return _marked(about_in(reason, _language()))


def rule(reason: Reason) -> SafeString:
    """The rule: “the lowest of 4 accounts”."""
    return _marked(rule_in(reason, _language()))


def condition(proposed: Rule) -> str:
    """When a grade or strike status is proposed."""
    return sentence(proposed, _language())


def _language() -> str:
    return "ara" if get_language() == "ar" else "eng"


def _marked(pieces: Iterable[Piece]) -> SafeString:
    return format_html_join("", "{}", ((_said(piece),) for piece in pieces))


def _said(piece: Piece) -> str:
    if not piece.slot:
        return piece.text
    said = _SAID.get(piece.slot, str)(piece.text)
    direction = SafeString(' dir="ltr"') if piece.slot == "count" else ""
    return format_html("<bdi{}>{}</bdi>", direction, said)
