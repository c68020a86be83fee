"""What a sum of incidents' ranges can mean: an envelope, a box of means, or, with assumptions said, a sample.

The minimum and maximum of an incident are the extremes of credible reports, not confidence limits. Drawing
each incident by itself inside its range is wrong however carefully it is done: errors would cancel, and
hundreds of incidents would give an interval a tenth as wide as the honest one. Incidents share reporters and
habits, so a share `rho` of each draw is common to all; with rho 0 the sample is never to be shown alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
from scipy.special import ndtr

from cairn.estimate.overlap import Floats
from cairn.exceptions import BadInput
from cairn.values import Range

RHO = 0.3
DRAWS = 20_000
AT_ONCE = 2_000


def envelope(incidents: Sequence[Range]) -> Range:
    """The sum of minimums to the sum of maximums: no probability, and no assumption."""
    return reduce(Range.__add__, incidents, Range(0, 0))


def mean_box(incidents: Sequence[Range], weights: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Bounds of the mean total when each incident happened with a probability within its own interval.

    They hold whatever incidents have to do with each other.
    """
    pairs = [(_closed(one), chance) for one, chance in zip(incidents, weights, strict=True)]
    return (
        float(sum(low * least for (low, _), (least, _) in pairs)),
        float(sum(high * most for (_, high), (_, most) in pairs)),
    )


def sample_totals(
    incidents: Sequence[Range], seed: int, rho: float = RHO, draws: int = DRAWS, lean: float = 1.0
) -> Floats:
    """Totals when every number in a range is as likely as any other and a share rho of the error is common.

    `lean` above one leans towards the minimums, below one towards the maximums.
    """
    if not 0 <= rho <= 1:
        raise BadInput(f"The common share rho is {rho}. Give a number from 0 to 1.")
    bounds = np.array([_closed(one) for one in incidents], dtype=np.float64).reshape(-1, 2)
    low, width = bounds[:, 0], bounds[:, 1] - bounds[:, 0] + 1
    rng = np.random.default_rng(seed)
    totals = []
    for first in range(0, draws, AT_ONCE):
        many = min(AT_ONCE, draws - first)
        common = np.sqrt(rho) * rng.standard_normal((many, 1))
        own = np.sqrt(1 - rho) * rng.standard_normal((many, len(bounds)))
        share = ndtr(common + own) ** lean
        totals.append(np.floor(low + share * width).clip(max=bounds[:, 1]).sum(axis=1))
    return np.concatenate(totals)


def _closed(one: Range) -> tuple[int, int]:
    if one.max is None:
        raise BadInput(f"A range of {one} has no ceiling and cannot be drawn from. Show the envelope alone.")
    return one.min, one.max
