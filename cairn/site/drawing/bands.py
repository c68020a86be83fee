"""A series as a band over time, from the lowest to the highest that is said of each day.

Where nobody said anything there is a gap.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cairn.site.drawing.scale import ticks
from cairn.site.drawing.timeline import Tick

WIDTH, HEIGHT = 960.0, 220.0
LEFT, RIGHT, TOP, BOTTOM = 68.0, 10.0, 14.0, 34.0
LABEL = 64.0  # how wide a label of the time axis is
DOTS = 60  # points up to which each has a dot of its own to point at
STROKE = 8.0  # how wide an open ceiling is at least
USUAL = 2.5  # times the usual distance between points after which a band is broken

Bounds = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """What is said of the days from `first` to `last`, and by whom. `high` None: a floor, no ceiling."""

    first: dt.date
    last: dt.date
    low: float
    high: float | None
    said: tuple[tuple[str, Bounds], ...] = ()

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Dot:
    """One bound of what somebody said, to point at."""

    x: float
    y: float
    day: dt.date
    by: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Bands:
    """Paths of an SVG: `band` between the bounds, `line` along them, `open` where a ceiling is wanting.

    `falls` are where a count was corrected downwards.
    """

    band: str
    line: str
    open: str
    dots: tuple[Dot, ...]
    counts: tuple[Tick, ...]
    times: tuple[Tick, ...]
    falls: tuple[float, ...] = ()
    top: float = TOP
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    base: float = HEIGHT - BOTTOM


class _Axes:
    """Where a day and a value lie on the drawing."""

    def __init__(self, first: dt.date, last: dt.date, highest: float) -> None:
        self.first, self.last, self.days = first, last, max(1, (last - first).days + 1)
        self.marks = ticks(highest)
        self.step = (WIDTH - LEFT - RIGHT) / self.days

    def x(self, day: dt.date, after: float = 0.5) -> float:
        return round(LEFT + ((day - self.first).days + after) * self.step, 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / self.marks[-1], 1)

    def counts(self) -> tuple[Tick, ...]:
        return tuple(Tick(self.y(mark), f"{mark:,}") for mark in self.marks)

    def times(self) -> tuple[Tick, ...]:
        """A label where a year begins, or where a month does when the whole is short; none into another."""
        starts = [self.first + dt.timedelta(days=n) for n in range(self.days)]
        months = [day for day in starts if day.day == 1 or day == self.first]
        years = [day for day in months if day.month == 1 or day == self.first]
        short = self.days < 550
        shown = months if short else years
        every = max(1, math.ceil(LABEL / (self.step * (30 if short else 365))))
        named = [Tick(self.x(day, 0), f"{day:%Y-%m}" if short else f"{day:%Y}") for day in shown]
        clear = named[1:] if len(named) > 1 and named[1].at - named[0].at < LABEL else named
        return tuple(clear[::every])


def bands(spots: Sequence[Spot]) -> Bands | None:
    """The drawing of a series; None where there is nothing above nought to draw."""
    axes = _axes(spots)
    if axes is None:
        return None
    runs = _runs(spots)
    return Bands(
        "".join(_band(part, axes) for run in runs for part in _closed(run)),
        "".join(_line(run, axes) for run in runs),
        "".join(_open(spot, axes, STROKE) for spot in spots if spot.high is None),
        tuple(_dots(spots, axes)) if len(spots) <= DOTS else (),
        axes.counts(),
        axes.times(),
    )


def bars(spots: Sequence[Spot], falls: Iterable[dt.date] = ()) -> Bands | None:
    """The drawing of what was added day by day: as wide as the days, as high as their mean for a day."""
    means = [
        Spot(one.first, one.last, one.low / one.days, None if one.high is None else one.high / one.days)
        for one in spots
    ]
    axes = _axes(means)
    if axes is None:
        return None
    return Bands(
        "".join(_box(one, one.low, one.high, axes) for one in means if one.high not in (None, one.low)),
        "".join(_box(one, 0, one.low, axes) if one.low else _nobody(one, axes) for one in means),
        "".join(_open(one, axes) for one in means if one.high is None),
        (),
        axes.counts(),
        axes.times(),
        tuple(axes.x(day) for day in falls if axes.first <= day <= axes.last),
    )


def _axes(spots: Sequence[Spot]) -> _Axes | None:
    highest = max((max(spot.low, spot.high or 0) for spot in spots), default=0)
    if highest <= 0:
        return None
    return _Axes(min(spot.first for spot in spots), max(spot.last for spot in spots), highest)


def _runs(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Points that lie together. Where nobody said anything for long, the band is broken."""
    between = [(after.last - before.last).days for before, after in pairwise(spots)]
    usual = median(between) if between else 1
    runs = [[spot] for spot in spots[:1]]
    for days, spot in zip(between, spots[1:], strict=True):
        if days > usual * USUAL and spot.days < days:
            runs.append([])
        runs[-1].append(spot)
    return runs


def _band(run: Sequence[Spot], axes: _Axes) -> str:
    """Between the bounds; a point alone is a stroke."""
    if len(run) == 1 and _top(run[0]) > run[0].low:
        x, half = axes.x(run[0].last), STROKE / 4
        return f"M{x - half:.1f},{axes.y(_top(run[0]))}H{x + half:.1f}V{axes.y(run[0].low)}H{x - half:.1f}Z"
    there = " ".join(f"{axes.x(spot.last)},{axes.y(_top(spot))}" for spot in run)
    back = " ".join(f"{axes.x(spot.last)},{axes.y(spot.low)}" for spot in reversed(run))
    return f"M{there} {back}Z" if any(_top(spot) > spot.low for spot in run) else ""


def _closed(run: Sequence[Spot]) -> list[list[Spot]]:
    """The parts of a run in which every point has a ceiling: between others nobody drew one."""
    parts: list[list[Spot]] = [[]]
    for spot in run:
        if spot.high is None:
            parts.append([])
        else:
            parts[-1].append(spot)
    return [part for part in parts if part]


def _dots(spots: Iterable[Spot], axes: _Axes) -> Iterator[Dot]:
    for spot in spots:
        for by, (low, high) in spot.said:
            for value in dict.fromkeys((low, low if high is None else high)):
                yield Dot(axes.x(spot.last), axes.y(value), spot.last, by, (low, high))


def _line(run: Sequence[Spot], axes: _Axes) -> str:
    """Along the floor, and along the ceiling where that is another. A point alone is a short stroke."""
    if len(run) == 1:
        x, y = axes.x(run[0].last), axes.y(run[0].low)
        return f"M{round(x - 2, 1)},{y} {round(x + 2, 1)},{y}"
    floor = "M" + " ".join(f"{axes.x(spot.last)},{axes.y(spot.low)}" for spot in run)
    ceilings = [
        "M" + " ".join(f"{axes.x(spot.last)},{axes.y(_top(spot))}" for spot in part) for part in _closed(run)
    ]
    return floor + "".join(each for each in ceilings if each != floor)


def _top(spot: Spot) -> float:
    return spot.low if spot.high is None else spot.high


def _box(spot: Spot, low: float, high: float | None, axes: _Axes) -> str:
    left, right = axes.x(spot.first, 0), axes.x(spot.last, 1)
    return f"M{left},{axes.y(low)}V{axes.y(high or 0)}H{right}V{axes.y(low)}Z"


def _nobody(spot: Spot, axes: _Axes) -> str:
    """A mark under the line: somebody said that it was nobody."""
    left, right, base = axes.x(spot.first, 0), axes.x(spot.last, 1), HEIGHT - BOTTOM
    return f"M{left},{base + 1}V{base + 4}H{right}V{base + 1}Z"


def _open(spot: Spot, axes: _Axes, least: float = 0) -> str:
    """A floor without a ceiling: open to the top, and wide enough to be seen."""
    left, right = axes.x(spot.first, 0), axes.x(spot.last, 1)
    wider = max(0.0, least - (right - left)) / 2
    left, right = round(left - wider, 1), round(right + wider, 1)
    return f"M{left},{axes.y(spot.low)}V{TOP}H{right}V{axes.y(spot.low)}Z"
