"""A cumulative series day by day: its differences. A fall is a revision, and undoes no death."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from cairn.total.series.points import Bounds, Point, Series
from cairn.values import Counted, PartialDate


@dataclass(frozen=True, slots=True)
class Added:
    """What came to a cumulative count from `first` to `last`, both included.

    `bounds` None: the count fell, so that nothing can be said of these days. `told` is what the same sources
    said of just these days; what came beyond it was added for earlier days.
    """

    first: PartialDate
    last: PartialDate
    before: Bounds
    after: Bounds
    bounds: Bounds | None
    told: Bounds | None = None

    @property
    def fell(self) -> bool:
        return self.bounds is None

    @property
    def late(self) -> float:
        """How many more were added than told of these days, below nought how many fewer; nought if unsure."""
        if self.bounds is None or self.told is None or None in (*self.bounds, *self.told):
            return 0.0
        low, high = self.bounds
        told_low, told_high = self.told
        assert high is not None and told_high is not None
        return low - told_high if low > told_high else high - told_low if high < told_low else 0.0


def added(cumulative: Series, daily: Series | None = None) -> tuple[Added, ...]:
    """The differences of a cumulative series, beside what a daily series says of the same days."""
    told = _told(daily) if daily else {}
    return tuple(_between(cumulative, told))


def daily_beside(cumulative: Series, found: Iterable[Series]) -> Series | None:
    """The series that tells of each day what the cumulative one adds up."""
    wanted = replace(cumulative.subject, counted=Counted.DAILY, since="")
    return next((each for each in found if each.subject == wanted), None)


def _told(daily: Series) -> Mapping[tuple[PartialDate, PartialDate], Bounds]:
    return {(point.since, point.about): point.bounds for point in daily.points}


def _between(series: Series, told: Mapping[tuple[PartialDate, PartialDate], Bounds]) -> Iterator[Added]:
    points = [point for point in series.points if point.about.is_day]
    for before, after in pairwise(points):
        first = PartialDate.on(before.about.first_day() + dt.timedelta(days=1))
        said = told.get((first, after.about))
        yield Added(first, after.about, before.bounds, after.bounds, _difference(before, after), said)


def _difference(before: Point, after: Point) -> Bounds | None:
    """From one range to the next: what must lie between them to what may; None where the count fell."""
    (low, high), (then_low, then_high) = before.bounds, after.bounds
    if then_high is not None and then_high < low:
        return None
    least = max(0.0, then_low - high) if high is not None else 0.0
    return least, None if then_high is None else then_high - low
