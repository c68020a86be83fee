"""People whom a text names with their age: "Basma Turek, 34, of Qarn", "41-year-old Omar Dahan".

Whoever is named so was harmed or is accused of it, and reports of the event name the same, weeks later too.
Of officials and of those who write nobody tells an age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cairn.link.ages_said import HEAD, NEVER, any_of, years_said
from cairn.vocabulary.language import languages

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?"
_BEFORE_AN_AGE = re.compile(rf"((?:{_WORD} ){{1,3}}{_WORD})(?:, \d{{1,2}}[,;.](?!\d)| \(\d{{1,2}}\))")


def people_told(text: str, language: str | None) -> frozenset[str]:
    """The names, of two words or more, that stand beside an age in the head of a text.

    >>> sorted(people_told("Basma Turek, 34, died. Police seek 41-year-old Omar K. Dahan.", "eng"))
    ['Basma Turek', 'Omar Dahan']
    """
    return frozenset(filter(None, _names(text[:HEAD], language if language in languages() else "eng")))


def _names(text: str, language: str) -> Iterator[str]:
    for match in _BEFORE_AN_AGE.finditer(text):
        yield _name(_capitals(match[1].split()[::-1])[::-1])
    for match in _behind_an_age(language).finditer(text):
        yield _name(_capitals(match[1].split()))


@cache
def _behind_an_age(language: str) -> re.Pattern[str]:
    years = any_of(years_said(language)) or NEVER
    return re.compile(rf"\b\d{{1,2}}[ -]*(?i:{years}) ({_WORD}(?: {_WORD}){{1,3}})")


def _capitals(words: list[str]) -> list[str]:
    """The words as long as they are written with a capital: scripts without any name nobody here."""
    small = (at for at, word in enumerate(words) if not word[0].isupper())
    return words[: next(small, len(words))]


def _name(words: list[str]) -> str:
    """Without initials, for some write them and some do not."""
    full = [word.rstrip(".") for word in words if len(word.rstrip(".")) > 1]
    return " ".join(full) if len(full) > 1 else ""
