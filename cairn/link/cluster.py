"""Reports into incidents: the likeliest first, never on one weak pair, never against a person's judgement."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cairn.link.agglomerate import agglomerate
from cairn.link.candidates import candidate_pairs
from cairn.link.compare import compare
from cairn.link.traits import Traits, traits_of
from cairn.values import Evidence, Judgement, Scope

Judged = tuple[str, str, Judgement]
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

    A label is made of the id of its first report and stays while that report stays.
    """

    incidents_of: dict[str, list[str]] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()


def cluster(evidence: Sequence[Evidence], judgements: Iterable[Judged] = ()) -> Clustering:
    """The incidents that the reports speak of. The order in which reports are given does not matter."""
    ordered = sorted(evidence, key=lambda each: each.id)
    traits = traits_of(ordered)
    at = {each.id: place for place, each in enumerate(ordered)}
    totals = {pair: compare(traits[pair[0]], traits[pair[1]]).total for pair in candidate_pairs(traits)}
    said = [(at[a], at[b], judgement) for a, b, judgement in judgements if a in at and b in at]
    groups = agglomerate(len(ordered), totals, said)
    of = {member: group for group in groups for member in group}
    labels = {group: _label(ordered[group[0]].id) for group in groups}
    return Clustering(
        {
            each.id: [labels[of[place]]] if tells_of_one(each, len(of[place]) > 1) else []
            for place, each in enumerate(ordered)
        },
        tuple(_suggestions(traits, totals, of, said)),
    )


def tells_of_one(each: Evidence, with_others: bool) -> bool:
    """Whether a report tells of an event at all, and not only of tolls and of what was.

    One that says nothing of harm or of means does so only if other reports tell of the same.
    """
    reading = each.reading
    if any(claim.scope is Scope.INCIDENT for claim in reading.claims) or reading.means:
        return True
    return with_others and not reading.claims


def _suggestions(
    traits: Sequence[Traits],
    totals: Mapping[tuple[int, int], float],
    of: Mapping[int, tuple[int, ...]],
    said: Sequence[tuple[int, int, Judgement]],
) -> Iterable[Suggestion]:
    """The pairs in doubt, nearest to even first, a few for each report, none that a person judged."""
    judged = {frozenset((one, other)) for one, other, _ in said}
    doubtful = [
        (abs(total), one, other)
        for (one, other), total in totals.items()
        if of[one] != of[other] and total > WORTH_ASKING and frozenset((one, other)) not in judged
    ]
    asked: dict[int, int] = defaultdict(int)
    for _, one, other in sorted(doubtful):
        if max(asked[one], asked[other]) < MOST_SUGGESTIONS:
            asked[one] += 1
            asked[other] += 1
            score = compare(traits[one], traits[other])
            yield Suggestion(traits[one].id, traits[other].id, round(score.chance, 4), dict(score.parts))


def _label(first: str) -> str:
    return hashlib.sha256(first.encode()).hexdigest()[:12]
