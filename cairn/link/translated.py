"""Which reports are one text in two languages, as far as the numbers and names that they tell show it.

Words cannot be compared across languages; what they tell can. Two reports of one event agree in some numbers;
a translation gives the same ones in the same order, from the count of the dead to the ages and the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from cairn.link.names import frame, name_parts
from cairn.values import Claim, PartialDate, Reading, Victim

ENOUGH_NUMBERS = 6  # in the same order: more than two reporters of one event happen to share
WITH_NAMES = 3  # numbers that are enough where the same people are named in the same order
ENOUGH_NAMES = 2
ALIKE = 0.8  # share of the two sequences that is the same
CROWD = 200  # reports of one day: in more, only those with the same first number are laid side by side


class _Told(NamedTuple):
    at: int
    language: str
    numbers: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]


def translations(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `readings` that are one text in two languages."""
    by_day: dict[PartialDate, list[_Told]] = defaultdict(list)
    for at, reading in enumerate(readings):
        told = _told(at, reading)
        if reading.date and told and len(told.numbers) >= WITH_NAMES:
            by_day[reading.date].append(told)
    for day in by_day.values():
        for together in _side_by_side(day):
            yield from (
                (one.at, other.at) for one, other in combinations(together, 2) if _one_text(one, other)
            )


def _side_by_side(day: Sequence[_Told]) -> Iterator[Sequence[_Told]]:
    if len(day) <= CROWD:
        yield day
        return
    by_first: dict[str, list[_Told]] = defaultdict(list)
    for told in day:
        by_first[told.numbers[0]].append(told)
    yield from (each[:CROWD] for each in by_first.values())


def _told(at: int, reading: Reading) -> _Told | None:
    if reading.language is None:
        return None
    told = [(claim.span.start, _of_claim(claim)) for claim in reading.claims]
    told += [(figure.span.start, [f"{figure.measure} {figure.value}"]) for figure in reading.figures]
    numbers = tuple(number for _, found in sorted(told) for number in found)
    names = tuple(dict.fromkeys(_frames(person) for person in reading.people))
    return _Told(at, reading.language, numbers, names)


def _of_claim(claim: Claim) -> list[str]:
    counted = [] if claim.count is None else [f"{claim.kind} {claim.count}"]
    return counted + [f"aged {person.age:g}" for person in claim.people if person.age is not None]


def _frames(person: Victim) -> tuple[str, ...]:
    """The own and the last name by their consonants, which a transliteration keeps."""
    parts = name_parts(person.name)
    return tuple(dict.fromkeys(frame(part) for part in (*parts[:1], *parts[-1:])))


def _one_text(one: _Told, other: _Told) -> bool:
    if one.language == other.language:
        return False
    fewest = min(len(one.numbers), len(other.numbers))
    named = len(one.names) >= ENOUGH_NAMES and one.names == other.names
    if fewest < (WITH_NAMES if named else ENOUGH_NUMBERS):
        return False
    return SequenceMatcher(None, one.numbers, other.numbers, autojunk=False).ratio() >= ALIKE
