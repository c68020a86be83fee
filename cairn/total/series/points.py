"""Tolls and figures as series: what was said of each day, by whom, and what they said before.

They stand beside incidents and are never added to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cairn.values import Counted, Figure, PartialDate

Bounds = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Said:
    """A figure as somebody said it. `said_on` is the day on which they did, where that is known.

    `order` tells what the ledger learnt earlier from what it learnt later. `replaced`: the table in which it
    stood says something else by now, or nothing.
    """

    figure: Figure
    by: str = ""
    said_on: PartialDate | None = None
    order: int = 0
    replaced: bool = False
    report: str = ""

    @property
    def when(self) -> tuple[bool, str, int]:
        """How late it was said; what a table no longer says counts as said before all that stands."""
        return not self.replaced, str(self.said_on or ""), self.order


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What a series is of. Two counts that began on different days are two series."""

    measure: str
    country: str = ""
    place: str = ""
    of: str = ""
    unit: str = ""
    counted: str = ""
    since: str = ""

    @classmethod
    def of_figure(cls, figure: Figure) -> Subject:
        place, cumulative = figure.place, figure.counted is Counted.CUMULATIVE
        return cls(
            figure.measure,
            (place.country or "") if place else "",
            place.name if place else "",
            figure.of or "",
            figure.unit,
            figure.counted or "",
            str(figure.since or "") if cumulative else "",
        )


@dataclass(frozen=True, slots=True)
class Point:
    """What is said of one day: each source's last word. The bounds are the envelope of them all."""

    about: PartialDate
    said: tuple[Said, ...]

    @property
    def bounds(self) -> Bounds:
        return envelope_of([one.figure.value for one in self.said])

    @property
    def since(self) -> PartialDate:
        """The first day that a count of this point covers."""
        return min((one.figure.since for one in self.said if one.figure.since), default=self.about)


@dataclass(frozen=True, slots=True)
class Revision:
    """A source's earlier word on a day, and the one that came after it; None where it took its word back."""

    about: PartialDate
    before: Said
    after: Said | None


@dataclass(frozen=True)
class Series:
    """Everything said of one subject, oldest first."""

    subject: Subject
    said: tuple[Said, ...]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """A point for each day of which something is said now. Of other days nobody said anything."""
        standing = {
            about: tuple(one for words in by.values() for one in _latest(words))
            for about, by in self._told.items()
        }
        return tuple(Point(about, said) for about, said in sorted(standing.items()) if said)

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        """Every word that was changed or taken back, by the day it is of; saying it again is neither."""
        by_day = sorted(self._told.items())
        return tuple(one for about, by in by_day for words in by.values() for one in _revised(about, words))

    @cached_property
    def _told(self) -> dict[PartialDate, dict[str, list[Said]]]:
        """What each source said of each day, in the order in which it did."""
        told: dict[PartialDate, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
        for one in sorted(self.said, key=lambda one: one.when):
            if one.figure.date is not None:
                told[one.figure.date][one.by].append(one)
        return told


def _latest(words: Sequence[Said]) -> list[Said]:
    """A source's last word on a day: two, where it said both on one day and neither is a correction."""
    return [one for one in words if not one.replaced and one.said_on == words[-1].said_on]


def _revised(about: PartialDate, words: Sequence[Said]) -> Iterator[Revision]:
    latest = _latest(words)
    told: list[Said | None] = [*(one for one in words if one not in latest), latest[0] if latest else None]
    for before, after in pairwise(told):
        if before and (after is None or after.figure.value != before.figure.value):
            yield Revision(about, before, after)


def series_of(said: Iterable[Said]) -> list[Series]:
    """What was said, sorted by what it is of; what bears no date is in no series."""
    found: dict[Subject, list[Said]] = defaultdict(list)
    for one in said:
        if one.figure.date is not None:
            found[Subject.of_figure(one.figure)].append(one)
    return [Series(subject, tuple(found[subject])) for subject in sorted(found)]


def until(said: Iterable[Said], day: PartialDate) -> list[Said]:
    """What had been said by the end of a day; where nobody kept when, the day it is of speaks for it."""
    last = day.last_day()
    return [
        one
        for one in said
        if (when := one.said_on or one.figure.date) is not None and when.first_day() <= last
    ]


def envelope_of(values: Sequence[Bounds]) -> Bounds:
    """The lowest floor and the highest ceiling; one open ceiling opens it."""
    highs = [high for _, high in values]
    known = [high for high in highs if high is not None]
    return min(low for low, _ in values), max(known) if len(known) == len(highs) else None
