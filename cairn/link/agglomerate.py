"""Groups that grow by the best mean score, so that one weak pair never chains two incidents together.

Pairs that a person called the same are joined before anything else; groups that a person keeps apart never
meet, however well they fit.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from cairn.values import Judgement

Pair = tuple[int, int]
TOGETHER = 0.0  # the mean score between two groups above which they are one incident
MOST = 6.0  # no pair speaks louder than this, for or against
UNCOMPARED = -0.8  # the score of two that nothing rare brought together


def agglomerate(
    count: int, scores: Mapping[Pair, float], said: Sequence[tuple[int, int, Judgement]]
) -> list[tuple[int, ...]]:
    """The groups of things 0 to count - 1, each in order."""
    growing = _Growing(count, scores)
    for one, other, judgement in said:
        if judgement is Judgement.DIFFERENT:
            growing.keep_apart(one, other)
    for one, other, judgement in said:
        if judgement is Judgement.SAME:
            growing.join(growing.find(one), growing.find(other))
    growing.grow()
    return sorted(tuple(sorted(members)) for members in growing.members.values())


class _Growing:
    """Groups by the smallest of their first members; `near` holds the summed scores between groups."""

    def __init__(self, count: int, scores: Mapping[Pair, float]) -> None:
        self.members: dict[int, list[int]] = {place: [place] for place in range(count)}
        self.near: dict[int, dict[int, float]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        self.changes = dict.fromkeys(range(count), 0)
        self.above = list(range(count))
        for (one, other), score in scores.items():
            self.near[one][other] = self.near[other][one] = _clipped(score)

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
        for neighbour, total in self.near[group].items():
            mean = total / self._pairs(group, neighbour)
            if mean > TOGETHER and neighbour not in self.apart[group]:
                one, other = min(group, neighbour), max(group, neighbour)
                found.append((-mean, one, other, self.changes[one], self.changes[other]))
        return found

    def join(self, one: int, other: int) -> int:
        if one == other:
            return one
        kept, gone = min(one, other), max(one, other)
        mine, theirs = self.near[kept], self.near.pop(gone)
        mine.pop(gone, None)
        theirs.pop(kept, None)
        for neighbour in {*mine, *theirs}:
            total = sum(
                near[neighbour] if neighbour in near else UNCOMPARED * self._pairs(side, neighbour)
                for side, near in ((kept, mine), (gone, theirs))
            )
            mine[neighbour] = self.near[neighbour][kept] = total
            self.near[neighbour].pop(gone, None)
        self.members[kept] += self.members.pop(gone)
        self.above[gone] = kept
        self._inherit(kept, gone)
        del self.changes[gone]
        self.changes[kept] += 1
        return kept

    def _pairs(self, one: int, other: int) -> int:
        return len(self.members[one]) * len(self.members[other])

    def _inherit(self, kept: int, gone: int) -> None:
        for neighbour in self.apart.pop(gone, set()):
            self.apart[neighbour].discard(gone)
            self.keep_apart(neighbour, kept)


def _clipped(score: float) -> float:
    return max(-MOST, min(MOST, score))
