"""A range as a strip beside its number, on a scale from nought that all strips of a table share.

The minimum is solid and what lies up to the maximum lighter; where there is no ceiling a broken line goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cairn.values import Range
from cairn.values.fan import Spoke

WIDTH, HEIGHT = 600.0, 14.0
BEYOND = 1.06  # how far the scale goes past the highest number, so that what has no ceiling can go on


@dataclass(frozen=True, slots=True)
class Part:
    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Strip:
    """`onward` is where a number without a ceiling goes on from, `middle` where a median lies."""

    parts: tuple[Part, ...]
    onward: float | None = None
    middle: float | None = None
    width: float = WIDTH
    height: float = HEIGHT


def scale_of(counts: Iterable[Range | None], further: Iterable[float] = ()) -> float:
    """The number at the end of a scale that holds all of these; 0 where there is none."""
    tops = [count.min if count.max is None else count.max for count in counts if count]
    return max([*tops, *further], default=0) * BEYOND


def strip(count: Range | None, highest: float) -> Strip | None:
    """None where there is nothing to draw."""
    if count is None or not highest:
        return None
    low = _x(count.min, highest)
    solid = Part("min", 0.0, low)
    if count.max is None:
        return Strip((solid,), onward=low)
    return Strip((solid, Part("max", low, round(_x(count.max, highest) - low, 1))))


def fan_strip(spoke: Spoke, highest: float) -> Strip:
    """The widest interval lightest, the narrowest darkest, the median as a line."""
    kinds = ("half", "most", "wide")[: len(spoke.intervals)]
    ends = [(_x(low, highest), _x(high, highest)) for low, high in spoke.intervals]
    parts = [Part(kind, low, round(high - low, 1)) for kind, (low, high) in zip(kinds, ends, strict=True)]
    return Strip(tuple(parts[::-1]), middle=_x(spoke.median, highest))


def _x(number: float, highest: float) -> float:
    return round(WIDTH * number / highest, 1)
