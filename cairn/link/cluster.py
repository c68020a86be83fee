"""Reports into incidents: the likeliest first, never on one weak pair, never against a person's judgement."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from cairn.link.agglomerate import agglomerate
from cairn.link.candidates import candidate_pairs
from cairn.link.compare import compare, total
from cairn.link.events import events, own_words
from cairn.link.scores import Pair, Scores
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

    A label is made of the id of its first report and stays while that report stays. The main event's comes
    first. `told` holds what each label stands for: the reports, each with the claims of that event alone.
    `groups` holds what was brought together by the label it has or would have, told of an incident or not.
    """

    incidents_of: dict[str, list[str]] = field(default_factory=dict)
    told: dict[str, list[Evidence]] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    groups: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def cluster(evidence: Sequence[Evidence], judgements: Iterable[Judged] = ()) -> Clustering:
    """The incidents that the reports speak of. The order in which reports are given does not matter."""
    parts, own = told_apart_in_order(evidence)
    return cluster_parts(parts, traits_of(own), judgements)


def told_apart_in_order(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """The events of reports in the order of `told`, and each as it is compared: with words of its own."""
    parts = sorted((part for each in evidence for part in events(each)), key=lambda part: part.told)
    whole = {each.id: each for each in evidence}
    return parts, [own_words(part) if part.reading.event else whole[part.id] for part in parts]


def cluster_parts(
    ordered: Sequence[Evidence], traits: Sequence[Traits], judgements: Iterable[Judged] = ()
) -> Clustering:
    """The same for events that are told apart already, in the order of `told`, each with its traits."""
    totals = Scores((pair, total(traits[pair[0]], traits[pair[1]])) for pair in candidate_pairs(traits))
    said = _said_of(ordered, judgements)
    groups = agglomerate(len(ordered), totals, said)
    of = {member: group for group in groups for member in group}
    main = {place for place, each in enumerate(ordered) if not each.reading.event}
    asked = ((pair, score) for pair, score in totals.items() if main.issuperset(pair))
    together = {label_of(ordered[group[0]]): [ordered[at].told for at in group] for group in groups}
    asks = tuple(_suggestions(traits, asked, of, said))
    found = Clustering({each.id: [] for each in ordered}, {}, asks, together)
    for place, each in enumerate(ordered):
        if tells_of_one(each, len(of[place]) > 1):
            label = label_of(ordered[of[place][0]])
            found.incidents_of[each.id].append(label)
            found.told.setdefault(label, []).append(each)
    return found


def _said_of(ordered: Sequence[Evidence], judgements: Iterable[Judged]) -> list[tuple[int, int, Judgement]]:
    """What people said of reports, as of their events: the same is of the main ones, different of all.

    Two events of one report are two.
    """
    at: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(ordered):
        at[each.id].append(place)
    said = [
        (one, other, judgement)
        for a, b, judgement in judgements
        for one in (at[a][:1] if judgement is Judgement.SAME else at[a])
        for other in (at[b][:1] if judgement is Judgement.SAME else at[b])
    ]
    own = ((one, other) for places in at.values() for one, other in combinations(places, 2))
    return said + [(one, other, Judgement.DIFFERENT) for one, other in own]


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
    totals: Iterable[tuple[Pair, float]],
    of: Mapping[int, tuple[int, ...]],
    said: Sequence[tuple[int, int, Judgement]],
) -> Iterable[Suggestion]:
    """The pairs in doubt, nearest to even first, a few for each report, none that a person judged."""
    judged = {frozenset((one, other)) for one, other, _ in said}
    doubtful = [
        (abs(score), one, other)
        for (one, other), score in totals
        if score > WORTH_ASKING and of[one] != of[other] and frozenset((one, other)) not in judged
    ]
    asked: dict[int, int] = defaultdict(int)
    for _, one, other in sorted(doubtful):
        if max(asked[one], asked[other]) < MOST_SUGGESTIONS:
            asked[one] += 1
            asked[other] += 1
            score = compare(traits[one], traits[other])
            yield Suggestion(traits[one].id, traits[other].id, round(score.chance, 4), dict(score.parts))


def label_of(first: Evidence) -> str:
    """The label of the incident whose first report this is."""
    return hashlib.sha256(" ".join(filter(None, first.told)).encode()).hexdigest()[:12]
