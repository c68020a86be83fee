"""Tolls and figures over time: a page for each measure and place, with everything that was said of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cairn.site.addresses import file_names
from cairn.site.contents import Contents
from cairn.site.drawing.bands import Bands, Spot, bands, bars
from cairn.total.added import Added, added, daily_beside
from cairn.total.series.points import Point, Revision, Series
from cairn.values import Counted, PartialDate


@dataclass(frozen=True, slots=True)
class Line:
    """A point as a row, with what was said of the day before and what came since the last point."""

    point: Point
    revisions: tuple[Revision, ...]
    added: Added | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series as a page shows it: its drawing, that of its differences, and a table that holds all of it."""

    series: Series
    key: str
    drawing: Bands | None
    differences: Bands | None
    lines: tuple[Line, ...]
    added: tuple[Added, ...]
    taken_back: tuple[Revision, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the same sources also told of the days themselves."""
        return any(each.told is not None for each in self.added)


@dataclass(frozen=True, slots=True)
class Group:
    """The series of one measure and one place."""

    measure: str
    place: str
    country: str
    series: list[Series] = field(default_factory=list)

    @property
    def days(self) -> int:
        return len({point.about for each in self.series for point in each.points})

    @property
    def first(self) -> PartialDate:
        return min(each.points[0].about for each in self.series)

    @property
    def last(self) -> PartialDate:
        return max(each.points[-1].about for each in self.series)

    @property
    def revised(self) -> int:
        return sum(len(each.revisions) for each in self.series)

    @property
    def speakers(self) -> list[str]:
        """Who says it, those who say most first."""
        said: dict[str, int] = defaultdict(int)
        for each in self.series:
            for point in each.points:
                for one in point.said:
                    said[one.by] += 1
        return sorted(said, key=lambda by: (-said[by], by))


def groups(contents: Contents) -> dict[str, Group]:
    """The groups by the names of their pages."""
    found: dict[tuple[str, str, str], Group] = {}
    for each in contents.series:
        subject = each.subject
        key = (subject.measure, subject.place, subject.country)
        if each.points:
            found.setdefault(key, Group(*key)).series.append(each)
    named = file_names(" / ".join(key) for key in found)
    return {named[" / ".join(key)]: group for key, group in found.items()}


def names(contents: Contents) -> Iterator[str]:
    yield from (f"series/{name}" for name in groups(contents))


def context(contents: Contents, name: str) -> dict[str, Any] | None:
    group = groups(contents).get(name.partition("/")[2])
    if group is None:
        return None
    drawn = [_drawn(each, group.series, f"s{at}") for at, each in enumerate(group.series, 1)]
    return {"group": group, "drawn": drawn}


def _drawn(series: Series, beside: Sequence[Series], key: str) -> Drawn:
    running = series.subject.counted == Counted.CUMULATIVE
    came = added(series, daily_beside(series, beside)) if running else ()
    spots = [_spot(point) for point in series.points]
    differences = [_between(each) for each in came if each.bounds]
    daily = series.subject.counted == Counted.DAILY
    about = {point.about for point in series.points}
    return Drawn(
        series,
        key,
        bars(spots) if daily else bands([replace(one, first=one.last) for one in spots]),
        bars(differences, [_day(each.last) for each in came if each.fell]) if differences else None,
        tuple(_lines(series, {each.last: each for each in came})),
        came,
        tuple(one for one in series.revisions if one.about not in about),
    )


def _lines(series: Series, came: dict[PartialDate, Added]) -> Iterator[Line]:
    revised: dict[PartialDate, list[Revision]] = defaultdict(list)
    for one in series.revisions:
        revised[one.about].append(one)
    for point in reversed(series.points):
        yield Line(point, tuple(revised[point.about]), came.get(point.about))


def _spot(point: Point) -> Spot:
    """A month or a year is drawn over its days."""
    first = point.since if point.said[0].figure.counted is Counted.DAILY else point.about
    said = tuple((one.by, one.figure.value) for one in point.said)
    return Spot(first.first_day(), point.about.last_day(), *point.bounds, said)


def _between(each: Added) -> Spot:
    assert each.bounds is not None
    low, high = each.bounds
    return Spot(_day(each.first), _day(each.last), low, high)


def _day(date: PartialDate) -> dt.date:
    return date.first_day()
