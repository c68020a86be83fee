"""Two recorders' incident tables: which incident of the one is which of the other, and how likely.

A row has to be likelier than nobody and than all its rivals: on a day with one strike in a town day and place
are enough, on a day with thirty the words must tell. Rows of one table that tell the same in the same words
are no rivals: many tables hold a row for each picture of one strike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.link.listed_incidents import ListedIncident, Told, listed_incidents
from cairn.link.rows import DAYS_APART, tell_the_same, weigh

SURE = 0.5  # the probability from which two rows are said to be one incident
WORTH_ASKING = 0.1  # and that from which a person is asked
RIVAL = 0.35  # a rival counts by a third: it may be the same incident, told otherwise
NOBODY = 4.5  # what day, place and words must outweigh before a row is anybody's


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
