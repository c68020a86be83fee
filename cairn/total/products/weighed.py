"""Bounds of the mean total when each grade has an interval for the chance that its incidents are as recorded.

They hold whatever incidents have to do with one another, and need no shape. The intervals are the
organisation's own: without them there is nothing to say beyond the envelope.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cairn.total.tally import Sum
from cairn.values import Grade

Weights = Mapping[Grade, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class MeanBounds:
    """`most` None: some incident has no ceiling. Grades `unweighed` count in full, as in the envelope."""

    least: float
    most: float | None
    unweighed: tuple[Grade | None, ...] = ()


def mean_bounds(grades: Mapping[Grade | None, Sum], weights: Weights) -> MeanBounds | None:
    """None where no grade that is counted has an interval.

    >>> mean_bounds({Grade.FAIR: Sum(2, 4, 1)}, {Grade.FAIR: (0.5, 1.0)})
    MeanBounds(least=1.0, most=4.0, unweighed=())
    """
    held = {grade: weights[grade] for grade in grades if grade is not None and grade in weights}
    if not held:
        return None
    unweighed = tuple(grade for grade in grades if grade not in held)
    chances = [(sums, held.get(grade, (1.0, 1.0)) if grade else (1.0, 1.0)) for grade, sums in grades.items()]
    is_open = any(sums.open for sums, _ in chances)
    return MeanBounds(
        float(sum(sums.min * least for sums, (least, _) in chances)),
        None if is_open else float(sum(sums.max * most for sums, (_, most) in chances)),
        unweighed,
    )
