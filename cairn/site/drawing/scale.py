"""Round numbers for an axis."""

from __future__ import annotations


def ticks(highest: float, about: int = 4) -> list[int]:
    """Whole numbers from nought to at least the highest, 1, 2 or 5 apart at their first digit.

    >>> ticks(17)
    [0, 5, 10, 15, 20]
    """
    step, power = 1, 1
    while step * about < highest:
        step = next((n * power for n in (1, 2, 5) if n * power * about >= highest), 0)
        power *= 10
        step = step or power
    return list(range(0, int(-(-highest // step)) * step + 1, step)) if highest > 0 else [0, 1]
