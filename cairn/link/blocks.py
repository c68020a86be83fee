"""Who could be meant: those of a list who share two parts of a name, found without a look at everybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import combinations

from cairn.link.name_weights import Named, NameWeights, Parts, written
from cairn.link.names import frame, without_second_half

MOST_IN_A_BLOCK = 3000  # two names that thousands share say nothing; a third must help


class Blocks:
    """Every person of a list under each pair of the consonant frames of their name, without second halves."""

    def __init__(self, people: Sequence[Named], weights: NameWeights) -> None:
        self._by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._weights = weights
        for at, person in enumerate(people):
            for pair in _pairs(person):
                self._by_pair[pair].append(at)

    def candidates(self, person: Named, most: int) -> list[int]:
        """Those who share the rarest pairs of parts, at most so many."""
        shared: Counter[int] = Counter()
        for pair in _pairs(person):
            block = self._by_pair.get(pair, ())
            if len(block) <= MOST_IN_A_BLOCK:
                rarity = max(1, 20 - len(block).bit_length())
                for at in block:
                    shared[at] += rarity
        return nsmallest(most, shared, key=lambda at: (-shared[at], at))  # of equals, those listed first


def _pairs(person: Named) -> set[tuple[str, str]]:
    return {pair for parts in written(person) for pair in _pairs_of(parts)}


def _pairs_of(parts: Parts) -> Iterator[tuple[str, str]]:
    return combinations([frame(without_second_half(part)) for part in parts], 2)
