"""Reports into incidents: the likeliest first, never on one weak pair, never against a person's judgement."""

from __future__ import annotations

import hashlib
import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cairn.link.candidates import candidate_pairs
from cairn.link.compare import Score, compare
from cairn.link.traits import traits_of
from cairn.values import Evidence, Judgement, Scope

Judged = tuple[str, str, Judgement]
TOGETHER = 0.0  # the mean score between two groups above which they are one incident
UNCOMPARED = -3.0  # the score of two reports that nothing rare brought together
WORTH_ASKING = -2.0  # the score from which a pair that was not joined is worth a person's time
MOST_SUGGESTIONS = 3  # for each report


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two reports that may speak of one incident: the chance of it and what speaks for and against."""

    a: str
    b: str
    score: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Clustering:
    """`incidents_of`: report id → labels of the incidents it speaks of, none where it tells of no incident.

    A label is made of the reports' own content and stays while its first report stays.
    """

    incidents_of: dict[str, list[str]] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()


def cluster(evidence: Sequence[Evidence], judgements: Iterable[Judged] = ()) -> Clustering:
    """The incidents that the reports speak of. The order in which reports are given does not matter."""
    ordered = sorted(evidence, key=lambda each: each.id)
    traits = traits_of(ordered)
    at = {each.id: place for place, each in enumerate(ordered)}
    scores = {pair: compare(traits[pair[0]], traits[pair[1]]) for pair in candidate_pairs(traits)}
    said = [(at[a], at[b], judgement) for a, b, judgement in judgements if a in at and b in at]
    groups = _Agglomeration(len(ordered), scores, said).groups()
    of = {member: group for group in groups for member in group}
    labels = {group: _label(ordered[group[0]].id) for group in groups}
    return Clustering(
        {each.id: [labels[of[place]]] if tells_of_one(each) else [] for place, each in enumerate(ordered)},
        tuple(_suggestions(ordered, scores, of, said)),
    )


def tells_of_one(each: Evidence) -> bool:
    """Whether a report tells of an event at all, and not only of tolls and of what was."""
    reading = each.reading
    harmed = any(claim.scope is Scope.INCIDENT for claim in reading.claims)
    return harmed or bool(reading.means) or not reading.claims


class _Agglomeration:
    """Groups that grow by the best mean score; two groups that a person keeps apart never meet."""

    def __init__(
        self, count: int, scores: Mapping[tuple[int, int], Score], said: Sequence[tuple[int, int, Judgement]]
    ) -> None:
        self.members: dict[int, list[int]] = {place: [place] for place in range(count)}
        self.links: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        for (one, other), score in scores.items():
            self.links[one][other] = self.links[other][one] = (score.total, 1)
        for one, other, judgement in said:
            if judgement is Judgement.DIFFERENT:
                self.apart[one].add(other)
                self.apart[other].add(one)
        self.alive = dict.fromkeys(range(count), 0)
        self.root = list(range(count))
        for one, other, judgement in said:
            if judgement is Judgement.SAME:
                self._join(self._find(one), self._find(other))

    def groups(self) -> list[tuple[int, ...]]:
        queue = [
            (-self._mean(one, other), one, other, self.alive[one], self.alive[other])
            for one in self.alive
            for other in self.links[one]
            if one < other
        ]
        heapq.heapify(queue)
        while queue:
            negative, one, other, then, there = heapq.heappop(queue)
            if -negative <= TOGETHER:
                break
            if self.alive.get(one) != then or self.alive.get(other) != there or other in self.apart[one]:
                continue
            kept = self._join(one, other)
            for neighbour in self.links[kept]:
                pair = min(kept, neighbour), max(kept, neighbour)
                entry = (-self._mean(*pair), *pair, self.alive[pair[0]], self.alive[pair[1]])
                heapq.heappush(queue, entry)
        return [tuple(sorted(members)) for members in self.members.values()]

    def _find(self, place: int) -> int:
        while self.root[place] != place:
            place = self.root[place]
        return place

    def _mean(self, one: int, other: int) -> float:
        """The mean over all pairs between two groups; pairs that were never compared speak against."""
        total, compared = self.links[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + UNCOMPARED * (pairs - compared)) / pairs

    def _join(self, one: int, other: int) -> int:
        if one == other:
            return one
        kept, gone = min(one, other), max(one, other)
        self.members[kept] += self.members.pop(gone)
        self.root[gone] = kept
        self.links[kept].pop(gone, None)
        for neighbour, (total, compared) in self.links.pop(gone).items():
            if neighbour == kept:
                continue
            before, times = self.links[kept].get(neighbour, (0.0, 0))
            self.links[kept][neighbour] = self.links[neighbour][kept] = (before + total, times + compared)
            self.links[neighbour].pop(gone, None)
        for neighbour in self.apart.pop(gone, set()):
            self.apart[neighbour].discard(gone)
            self.apart[neighbour].add(kept)
            self.apart[kept].add(neighbour)
        self.alive.pop(gone)
        self.alive[kept] += 1
        return kept


def _suggestions(
    ordered: Sequence[Evidence],
    scores: Mapping[tuple[int, int], Score],
    of: Mapping[int, tuple[int, ...]],
    said: Sequence[tuple[int, int, Judgement]],
) -> Iterable[Suggestion]:
    """The pairs in doubt, nearest to even first, a few for each report, none that a person judged."""
    judged = {frozenset((one, other)) for one, other, _ in said}
    doubtful = [
        (abs(score.total), one, other, score)
        for (one, other), score in scores.items()
        if of[one] != of[other] and score.total > WORTH_ASKING and frozenset((one, other)) not in judged
    ]
    asked: dict[int, int] = defaultdict(int)
    for _, one, other, score in sorted(doubtful, key=lambda each: each[:3]):
        if max(asked[one], asked[other]) < MOST_SUGGESTIONS:
            asked[one] += 1
            asked[other] += 1
            yield Suggestion(ordered[one].id, ordered[other].id, round(score.chance, 4), dict(score.parts))


def _label(first: str) -> str:
    return hashlib.sha256(first.encode()).hexdigest()[:12]
