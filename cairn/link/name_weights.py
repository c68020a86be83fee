"""How much it says that two people share a part of a name: as many bits as the part is rare in a list."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, Protocol

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from cairn.link.names import FATHER_OF, frame, is_arabic, name_parts, without_second_half

Parts = tuple[str, ...]
Shares = list[list[float | None]]  # a line for each of my parts: the bits it shares with each of theirs


class Named(Protocol):
    @property
    def name_en(self) -> str: ...
    @property
    def name_ar(self) -> str: ...


BARE = -1.0  # without its "Abu" or its "al-Din"
NEARLY = -3.0  # spelled otherwise
NEARLY_BUT_USUAL = -7.0  # spelled like another name that is usual by itself: Hasan, Husain
USUAL = 0.0004  # share of the list from which a name is usual by itself


@dataclass(slots=True)
class NameWeights:
    """How rare each part is in a list, as bits."""

    bits: dict[str, float]
    unseen: float
    usual: frozenset[str]
    _pairs: dict[tuple[str, str], float | None] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Sequence[Named]) -> NameWeights:
        seen: Counter[str] = Counter()
        for person in people:
            for parts in written(person):
                seen.update({*parts, *(_key(part) for part in parts)})
        total = len(people) + 1
        bits = {part: math.log2(total / count) for part, count in seen.items()}
        usual = frozenset(part for part, count in seen.items() if count >= max(5, USUAL * total))
        return cls(bits, math.log2(total), usual)

    def shares(self, mine: Parts, theirs: Parts) -> Shares:
        """The bits of each part of one name against each of another."""
        return [[self.shared(part, other) for other in theirs] for part in mine]

    def shared(self, mine: str, theirs: str) -> float | None:
        """The bits for one part written `mine` and `theirs`; None where they are two names."""
        if mine == theirs:
            return self.bits.get(theirs, self.unseen)
        if _far_apart(mine, theirs):
            return None
        pair = (mine, theirs)
        if pair not in self._pairs:
            self._pairs[pair] = self._shared(mine, theirs)
        return self._pairs[pair]

    def _shared(self, mine: str, theirs: str) -> float | None:
        rarity = self.bits.get(theirs, self.unseen)
        if is_arabic(mine) != is_arabic(theirs):
            return self.bits.get(_key(theirs), rarity) if frame(mine) == frame(theirs) else None
        if _looks(mine).bare == _looks(theirs).bare:
            return rarity + BARE
        if not _nearly(mine, theirs):
            return None
        if mine in self.usual and theirs in self.usual:
            return rarity + NEARLY_BUT_USUAL
        return max(0.0, rarity + NEARLY)


class _Looks(NamedTuple):
    """What rules most pairs of parts out before they are held letter against letter."""

    bare: str  # without "Abu" and "al-Din", which are left off at will
    frame: str
    length: int
    letters: int  # a bit for each letter that is in it


@cache
def _looks(part: str) -> _Looks:
    plain = part.strip(FATHER_OF)
    letters = sum({1 << ord(letter) % 64 for letter in plain})
    return _Looks(without_second_half(plain), frame(part), len(plain), letters)


def _far_apart(mine: str, theirs: str) -> bool:
    """Whether too few letters are in both for `_nearly`, and nothing else speaks for one name.

    One slip leaves two letters without a fellow. A Jaro-Winkler likeness of .9 asks for a Jaro likeness of
    .833, in which the letters in both, over either length, add up to 1.5.
    """
    one, other = _looks(mine), _looks(theirs)
    apart = (one.letters ^ other.letters).bit_count()
    if apart <= 2 or one.frame == other.frame or one.bare == other.bare:
        return False
    both = one.length + other.length
    return apart * both > both * both - 3 * one.length * other.length


def _nearly(mine: str, theirs: str) -> bool:
    mine, theirs = mine.strip(FATHER_OF), theirs.strip(FATHER_OF)
    if DamerauLevenshtein.distance(mine, theirs, score_cutoff=1) <= 1 and min(len(mine), len(theirs)) > 2:
        return True
    if frame(mine) == frame(theirs):
        return JaroWinkler.similarity(mine, theirs) >= 0.7
    return JaroWinkler.similarity(mine, theirs) >= 0.9 and min(len(mine), len(theirs)) > 4


def _key(part: str) -> str:
    return "=" + frame(part)


def written(person: Named) -> Iterator[Parts]:
    """The parts of a person's name in each script it is written in."""
    for name in (person.name_ar, person.name_en):
        if parts := name_parts(name or ""):
            yield parts
