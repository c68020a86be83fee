"""The interval that repeats the choice of model in every resample: what a naive interval leaves out.

People are drawn anew from those seen; every model in the running is fitted again and the best by BIC chosen
again. The bias-corrected accelerated interval (Efron 1987) is built from the totals so chosen, as Silverman,
Chan and Vincent (2024) do; the plain percentiles are kept beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from cairn.estimate.hierarchy import Flags, design
from cairn.estimate.loglinear import Model
from cairn.estimate.overlap import Floats, OverlapTable
from cairn.estimate.poisson import fit, intercept_variance

RESAMPLES = 1000
# Only models that could be chosen are tried again: the best so many by the number of lists.
IN_THE_RUNNING = {3: 8, 4: 20}
IN_THE_RUNNING_BEYOND = 100
# A spread of the logarithm beyond this means that the resample cannot tell the terms apart.
UNTELLABLE = 50.0
LEAST_EXPECTED = 1e-6


@dataclass(frozen=True)
class Bootstrap:
    """Totals of the best model in each resample, with the two intervals made from them."""

    totals: Floats
    bca: tuple[float, float]
    percentile: tuple[float, float]
    without_a_sound_model: int


def bootstrap(
    table: OverlapTable, models: Sequence[Model], order: int, seed: int, resamples: int = RESAMPLES
) -> Bootstrap:
    """Resample the people seen and choose again among the best models, at the 95 % level."""
    running = [model for model in models if model.sound]
    running = running[: IN_THE_RUNNING.get(len(table.lists), IN_THE_RUNNING_BEYOND)]
    flags = np.array([model.terms for model in running])
    counts = table.dense[1:]
    drawn = np.random.default_rng(seed).multinomial(table.n, counts / table.n, size=resamples)
    totals = chosen_totals(len(table.lists), order, drawn.astype(np.float64), flags)
    found = np.sort(totals[np.isfinite(totals)])
    original = running[0].n
    shares = _corrected(found, original, _acceleration(len(table.lists), order, counts, flags))
    low, high = np.quantile(found, shares)
    plain = np.quantile(found, [0.025, 0.975])
    return Bootstrap(
        found, (float(low), float(high)), (float(plain[0]), float(plain[1])), resamples - len(found)
    )


def chosen_totals(lists: int, order: int, samples: Floats, flags: Flags) -> Floats:
    """For each sample of counts, the total by the model with the lowest BIC; nan where no model is sound."""
    lowest, totals = np.full(len(samples), np.inf), np.full(len(samples), np.nan)
    for terms in flags:
        # One model at a time: only its own terms are in the matrices, which is what makes this quick.
        bic, total = _refitted(design(lists, order)[:, terms], samples, int(terms.sum()))
        better = bic < lowest
        lowest, totals = np.where(better, bic, lowest), np.where(better, total, totals)
    return totals


def _refitted(columns: Floats, samples: Floats, parameters: int) -> tuple[Floats, Floats]:
    """BIC and total of one model on every sample; the BIC is infinite where its fit is not sound."""
    every = np.ones((len(samples), columns.shape[1]), dtype=bool)
    fits = fit(columns, samples, every)
    seen = samples.sum(axis=1)
    bic = np.log(seen) * parameters - 2 * fits.log_likelihood
    least = np.where(fits.kept_patterns, fits.fitted, np.inf).min(axis=1)
    spread = np.sqrt(np.maximum(intercept_variance(columns, fits), 0))
    sound = (fits.slope <= 1e-6 * seen) & (least > LEAST_EXPECTED) & (spread < UNTELLABLE)
    return np.where(sound, bic, np.inf), seen + np.exp(np.clip(fits.coefficients[:, 0], -300, 300))


def _acceleration(lists: int, order: int, counts: Floats, flags: Flags) -> float:
    """From leaving out one person at a time: people with the same pattern leave the same total behind."""
    places = np.flatnonzero(counts)
    fewer = counts - np.eye(len(counts))[places]
    totals, weights = chosen_totals(lists, order, fewer, flags), counts[places]
    known = np.isfinite(totals)
    totals, weights = totals[known], weights[known]
    apart = np.average(totals, weights=weights) - totals
    square = float(weights @ apart**2)
    return float(weights @ apart**3) / (6 * square**1.5) if square > 0 else 0.0


def _corrected(found: Floats, original: float, acceleration: float) -> list[float]:
    """The shares of the bootstrap distribution at which the corrected interval ends."""
    ties = (found < original).sum() + 0.5 * np.isclose(found, original, rtol=1e-12).sum()
    bias = float(ndtri(np.clip(ties / len(found), 1e-4, 1 - 1e-4)))
    reached = [bias + z for z in (-1.959963984540054, 1.959963984540054)]
    return [float(ndtr(bias + z / (1 - acceleration * z))) for z in reached]
