"""Deaths by month as bars: the minimum solid, what lies between minimum and maximum lighter above it.

A month in which some incident has a floor and no ceiling is drawn open at the top.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from cairn.site.drawing.scale import ticks
from cairn.values import Range

WIDTH, HEIGHT = 960.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 8.0, 14.0, 34.0
MONTH_LABEL, YEAR_LABEL = 64.0, 40.0  # how wide a label is
FAR = 60  # months without an incident after which others are too far off to be drawn beside them
WIDEST = 44.0  # a month is a narrow thing, also where there are few of them


@dataclass(frozen=True, slots=True)
class Month:
    """What one month holds. `killed` None: nobody said how many. `ceiling` is drawn where it is open."""

    killed: Range | None
    incidents: int
    ceiling: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    month: str
    x: float
    width: float
    min_y: float
    min_height: float
    max_y: float
    max_height: float
    open: bool
    held: Month


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: tuple[Bar, ...]
    counts: tuple[Tick, ...]
    years: tuple[Tick, ...]
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = TOP
    base: float = HEIGHT - BOTTOM


def timeline(months: Mapping[str, Month]) -> Timeline | None:
    """The drawing of months ("2017-05") by what they hold; None when no month holds any death."""
    months = near(months)
    highest = max((_top(held) for held in months.values()), default=0)
    if not highest:
        return None
    span = every_month(min(months), max(months))
    marks = ticks(highest)
    step = min((WIDTH - LEFT - RIGHT) / len(span), WIDEST)
    bars = (
        _bar(month, at, step, months[month], marks[-1]) for at, month in enumerate(span) if month in months
    )
    counts = tuple(Tick(_y(mark, marks[-1]), f"{mark:,}") for mark in marks)
    return Timeline(tuple(bars), counts, years(span, step))


def near(months: Mapping[str, Month]) -> Mapping[str, Month]:
    """The months that lie together: one stray decades away would press all others into a corner."""
    runs: list[dict[str, Month]] = []
    for month in sorted(months):
        if not runs or _number(month) - _number(max(runs[-1])) > FAR:
            runs.append({})
        runs[-1][month] = months[month]
    return max(runs, key=lambda run: sum(held.incidents for held in run.values()), default={})


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _top(held: Month) -> int:
    if held.killed is None:
        return 0
    return max(held.killed.min, held.ceiling) if held.killed.max is None else held.killed.max


def _y(count: float, highest: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / highest, 1)


def _bar(month: str, at: int, step: float, held: Month, highest: int) -> Bar:
    base, low = _y(0, highest), _y(held.killed.min if held.killed else 0, highest)
    high = _y(_top(held), highest)
    gap = min(2.0, step * 0.18)
    x, width = round(LEFT + at * step + gap / 2, 2), round(step - gap, 2)
    is_open = held.killed is not None and held.killed.max is None
    return Bar(month, x, width, low, round(base - low, 1), high, round(low - high, 1), is_open, held)


def every_month(first: str, last: str) -> list[str]:
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(_number(first), _number(last) + 1)]


def years(span: list[str], step: float) -> tuple[Tick, ...]:
    """A label where a year begins, or each month where the whole is short."""
    if len(span) <= 18:
        every = math.ceil(MONTH_LABEL / step)
        return tuple(Tick(round(LEFT + n * step, 1), m) for n, m in enumerate(span) if n % every == 0)
    starts = [(n, m[:4]) for n, m in enumerate(span) if m.endswith("-01") or n == 0]
    if len(starts) > 1 and (starts[1][0] - starts[0][0]) * step < YEAR_LABEL:
        starts = starts[1:]
    every = math.ceil(YEAR_LABEL / (step * 12))
    return tuple(Tick(round(LEFT + n * step, 1), year) for n, year in starts[::every])
