"""How long admitting took, by the month of the incident: days above, how many still wait below.

A line goes from the first quartile to the third of those admitted, with a dot at the middle. Beneath stand
the incidents of that month, those admitted solid and those not admitted lighter: where a bar is light, the
dot above it says little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.site.drawing.scale import ticks
from cairn.site.drawing.timeline import LEFT, RIGHT, WIDEST, WIDTH, Month, Tick, every_month, near, years
from cairn.total.beside.lag import Lag

DAYS_TOP, DAYS_BASE = 14.0, 170.0
COUNTS_TOP, COUNTS_BASE, HEIGHT = 196.0, 256.0, 290.0


@dataclass(frozen=True, slots=True)
class Wait:
    """One month's column; `low`, `middle` and `high` None where nothing is admitted."""

    month: str
    x: float
    width: float
    centre: float
    admitted_y: float
    admitted_height: float
    waiting_y: float
    waiting_height: float
    lag: Lag
    low: float | None = None
    middle: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Waits:
    columns: tuple[Wait, ...]
    days: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    years: tuple[Tick, ...]
    far: int
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = DAYS_TOP
    days_base: float = DAYS_BASE
    base: float = COUNTS_BASE


def waits(months: Sequence[tuple[str, Lag]]) -> Waits | None:
    """The drawing; None where no day of any admission is known. `far` incidents lie too far off in time."""
    held = {month: Month(None, _many(lag)) for month, lag in months}
    drawn = near(held)
    lags = {month: lag for month, lag in months if month in drawn}
    longest = max((lag.quartiles[2] for lag in lags.values() if lag.quartiles), default=None)
    if longest is None:
        return None
    span = every_month(min(lags), max(lags))
    step = min((WIDTH - LEFT - RIGHT) / len(span), WIDEST)
    days, counts = ticks(max(longest, 1)), ticks(max(map(_many, lags.values())), 2)
    columns = tuple(
        _column(month, LEFT + at * step, step, lags[month], days[-1], counts[-1])
        for at, month in enumerate(span)
        if month in lags
    )
    return Waits(
        columns,
        tuple(Tick(_y(mark, days[-1], DAYS_TOP, DAYS_BASE), f"{mark:,}") for mark in days),
        tuple(Tick(_y(mark, counts[-1], COUNTS_TOP, COUNTS_BASE), f"{mark:,}") for mark in counts),
        years(span, step),
        sum(held[month].incidents for month in held.keys() - drawn.keys()),
    )


def _column(month: str, left: float, step: float, lag: Lag, longest: int, most: int) -> Wait:
    gap = min(2.0, step * 0.18)
    admitted = _y(len(lag.days) + lag.untimed, most, COUNTS_TOP, COUNTS_BASE)
    waiting = _y(_many(lag), most, COUNTS_TOP, COUNTS_BASE)
    quartiles = lag.quartiles or (None, None, None)
    low, middle, high = (None if d is None else _y(d, longest, DAYS_TOP, DAYS_BASE) for d in quartiles)
    return Wait(
        month,
        x=round(left + gap / 2, 2),
        width=round(step - gap, 2),
        centre=round(left + step / 2, 2),
        admitted_y=admitted,
        admitted_height=round(COUNTS_BASE - admitted, 1),
        waiting_y=waiting,
        waiting_height=round(admitted - waiting, 1),
        lag=lag,
        low=low,
        middle=middle,
        high=high,
    )


def _many(lag: Lag) -> int:
    return len(lag.days) + lag.untimed + lag.waiting


def _y(number: float, highest: float, top: float, base: float) -> float:
    return round(base - (base - top) * number / highest, 1)
