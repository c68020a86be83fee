"""Groups that grow by the best mean score, so that one weak pair never chains two incidents together.

Pairs that a person called the same are joined before anything else; groups that a person keeps apart never
meet, however well they fit.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from cairn.link.groups import Groups
from cairn.values import Judgement

Pair = tuple[int, int]
Said = Sequence[tuple[int, int, Judgement]]
TOGETHER = 0.0  # the mean score between two groups above which they are one incident
MOST = 6.0  # no pair speaks louder than this, for or against
UNCOMPARED = -0.8  # the score of two that nothing rare brought together


class Scored(Protocol):
    """Pairs with the score of each: a dictionary, or `Scores` where there are millions."""

    def items(self) -> Iterable[tuple[Pair, float]]: ...


def agglomerate(count: int, scores: Scored, said: Said) -> list[tuple[int, ...]]:
    """The groups of things 0 to count - 1, each in order."""
    growing = _Growing(count, _within_reach(count, scores, said))
    for one, other, judgement in said:
        if judgement is Judgement.DIFFERENT:
            growing.keep_apart(one, other)
    for one, other, judgement in said:
        if judgement is Judgement.SAME:
            growing.join(growing.find(one), growing.find(other))
    growing.grow()
    return sorted(tuple(sorted(members)) for members in growing.members.values())


def _within_reach(count: int, scores: Scored, said: Said) -> Iterable[tuple[Pair, float]]:
    """The pairs that can matter: two that no chain of good pairs connects never come into one group."""
    reach = Groups(range(count))
    for (one, other), score in scores.items():
        if score > TOGETHER:
            reach.join(one, other)
    for one, other, judgement in said:
        if judgement is Judgement.SAME:
            reach.join(one, other)
    return (scored for scored in scores.items() if reach.root(scored[0][0]) == reach.root(scored[0][1]))


class _Growing:
    """Groups by the smallest of their first members.

    `near` holds by how much the scores between two groups, summed, are above what as many uncompared pairs
    would come to: so that groups that were never compared need no entry.
    """

    def __init__(self, count: int, scores: Iterable[tuple[Pair, float]]) -> None:
        self.members: dict[int, list[int]] = {place: [place] for place in range(count)}
        self.near: dict[int, dict[int, float]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        self.changes = dict.fromkeys(range(count), 0)
        self.above = list(range(count))
        for (one, other), score in scores:
            self.near[one][other] = self.near[other][one] = _clipped(score) - UNCOMPARED

    def keep_apart(self, one: int, other: int) -> None:
        self.apart[one].add(other)
        self.apart[other].add(one)

    def find(self, place: int) -> int:
        while self.above[place] != place:
            place = self.above[place]
        return place

    def grow(self) -> None:
        """Join the two groups with the best mean until no mean is good enough."""
        queue = [entry for one in self.members for entry in self._entries(one) if entry[1] == one]
        heapq.heapify(queue)
        while queue:
            _, one, other, then, there = heapq.heappop(queue)
            if self.changes.get(one) != then or self.changes.get(other) != there:
                continue
            for entry in self._entries(self.join(one, other)):
                heapq.heappush(queue, entry)

    def _entries(self, group: int) -> list[tuple[float, int, int, int, int]]:
        """The pairs worth joining, with the state of both groups when they were weighed."""
        found = []
        members, apart = len(self.members[group]), self.apart.get(group, ())
        for neighbour, above in self.near.get(group, {}).items():
            mean = above / (members * len(self.members[neighbour])) + UNCOMPARED
            if mean > TOGETHER and neighbour not in apart:
                one, other = min(group, neighbour), max(group, neighbour)
                found.append((-mean, one, other, self.changes[one], self.changes[other]))
        return found

    def join(self, one: int, other: int) -> int:
        if one == other:
            return one
        kept, gone = min(one, other), max(one, other)
        mine, theirs = self.near[kept], self.near.pop(gone, {})
        mine.pop(gone, None)
        theirs.pop(kept, None)
        for neighbour, above in theirs.items():
            its = self.near[neighbour]
            del its[gone]
            mine[neighbour] = its[kept] = mine.get(neighbour, 0.0) + above
        self.members[kept] += self.members.pop(gone)
        self.above[gone] = kept
        self._inherit(kept, gone)
        del self.changes[gone]
        self.changes[kept] += 1
        return kept

    def _inherit(self, kept: int, gone: int) -> None:
        for neighbour in self.apart.pop(gone, set()):
            self.apart[neighbour].discard(gone)
            self.keep_apart(neighbour, kept)


def _clipped(score: float) -> float:
    return max(-MOST, min(MOST, score))
