"""Which reports to compare: those that share something rare, so that not all are compared with all.

Under each term the reports stand in the order of their days, and only neighbours meet: the work grows no
faster than the number of reports times a constant.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cairn.link.traits import Traits

RAREST = 32  # terms of each report under which it is looked for
NEIGHBOURS = 40  # before and after it, in the order of days
MOST = 60  # candidates that are compared

Places = list[tuple[int, int]]  # (first day, position), sorted


def candidate_pairs(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, the first the smaller."""
    meetings = _meetings(traits)
    pairs = set()
    for one, each in enumerate(traits):
        for other in _nearest(one, each, meetings):
            pairs.add((min(one, other), max(one, other)))
    yield from sorted(pairs)


def _meetings(traits: Sequence[Traits]) -> Mapping[object, Places]:
    """The reports under each term, person, origin and place with its day, in the order of their days."""
    where: dict[object, Places] = defaultdict(list)
    for at, each in enumerate(traits):
        for key in dict(_keys(each)):
            where[key].append((_day(each), at))
    return {key: sorted(together) for key, together in where.items() if len(together) > 1}


def _nearest(one: int, each: Traits, meetings: Mapping[object, Places]) -> list[int]:
    """Those who share most with a report, among its neighbours under each of its keys."""
    shared: Counter[int] = Counter()
    for key, says in dict(_keys(each)).items():
        together = meetings.get(key, ())
        middle = bisect_left(together, (_day(each), one))
        for _, other in together[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS + 1]:
            shared[other] += says  # type: ignore[assignment]
    del shared[one]
    return heapq.nlargest(MOST, shared, key=lambda other: (shared[other], other))


def _day(each: Traits) -> int:
    return each.when[0] if each.when else 0


def _keys(each: Traits) -> Iterator[tuple[object, float]]:
    rarest = sorted(each.weights, key=lambda term: (-each.weights[term], term))[:RAREST]
    yield from ((term, each.weights[term]) for term in rarest)
    if each.origin:
        yield ("origin", each.origin), 1.0
    for person in each.people:
        yield ("person", person[0], person[-1]), 1.0
    yield from (((place,), 0.05 * rarity) for place, rarity in each.places.items())
    if each.days and each.days[1] - each.days[0] < 3:
        for place, rarity in each.places.items():
            for day in range(each.days[0], each.days[1] + 1):
                yield (place, day), 0.1 * rarity
