"""Whether the words that a model gives stand in the text, letter for letter, and where."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.values import Dropped, Span

MOST_QUOTED = 600  # characters: a quote that is half the report shows nothing
LONGEST_NAME = 200  # and longer words are no name, nor a day


def quoted(text: str, quote: str, occurrence: int | None) -> tuple[Span, bool] | Dropped:
    """Where a quote stands, and whether it was taken for the first of several because nobody said which."""
    if len(quote) > MOST_QUOTED:
        return Dropped.QUOTE_LONG
    if not quote.strip():
        return Dropped.QUOTE_NOT_THERE
    places = _places(text, quote, occurrence or 2)
    if len(places) < (occurrence or 1):
        return Dropped.QUOTE_NOT_THERE
    at = places[(occurrence or 1) - 1]
    return Span(at, at + len(quote), quote), occurrence is None and len(places) > 1


def _places(text: str, quote: str, most: int) -> list[int]:
    """Where the quote begins, up to so many times."""
    found: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def all_named(text: str, names: Sequence[str]) -> bool:
    """Whether every name stands in the text as words of its own."""
    return all(_is_named(text, name) for name in names)


def _is_named(text: str, name: str) -> bool:
    """A small word may hang before an Arabic name (بالرقة); otherwise a name is no part of a longer word."""
    if len(name) > LONGEST_NAME or not any(letter.isalnum() for letter in name):
        return False
    arabic = "\u0620" <= name[0] <= "\u06d3"
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        begins = at == 0 or arabic or not (text[at - 1].isalnum() and name[0].isalnum())
        if begins and not (text[end : end + 1].isalnum() and name[-1].isalnum()):
            return True
        at = text.find(name, at + 1)
    return False
