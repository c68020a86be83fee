"""Intervals for one chosen model: Wald, profile likelihood and deviance. None of them knows that it was
chosen.

They are offered so that published figures can be compared, and because the distance between them is news. The
interval that repeats the choice is in `bootstrap`, the one that spreads over models in `averaging`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.special import gammaln

from cairn.estimate.hierarchy import design
from cairn.estimate.loglinear import Model
from cairn.estimate.overlap import Floats, OverlapTable
from cairn.estimate.poisson import fit

# The 95 % point of chi-square with one degree of freedom.
CHI_SQUARE_95 = 3.841458820694124
NORMAL_95 = 1.959963984540054
FARTHEST = 1e4

Interval = tuple[float, float]


def wald(table: OverlapTable, model: Model) -> Interval:
    """Lognormal: the unseen number times and divided by exp(1.96 standard errors of its logarithm)."""
    reach = float(np.exp(NORMAL_95 * model.spread))
    return table.n + model.unseen / reach, table.n + model.unseen * reach


def profile(table: OverlapTable, model: Model, order: int) -> Interval:
    """Where the multinomial likelihood of the total, at its best over everything else, is within 1.92."""
    return _within(table, model, lambda unseen: -2 * profile_likelihood(table, model, order, unseen))


def profile_peak(table: OverlapTable, model: Model, order: int) -> float:
    """The total at which the profile likelihood is highest: a little below the Poisson estimate."""
    centre = np.log(model.unseen)
    found = minimize_scalar(
        lambda at: -profile_likelihood(table, model, order, float(np.exp(at))),
        bounds=(centre - 2, centre + 2),
        method="bounded",
        options={"xatol": 1e-9},
    )
    return float(table.n + np.exp(found.x))


def deviance(table: OverlapTable, model: Model, order: int) -> Interval:
    """Where the model's deviance, the unseen number held fixed, is within 3.84 of its least (Regal and
    Hook)."""
    return _within(table, model, lambda unseen: _refit(table, model, order, unseen)[1])


def profile_likelihood(table: OverlapTable, model: Model, order: int, unseen: float) -> float:
    """The multinomial log-likelihood of this many unseen people, every other term at its best."""
    total = table.n + unseen
    fitted, _ = _refit(table, model, order, unseen)
    counts = np.append(unseen, table.dense[1:])
    held = counts > 0
    fit_to_total = float(counts[held] @ np.log(fitted[held] / total))
    return float(gammaln(total + 1) - gammaln(unseen + 1)) + fit_to_total


def _refit(table: OverlapTable, model: Model, order: int, unseen: float) -> tuple[Floats, float]:
    """The model fitted as if the unseen had been counted; what it expects, and its deviance."""
    columns = design(len(table.lists), order)
    whole = np.vstack([np.eye(1, columns.shape[1]), columns])
    fits = fit(whole, np.append(unseen, table.dense[1:]), model.terms[None, :])
    return fits.fitted[0], float(fits.deviance[0])


def _within(table: OverlapTable, model: Model, badness: Callable[[float], float]) -> Interval:
    """Where the badness stays within the 95 % point of its least."""
    centre = np.log(model.unseen)
    best = minimize_scalar(
        lambda at: badness(float(np.exp(at))),
        bounds=(centre - 2, centre + 2),
        method="bounded",
        options={"xatol": 1e-7},
    )

    def excess(at: float) -> float:
        return badness(float(np.exp(at))) - float(best.fun) - CHI_SQUARE_95

    return table.n + _crossing(excess, float(best.x), -1), table.n + _crossing(excess, float(best.x), 1)


def _crossing(excess: Callable[[float], float], start: float, direction: int) -> float:
    """Where the excess passes nought on this side; the farthest point looked at when it never does."""
    reach = 0.05
    while excess(start + direction * reach) < 0:
        reach *= 1.6
        if reach > np.log(FARTHEST):
            return 0.0 if direction < 0 else float("inf")
    return float(np.exp(brentq(excess, start, start + direction * reach, xtol=1e-9)))
