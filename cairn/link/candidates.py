"""Which reports to compare: those that share something rare, so that not all are compared with all.

Under each term the reports stand in the order of their days, and only neighbours meet: the work grows no
faster than the number of reports times a constant.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cairn.link.traits import Traits

RAREST = 32  # terms of each report under which it is looked for
NEIGHBOURS = 40  # before and after it, in the order of days
MOST = 60  # candidates that are compared

Meetings = dict[object, list[int]]  # a key → those that have it, by their rank in the order of days


def candidate_pairs(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, the first the smaller."""
    order = sorted(range(len(traits)), key=lambda at: (day_of(traits[at]), at))
    meetings = _meetings([traits[at] for at in order])
    near = [array("I") for _ in traits]
    for rank, one in enumerate(order):
        near[one] = array("I", sorted(order[other] for other in _nearest(rank, traits[one], meetings, order)))
    for one, others in enumerate(near):
        for other in others:
            if one < other or not _holds(near[other], one):
                yield min(one, other), max(one, other)


def _holds(ranked: Sequence[int], one: int) -> bool:
    at = bisect_left(ranked, one)
    return at < len(ranked) and ranked[at] == one


def _meetings(in_order: Sequence[Traits]) -> Meetings:
    """The reports under each term, person, origin and place with its day, in the order of their days."""
    where: Meetings = defaultdict(list)
    for rank, each in enumerate(in_order):
        for key in dict(keys_of(each)):
            where[key].append(rank)
    return {key: together for key, together in where.items() if len(together) > 1}


def _nearest(rank: int, each: Traits, meetings: Meetings, order: Sequence[int]) -> list[int]:
    """Those who share most with a report, among its neighbours under each of its keys."""
    shared = shared_with(rank, each, meetings)
    shared.pop(rank, None)
    if len(shared) <= MOST:
        return list(shared)
    most = sorted(((says, order[other], other) for other, says in shared.items()), reverse=True)[:MOST]
    return [other for _, _, other in most]


def shared_with(mark: int, each: Traits, meetings: Mapping[object, Sequence[int]]) -> dict[int, float]:
    """How much its neighbours under each of its keys share with a report. Marks are in the order of days."""
    shared: dict[int, float] = {}
    for key, says in dict(keys_of(each)).items():
        together = meetings.get(key, ())
        middle = bisect_left(together, mark)
        for other in together[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS + 1]:
            shared[other] = shared.get(other, 0.0) + says
    return shared


def day_of(each: Traits) -> int:
    """The day by which it stands among the others."""
    return each.when[0] if each.when else 0


def keys_of(each: Traits) -> Iterator[tuple[object, float]]:
    """What a report is looked for under, and how much it says that two share it."""
    rarest = sorted(each.weights, key=lambda term: (-each.weights[term], term))[:RAREST]
    yield from ((term, each.weights[term] / each.length) for term in rarest)
    if each.origin:
        yield ("origin", each.origin), 1.0
    for person in each.people:
        yield ("person", person[0], person[-1]), 1.0
    yield from (((place,), 0.05 * rarity) for place, rarity in each.places.items())
    if each.days and each.days[1] - each.days[0] < 3:
        for place, rarity in each.places.items():
            for day in range(each.days[0], each.days[1] + 1):
                yield (place, day), 0.1 * rarity
