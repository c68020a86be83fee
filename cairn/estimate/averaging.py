"""From many models to one answer: a proper mixture for ours, an average of limits to reproduce the Lancet's.

The mixture says: draw a model by its share of belief, then draw a number from that model. Its quantiles hold
the doubt between models as well as the doubt within each. Averaging the *limits* of intervals, as published
work on Gaza did, has no such meaning; it is here so that published figures can be recomputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri

from cairn.estimate.loglinear import Model, every_model, shares_by
from cairn.estimate.overlap import Floats, OverlapTable

# Models that put more than this many unseen people beside each one seen are left out of the Lancet's average.
MOST_UNSEEN_FOR_ONE_SEEN = 5.0
NORMAL_95 = 1.96


@dataclass(frozen=True)
class Mixture:
    """Lognormal numbers of unseen people, each with its weight, beside `seen` people."""

    seen: int
    unseen: Floats
    spread: Floats
    weights: Floats

    def below(self, log_unseen: float) -> float:
        """The probability that the logarithm of the unseen number is below this."""
        return float(self.weights @ ndtr((log_unseen - np.log(self.unseen)) / self.spread))

    def quantile(self, share: float) -> float:
        reach = ndtri(min(max(share, 1e-6), 1 - 1e-6)) * self.spread
        centres = np.log(self.unseen)
        low, high = float((centres + reach).min()) - 1e-6, float((centres + reach).max()) + 1e-6
        found = brentq(lambda at: self.below(at) - share, low, high, xtol=1e-12)
        return self.seen + float(np.exp(found))

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)

    def draws(self, many: int) -> Floats:
        """Evenly spaced quantiles: the mixture as a sample that needs no seed."""
        grid = np.linspace(np.log(self.unseen).min() - 6, np.log(self.unseen).max() + 6, 4001)
        heights = np.array([self.below(at) for at in grid])
        shares = (np.arange(many) + 0.5) / many
        return np.asarray(self.seen + np.exp(np.interp(shares, heights, grid)))


def mixture(models: Iterable[Model], seen: int, least_weight: float = 1e-6) -> Mixture:
    """The sound models as one distribution; those that weigh nothing are left out."""
    held = [model for model in models if model.sound and model.weight > least_weight]
    weights = np.array([model.weight for model in held])
    return Mixture(
        seen,
        np.array([model.unseen for model in held]),
        np.array([model.spread for model in held]),
        weights / weights.sum(),
    )


@dataclass(frozen=True)
class Averaged:
    """An estimate with limits that are averages, medians or sums of limits, not quantiles of anything."""

    n: float
    low: float
    high: float


def lancet_average(table: OverlapTable) -> Averaged | None:
    """AIC-weighted average of estimates and of Wald limits over models with few enough unseen for each seen.

    None where no model is left. For reproduction only: our own answer is `mixture`.
    """
    bound = MOST_UNSEEN_FOR_ONE_SEEN * table.n
    held = [model for model in every_model(table) if model.sound and model.unseen <= bound]
    if not held:
        return None
    weights = shares_by([model.aic for model in held])
    unseen = np.array([model.unseen for model in held])
    # The published limits leave out the chance in the unseen number itself.
    wide = np.sqrt(np.maximum(np.array([model.spread for model in held]) ** 2 - 1 / unseen, 0))
    low, high = unseen * np.exp(-NORMAL_95 * wide), unseen * np.exp(NORMAL_95 * wide)
    return Averaged(*(float(table.n + weights @ each) for each in (unseen, low, high)))


def median_then_sum(strata: Sequence[Sequence[Averaged]]) -> Averaged:
    """The Lancet's total: for each stratum the median over its imputations, limits and all, then the sum."""
    middles = [
        [float(np.median([getattr(one, part) for one in imputed])) for part in ("n", "low", "high")]
        for imputed in strata
    ]
    return Averaged(*(sum(column) for column in zip(*middles, strict=True)))
