"""Two recorders' incident tables: which incident of the one is which of the other, and how likely.

What two rows say of day, place, counts and parties, and in what words, speaks for or against, in logarithms
of odds. A row then has to be likelier than nobody and than all its rivals: on a day with one strike in a town
day and place are enough, on a day with thirty the words must tell. Rows of one table that tell the same in
the same words are no rivals: many tables hold a row for each picture of one strike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.link.compare import counts_alike
from cairn.link.listed_incidents import ListedIncident, Told, listed_incidents
from cairn.values import Harm, distance_km

SURE = 0.5  # the probability from which two rows are said to be one incident
WORTH_ASKING = 0.1  # and that from which a person is asked
RIVAL = 0.35  # a rival counts by a third: it may be the same incident, told otherwise
NOBODY = 4.5  # what day, place and words must outweigh before a row is anybody's
DAYS_APART = 3  # recorders date by the strike, by the news, or by the night between
ANOTHER_DAY = (3.0, -1.5, -3.0, -4.0)  # the same day, one off, two, three
ONE_IN_KM = 220.0  # two unrelated incidents of a day lie so far apart
FARTHEST = 3.0  # times how far off both points may be
WORDS = 8.0
SAME_WORDS = 0.8  # likeness from which two rows of one table tell the same
NAMED_ALIKE, NAMED_OTHERWISE = 2.5, -1.5


@dataclass(frozen=True, slots=True)
class SameIncident:
    """Row `a` of the first table is row `b` of the second with this probability; `parts` say why."""

    a: str
    b: str
    probability: float
    parts: Mapping[str, float]

    @property
    def sure(self) -> bool:
        return self.probability >= SURE


def match_tables(first: Sequence[Told], second: Sequence[Told]) -> list[SameIncident]:
    """Every pair that is sure or worth a person's time, the likeliest first for each row of `first`."""
    return list(_Matching(*listed_incidents(first, second)).pairs())


class _Matching:
    """The candidates of both tables, weighed once."""

    def __init__(self, first: Sequence[ListedIncident], second: Sequence[ListedIncident]) -> None:
        self.first, self.second = first, second
        self.parts: dict[tuple[int, int], dict[str, float]] = {}
        self.odds: dict[tuple[int, int], float] = {}
        self.of_first: dict[int, list[int]] = defaultdict(list)
        self.of_second: dict[int, list[int]] = defaultdict(list)
        for one, other in self._candidates():
            parts = weigh(first[one], second[other])
            odds = math.exp(sum(parts.values()) - NOBODY)
            if odds / (1 + odds) >= WORTH_ASKING:
                self.parts[one, other], self.odds[one, other] = parts, odds
                self.of_first[one].append(other)
                self.of_second[other].append(one)

    def pairs(self) -> Iterator[SameIncident]:
        for one, others in self.of_first.items():
            found = [(self._probability(one, other), other) for other in others]
            for probability, other in sorted(found, key=lambda each: (-each[0], each[1])):
                if probability >= WORTH_ASKING:
                    a, b = self.first[one].id, self.second[other].id
                    yield SameIncident(a, b, round(probability, 4), self.parts[one, other])

    def _probability(self, one: int, other: int) -> float:
        """Against nobody, and against all rivals on either side that tell something else."""
        mine, theirs = self.first[one], self.second[other]
        rivals = [
            self.odds[one, rival]
            for rival in self.of_first[one]
            if rival != other and not tell_the_same(self.second[rival], theirs)
        ]
        rivals += [
            self.odds[rival, other]
            for rival in self.of_second[other]
            if rival != one and not tell_the_same(self.first[rival], mine)
        ]
        odds = self.odds[one, other]
        return odds / (odds + 1 + RIVAL * sum(rivals))

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """All that may be of one day, or of days near each other."""
        by_day: dict[int, list[int]] = defaultdict(list)
        for other, each in enumerate(self.second):
            for day in _days(each, 0):
                by_day[day].append(other)
        for one, each in enumerate(self.first):
            found = {other for day in _days(each, DAYS_APART) for other in by_day.get(day, ())}
            yield from ((one, other) for other in sorted(found))


def _days(each: ListedIncident, around: int) -> range:
    return range(each.days[0] - around, each.days[1] + around + 1) if each.days else range(0)


def tell_the_same(one: ListedIncident, other: ListedIncident) -> bool:
    """Two rows of one table, near in time and place already, in the same words."""
    return likeness(one.weights, other.weights) >= SAME_WORDS


def likeness(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    return sum(weight * theirs[term] for term, weight in mine.items() if term in theirs)


def weigh(one: ListedIncident, other: ListedIncident) -> dict[str, float]:
    """What speaks for and against one incident, part by part."""
    place = _place(one, other)
    if place is None:
        return {"place": -math.inf}
    parts = {
        "day": _day(one, other),
        "place": place,
        "words": WORDS * math.sqrt(likeness(one.weights, other.weights)),
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


def _parties(one: ListedIncident, other: ListedIncident) -> float:
    if not one.belligerents or not other.belligerents:
        return 0.0
    return 0.3 if one.belligerents & other.belligerents else -1.3
