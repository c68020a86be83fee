"""What can be measured of a conflict, and by which words it is known, in every language at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases, keys_of


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in one language. `nouns` counted are people or things; its words must stand beside them."""

    name: str
    units: frozenset[str]
    nouns: frozenset[str]
    words: Phrases[bool]
    forbidden: Phrases[bool]
    whose: bool = True  # whether it is some party's: land and fighters are, the displaced are not


def _said() -> Iterator[dict[str, Any]]:
    return (dict(section(code, "figures")) for code in languages())


@cache
def measures() -> tuple[Measure, ...]:
    return tuple(_measure(row) for said in _said() for row in said.get("measures") or ())


def _measure(row: dict[str, Any]) -> Measure:
    return Measure(
        row["measure"],
        frozenset(row.get("units") or ()),
        frozenset(fold(noun) for noun in row.get("nouns") or ()),
        Phrases(((phrase, True) for phrase in row["words"]), hang_on=("و", "ف")),
        Phrases(((phrase, True) for phrase in row.get("not") or ()), hang_on=("و", "ف", "ل")),
        bool(row.get("whose", True)),
    )


@cache
def units() -> Phrases[str]:
    """Phrase → unit ("percent", "km2", "square miles", "hectares")."""
    return Phrases(
        (phrase, unit)
        for said in _said()
        for unit, phrases in (said.get("units") or {}).items()
        for phrase in phrases
    )


@cache
def nouns() -> frozenset[str]:
    """Every noun that some measure counts."""
    return frozenset(noun for each in measures() for noun in each.nouns)


@cache
def openers() -> frozenset[str]:
    """The first word of everything that an amount may be of: without one, a sentence has no figure."""
    said = (
        phrase for each in _said() for phrases in (each.get("units") or {}).values() for phrase in phrases
    )
    told = (each.words.firsts for each in measures() if not each.whose)
    return nouns().union({keys_of(phrase)[0] for phrase in said}, *told)


@cache
def small_words(name: str) -> frozenset[str]:
    """`between` (a number and its noun), `of`, `of ends`, `helping` or `subordinate`."""
    return frozenset(fold(word) for said in _said() for word in said.get(name) or ())
