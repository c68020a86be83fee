"""Two names side by side, part by part, weighed in bits: how much likelier one person's than two people's."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from cairn.link.names import FATHER_OF, frame, is_arabic, name_parts, without_second_half

Parts = tuple[str, ...]
Best = list[list[tuple[float, Parts]]]


class Named(Protocol):
    @property
    def name_en(self) -> str: ...
    @property
    def name_ar(self) -> str: ...


# Bits for and against, besides the rarity of what is shared.
OTHER_OWN_NAME = -9.0  # two people of one family
OTHER_MIDDLE_NAME = -3.5
OTHER_FAMILY_NAME = -5.0  # a wife by her husband's name, a clan's name for a family's
LEFT_OUT = -0.4  # the second list has a father or grandfather whom the first leaves out
LEFT_OUT_FAMILY = -4.0
LEFT_OUT_OWN = -8.0
BESIDE = -2.5  # the first list has a part that the second lacks
BESIDE_KUNYA = -0.5
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

    def shared(self, mine: str, theirs: str) -> float | None:
        """The bits for one part written `mine` and `theirs`; None where they are two names."""
        pair = (mine, theirs)
        if pair not in self._pairs:
            self._pairs[pair] = self._shared(mine, theirs)
        return self._pairs[pair]

    def _shared(self, mine: str, theirs: str) -> float | None:
        rarity = self.bits.get(theirs, self.unseen)
        if mine == theirs:
            return rarity
        if _is_arabic(mine) != _is_arabic(theirs):
            return self.bits.get(_key(theirs), rarity) if frame(mine) == frame(theirs) else None
        if _bare(mine) == _bare(theirs):
            return rarity + BARE
        if not _nearly(mine, theirs):
            return None
        if mine in self.usual and theirs in self.usual:
            return rarity + NEARLY_BUT_USUAL
        return max(0.0, rarity + NEARLY)


_is_arabic = lru_cache(maxsize=300_000)(is_arabic)


@lru_cache(maxsize=300_000)
def _bare(part: str) -> str:
    """Without "Abu" and "al-Din", which are left off at will."""
    return without_second_half(part.strip(FATHER_OF))


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


def parts_of(mine: Named, theirs: Named) -> list[tuple[Parts, Parts]]:
    """The names to lay side by side: script by script, or across where no script is shared."""
    alike = _both((mine.name_ar, theirs.name_ar), (mine.name_en, theirs.name_en))
    return alike or _both((mine.name_ar, theirs.name_en), (mine.name_en, theirs.name_ar))


def _both(*names: tuple[str, str]) -> list[tuple[Parts, Parts]]:
    parted = [(name_parts(a), name_parts(b)) for a, b in names if a and b]
    return [(a, b) for a, b in parted if a and b]


def align(mine: Parts, theirs: Parts, weights: NameWeights) -> tuple[float, str]:
    """The bits of the best way to lay one name along the other, in order, and the parts that agree."""
    rows, columns = len(mine), len(theirs)
    # best[i][j]: the rest of both names from i and j on
    best: Best = [[(0.0, ())] * (columns + 1) for _ in range(rows + 1)]
    for j in range(columns - 1, -1, -1):
        bits, agreed = best[rows][j + 1]
        best[rows][j] = (bits + _left_out(j, columns), agreed)
    for i in range(rows - 1, -1, -1):
        bits, agreed = best[i + 1][columns]
        best[i][columns] = (bits + _beside(mine[i], i), agreed)
        for j in range(columns - 1, -1, -1):
            best[i][j] = _step(best, i, j, mine, theirs, weights)
    bits, agreed = best[0][0]
    return bits, "same " + ", ".join(agreed) if agreed else "no part the same"


def _step(
    best: Best,
    i: int,
    j: int,
    mine: Parts,
    theirs: Parts,
    weights: NameWeights,
) -> tuple[float, Parts]:
    """The best of three: these two parts belong together, mine stands alone, theirs stands alone."""
    after, agreed = best[i + 1][j + 1]
    shared = weights.shared(mine[i], theirs[j])
    if shared is None:
        together = (after + _other(i, j, len(mine), len(theirs)), agreed)
    else:
        together = (after + shared, (theirs[j], *agreed))
    alone, alone_agreed = best[i + 1][j]
    without, without_agreed = best[i][j + 1]
    return max(
        together,
        (alone + _beside(mine[i], i), alone_agreed),
        (without + _left_out(j, len(theirs)), without_agreed),
    )


def _other(i: int, j: int, rows: int, columns: int) -> float:
    if i == 0 or j == 0:
        return OTHER_OWN_NAME
    return OTHER_FAMILY_NAME if i == rows - 1 or j == columns - 1 else OTHER_MIDDLE_NAME


def _beside(part: str, i: int) -> float:
    if i == 0:
        return LEFT_OUT_OWN
    return BESIDE_KUNYA if part.startswith(FATHER_OF) else BESIDE


def _left_out(j: int, columns: int) -> float:
    if j == 0:
        return LEFT_OUT_OWN
    return LEFT_OUT_FAMILY if j == columns - 1 else LEFT_OUT
