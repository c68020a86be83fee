"""Reasons as sentences, in every language in which Cairn publishes.

>>> reason = Reason(About.MIN, Rule.LOWEST, words={"measure": "killed", "count": "3", "accounts": "4"})
>>> reason_in(reason)
'killed min 3: the lowest of 4 accounts'
>>> reason_in(reason, "ara")
'القتلى، الحد الأدنى 3: أدنى ما ورد في الروايات، وعددها: 4'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary
from cairn.values import About, Range, Reason, Rule, count_of
from cairn.vocabulary.party_names import party_name

LANGUAGES = ("eng", "ara")
_SLOT = re.compile(r"\{(\w+)\}")
_BETWEEN = {"eng": ", ", "ara": "، "}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence. `slot` names the word that fills it; empty for the sentence's own text."""

    text: str
    slot: str = ""


def reason_in(reason: Reason, language: str = "eng") -> str:
    """The whole reason: what it bears on, and the rule."""
    about, rule = (_joined(each) for each in (about_in(reason, language), rule_in(reason, language)))
    return f"{about}: {rule}"


def about_in(reason: Reason, language: str) -> tuple[Piece, ...]:
    """What a reason bears on, in pieces, so that a page may mark the words and say some its own way."""
    return _filled(_file()["about"][reason.about][language], reason.words, language)


def rule_in(reason: Reason, language: str) -> tuple[Piece, ...]:
    """The rule, in pieces."""
    return _filled(sentence(reason.rule, language), reason.words, language)


def sentence(rule: Rule, language: str) -> str:
    """A rule's sentence, its words still in braces."""
    return str(_file()["rules"][rule][language])


def slots(said: str) -> frozenset[str]:
    """The words that a sentence wants."""
    return frozenset(_SLOT.findall(said))


def _joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def _filled(said: str, words: dict[str, str], language: str) -> tuple[Piece, ...]:
    """The sentence with its words in their places; a word that nobody gave is an ellipsis."""
    cut = _SLOT.split(said)
    pieces = []
    for at, part in enumerate(cut):
        if at % 2:
            pieces += [Piece(text, slot) for text, slot in _word(part, words, language)]
        elif part:
            pieces.append(Piece(part))
    return tuple(pieces)


def _word(slot: str, words: dict[str, str], language: str) -> list[tuple[str, str]]:
    """One word in a language, with the slot it fills; what stands around a number fills none."""
    word = words.get(f"{slot} {language}") or words.get(slot)
    if word is None:
        return [("…", slot)]
    if slot == "measure":
        return [(_file()["measures"].get(word, {}).get(language, word), "")]
    if slot == "parties":
        names = (party_name(name, language) if language != "eng" else name for name in word.split("; "))
        return [(_BETWEEN[language].join(names), slot)]
    return _count(count_of(word), language) if slot == "count" else [(word, slot)]


def _count(count: Range, language: str) -> list[tuple[str, str]]:
    if count.max is not None:
        return [(str(count), "count")]
    before, _, after = _file()["at least"][language].partition("{count}")
    return [each for each in ((before, ""), (str(count.min), "count"), (after, "")) if each[0]]


@cache
def _file() -> dict[str, Any]:
    """The sentences. Refuses a file in which a reason has none, in any of the languages."""
    text = resources.files("cairn.vocabulary").joinpath("reasons.yml").read_text("utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    for section, keys in (("about", About), ("rules", Rule)):
        for key in keys:
            if wanting := [each for each in LANGUAGES if not said[section].get(key, {}).get(each)]:
                raise BadVocabulary(
                    f"reasons.yml says nothing under {section} of “{key}” in {', '.join(wanting)}. Add it."
                )
    return said
