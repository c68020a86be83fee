"""Totals drawn at random from incidents' ranges, under assumptions that are said: a fan, never a number.

The minimum and maximum of an incident are the extremes of credible reports, not confidence limits. Drawing
each incident by itself inside its range is wrong however carefully it is done: errors would cancel, and
hundreds of incidents would give an interval a tenth as wide as the honest one. Incidents share reporters and
habits, so a share `rho` of each draw is common to all; and those of one grade stand or fall together, because
one chance is drawn for the grade. Every answer is given for several `rho` and shapes, none by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from scipy.special import betaincinv, ndtr

from cairn.estimate.grade_chances import Chance
from cairn.estimate.overlap import Floats
from cairn.exceptions import BadInput
from cairn.values import Grade, Range
from cairn.values.fan import LEVELS, Spoke

RHOS, OFFERED_RHO = (0.0, 0.3, 1.0), 0.3
# Where in its range a number lies, as a Beta distribution: near the minimum, anywhere, near the maximum.
SHAPES = {"low": (2.0, 5.0), "even": (1.0, 1.0), "high": (5.0, 2.0)}
MOST_DRAWS, FEWEST_DRAWS = 10_000, 1_000
AT_ONCE = 2_000_000  # numbers held at a time
IN_ALL = 10_000_000  # numbers drawn in all, as far as FEWEST_DRAWS allows
STEPS = 4096  # as finely as a shape bends a draw

Counted = tuple[Grade, Range]
Totals = dict[tuple[float, str], Floats]


def draw_fan(
    incidents: Sequence[Counted], chances: Mapping[Grade, Chance], seed: int, draws: int | None = None
) -> Totals:
    """Totals for every rho and shape. The same luck serves all, so that they differ by what is assumed.

    A grade without a chance counts in full.
    """
    rng = np.random.default_rng(seed)
    grades = sorted({grade for grade, _ in incidents})
    narrow = Counter((grade, one.min) for grade, one in incidents if one.min == one.max)
    wide = [(grades.index(grade), *_closed(one)) for grade, one in incidents if one.min != one.max]
    many = draws or draws_for(len(wide))
    stands = np.column_stack([_drawn(chances.get(grade), many, rng) for grade in grades] or [np.ones(many)])
    common = rng.standard_normal((many, 1), dtype=np.float32)
    sure = np.zeros(many)
    for (grade, number), count in sorted(narrow.items()):
        sure += number * rng.binomial(count, stands[:, grades.index(grade)])
    totals = {(rho, shape): sure.copy() for rho in RHOS for shape in SHAPES}
    table = np.array(wide, dtype=np.int64).reshape(-1, 3)
    for rows, part in _blocks(many, table):
        own = rng.standard_normal((rows.stop - rows.start, len(part)), dtype=np.float32)
        there = rng.random(own.shape, dtype=np.float32) < stands[rows][:, part[:, 0]]
        _add(totals, rows, part, (common[rows], own, there))
    return totals


def spokes(totals: Totals) -> Iterator[Spoke]:
    """The middle and the intervals of each, rho by rho."""
    for (rho, shape), drawn in totals.items():
        ends = tuple(_interval(drawn, level) for level in LEVELS)
        yield Spoke(rho, shape, float(np.median(drawn)), ends)


def draws_for(wide: int) -> int:
    """How many draws are made of so many incidents that have a range."""
    return int(min(MOST_DRAWS, max(FEWEST_DRAWS, IN_ALL // max(wide, 1))))


def _add(
    totals: Totals, rows: slice, part: np.ndarray, drawn: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> None:
    common, own, there = drawn
    low, high = part[:, 1], part[:, 2]
    least = there @ low.astype(np.float64)
    numbers = (there * (high - low + 1)).astype(
        np.float32
    )  # how many there are to choose from; none if it fell
    for rho in RHOS:
        share = ndtr(np.float32(np.sqrt(rho)) * common + np.float32(np.sqrt(1 - rho)) * own)
        place = np.minimum((share * STEPS).astype(np.int32), STEPS - 1)
        for shape, bend in _BENDS.items():
            over = np.floor(bend[place] * numbers)
            totals[rho, shape][rows] += least + over.sum(axis=1, dtype=np.float64)


# The middle of each step: below one, so that no draw goes past a maximum.
_BENDS = {
    name: betaincinv(*shape, (np.arange(STEPS) + 0.5) / STEPS).astype(np.float32)
    for name, shape in SHAPES.items()
}


def _blocks(draws: int, wide: np.ndarray) -> Iterator[tuple[slice, np.ndarray]]:
    """Draws by incidents, in pieces that fit in memory."""
    width = min(len(wide), 20_000)
    height = max(1, AT_ONCE // max(width, 1))
    for left in range(0, len(wide), width or 1):
        for top in range(0, draws, height):
            yield slice(top, min(top + height, draws)), wide[left : left + width]


def _drawn(chance: Chance | None, many: int, rng: np.random.Generator) -> Floats:
    return np.ones(many) if chance is None else rng.beta(chance.a, chance.b, many)


def _interval(drawn: Floats, level: float) -> tuple[float, float]:
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _closed(one: Range) -> tuple[int, int]:
    if one.max is None:
        raise BadInput(f"A range of {one} has no ceiling and cannot be drawn from. Show the envelope alone.")
    return one.min, one.max
