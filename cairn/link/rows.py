"""Two rows of two tables: what speaks for one incident and against it, in natural logarithms of odds."""

from __future__ import annotations

import math
from collections.abc import Mapping

from cairn.link.compare import counts_alike
from cairn.link.listed_incidents import ListedIncident
from cairn.values import Harm, distance_km

DAYS_APART = 3  # recorders date by the strike, by the news, or by the night between
ANOTHER_DAY = (3.0, -1.5, -3.0, -4.0)  # the same day, one off, two, three
ONE_IN_KM = 220.0  # two unrelated incidents of a day lie so far apart
FARTHEST = 3.0  # times how far off both points may be
WORDS = 8.0
SAME_WORDS = 0.8  # likeness from which two rows of one table tell the same
NAMED_ALIKE, NAMED_OTHERWISE = 2.5, -1.5


def weigh(one: ListedIncident, other: ListedIncident) -> dict[str, float]:
    """What speaks for and against one incident, part by part."""
    place = _place(one, other)
    if place is None:
        return {"place": -math.inf}
    parts = {
        "day": _day(one, other),
        "place": place,
        "words": _words(one, other),
        "counts": sum(counts_alike(one.counts.get(harm), other.counts.get(harm)) or 0.0 for harm in Harm),
        "parties": _parties(one, other),
    }
    return {name: round(part, 2) for name, part in parts.items() if part}


def _day(one: ListedIncident, other: ListedIncident) -> float:
    """The longer the days in which it may have happened, the less it says that they overlap."""
    assert one.days and other.days
    apart = max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])
    longest = max(last - first + 1 for first, last in (one.days, other.days))
    return ANOTHER_DAY[apart] - math.log(longest)


def _place(one: ListedIncident, other: ListedIncident) -> float | None:
    """By distance, against how far off either point may be; None where it is another place."""
    if one.point and other.point:
        room = one.point[2] + other.point[2]
        apart = distance_km(one.point[:2], other.point[:2]) / room
        return math.log(max(1.0, ONE_IN_KM / room)) - 2 * apart if apart <= FARTHEST else None
    if one.names and other.names:
        return NAMED_ALIKE if one.names & other.names else NAMED_OTHERWISE
    return 0.0


def _words(one: ListedIncident, other: ListedIncident) -> float:
    """By how alike they are, but no more than the words they share are rare: a house is damaged every day."""
    shared = sum(says for word, says in one.rarity.items() if word in other.rarity)
    return min(WORDS * math.sqrt(likeness(one.weights, other.weights)), shared)


def _parties(one: ListedIncident, other: ListedIncident) -> float:
    if not one.belligerents or not other.belligerents:
        return 0.0
    return 0.3 if one.belligerents & other.belligerents else -1.3


def tell_the_same(one: ListedIncident, other: ListedIncident) -> bool:
    """Two rows of one table, near in time and place already, in the same words."""
    return likeness(one.weights, other.weights) >= SAME_WORDS


def likeness(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    return sum(weight * theirs[term] for term, weight in mine.items() if term in theirs)
