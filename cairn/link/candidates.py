"""Which reports to compare: those that share something rare, so that not all are compared with all.

Under each term the reports stand in the order of their days, and only neighbours meet: the work grows no
faster than the number of reports times a constant.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cairn.link.traits import Traits

RAREST = 32  # terms of each report under which it is looked for
NEIGHBOURS = 60  # before and after it, in the order of days
MOST = 60  # candidates that are compared


def candidate_pairs(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, the first the smaller."""
    shared: list[Counter[int]] = [Counter() for _ in traits]
    for rarity, together in _meetings(traits):
        _note(shared, rarity, together)
    pairs = {
        (min(one, other), max(one, other))
        for one, counted in enumerate(shared)
        for other in heapq.nlargest(MOST, counted, key=lambda other: (counted[other], other))
    }
    yield from sorted(pairs)


def _meetings(traits: Sequence[Traits]) -> Iterator[tuple[float, list[int]]]:
    """Reports under each term, person, origin and place with its day, and how much meeting there says."""
    where: dict[object, list[int]] = defaultdict(list)
    weight: dict[object, float] = {}
    for at, each in enumerate(traits):
        for key, says in dict(_keys(each)).items():
            where[key].append(at)
            weight[key] = max(says, weight.get(key, 0.0))
    order = {at: (each.when or (0, 0))[0] for at, each in enumerate(traits)}
    for key, together in where.items():
        if len(together) > 1:
            yield weight[key], sorted(together, key=lambda at: (order[at], at))


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


def _note(shared: list[Counter[int]], rarity: float, together: Sequence[int]) -> None:
    for place, one in enumerate(together):
        for other in together[place + 1 : place + 1 + NEIGHBOURS]:
            shared[one][other] += rarity  # type: ignore[assignment]
            shared[other][one] += rarity  # type: ignore[assignment]
