"""Poisson log-linear models fitted many at a time, by Newton's method on the likelihood itself.

The expected number with a pattern is the exponential of a sum of terms; on no list only the intercept is
left, so exp(intercept) is the estimated number that nobody recorded. Where some people were never seen
together, a term may lie at minus infinity: it and the patterns it empties are set aside before the fit (the
extended maximum likelihood), and whether the rest has a maximum at all is settled by `existence`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import gammaln

from cairn.estimate.hierarchy import Flags
from cairn.estimate.overlap import Floats, Ints

MOST_STEPS = 100
MOST_HALVINGS = 12
CONVERGED = 1e-9
# Models fitted in one stack: bounds memory, and is wide enough for the linear algebra to be quick.
STACK = 256
# So small beside the information that it changes no digit of a fit, and keeps a flat direction solvable.
RIDGE = 1e-11


@dataclass(frozen=True)
class Fits:
    """One row a fit. `fitted` is noughted where a pattern was set aside; `slope` is the largest gradient
    left."""

    coefficients: Floats
    fitted: Floats
    kept_patterns: Flags
    kept_terms: Flags
    log_likelihood: Floats
    deviance: Floats
    slope: Floats


def fit(design: Floats, counts: Floats, models: Flags) -> Fits:
    """Fit every model (a row of flags over the design's columns) to its own row of counts, or to one for
    all."""
    rows = np.broadcast_to(counts, (len(models), design.shape[0]))
    stacks = [slice(first, first + STACK) for first in range(0, len(models), STACK)]
    parts = [_fit(design, rows[stack], models[stack]) for stack in stacks]
    return Fits(*(np.concatenate([getattr(part, name) for part in parts]) for name in Fits.__annotations__))


def set_aside(design: Floats, counts: Floats, models: Flags) -> tuple[Flags, Flags]:
    """The patterns and terms that stay when terms seen on nobody are taken to minus infinity."""
    nobody = models & (counts @ design == 0)
    emptied = nobody.astype(np.float64) @ design.T > 0
    return ~emptied, models & ~nobody


def _fit(design: Floats, counts: Floats, models: Flags) -> Fits:
    patterns, held = set_aside(design, counts, models)
    observed = np.where(patterns, counts, 0.0)
    beta = _start(design, observed, patterns, held)
    open_ = np.arange(len(models))
    value = _likelihood(design, observed, patterns, beta)
    for _ in range(MOST_STEPS):
        o, p, h = observed[open_], patterns[open_], held[open_]
        step, slope = _step(design, o, p, h, beta[open_])
        moved, reached = _climb(design, o, p, beta[open_], step, value[open_])
        beta[open_] = moved
        gained, value[open_] = reached - value[open_], reached
        scale = 1.0 + o.sum(axis=1)
        still = (slope > CONVERGED * scale) | (gained > 1e-13 * scale)
        open_ = open_[still]
        if not len(open_):
            break
    return _finished(design, observed, patterns, held, beta)


def _start(design: Floats, observed: Floats, patterns: Flags, held: Flags) -> Floats:
    """One weighted least-squares step from the counts themselves, as a generalised linear model starts."""
    mean = np.where(patterns, observed + 0.1, 0.0)
    target = np.log(observed + 0.1) - 0.1 / (observed + 0.1)
    right = np.where(held, (mean * target) @ design, 0.0)
    return _solve(_information(design, mean, held), right)


def _step(
    design: Floats, observed: Floats, patterns: Flags, held: Flags, beta: Floats
) -> tuple[Floats, Floats]:
    mean = np.where(patterns, np.exp(_clipped(beta @ design.T)), 0.0)
    gradient = np.where(held, (observed - mean) @ design, 0.0)
    return _solve(_information(design, mean, held), gradient), np.abs(gradient).max(axis=1)


def _climb(
    design: Floats, observed: Floats, patterns: Flags, beta: Floats, step: Floats, value: Floats
) -> tuple[Floats, Floats]:
    """Take the step, halved where a whole one would lower the likelihood."""
    length = np.ones(len(beta))
    for _ in range(MOST_HALVINGS):
        tried = beta + length[:, None] * step
        reached = _likelihood(design, observed, patterns, tried)
        lower = reached < value - 1e-9 * np.abs(value)
        if not lower.any():
            return tried, reached
        length = np.where(lower, length / 2, length)
    return np.where(lower[:, None], beta, tried), np.where(lower, value, reached)


def _information(design: Floats, mean: Floats, held: Flags) -> Floats:
    """Each model's information matrix; a term that is not held has 1 on the diagonal and nothing beside
    it."""
    many = design.shape[1]
    products, place = _products(design.tobytes(), design.shape)
    information = (mean @ products)[:, place].reshape(-1, many, many)
    information *= held[:, :, None]
    information *= held[:, None, :]
    diagonal = np.arange(many)
    scale = information[:, diagonal, diagonal].max(axis=1, keepdims=True)
    information[:, diagonal, diagonal] += np.where(held, RIDGE * scale, 1.0)
    return information


@lru_cache(maxsize=256)
def _products(written: bytes, shape: tuple[int, int]) -> tuple[Floats, Ints]:
    """The products of every two columns, each different one once, and which of them each two columns have.

    Two terms hold together where their union does, so that a thousand pairs of columns have a few dozen
    products.
    """
    design = np.frombuffer(written, dtype=np.float64).reshape(shape)
    every = (design[:, :, None] * design[:, None, :]).reshape(shape[0], -1)
    products, place = np.unique(every, axis=1, return_inverse=True)
    return products, place.reshape(-1)


def _solve(matrix: Floats, right: Floats) -> Floats:
    return np.asarray(np.linalg.solve(matrix, right[:, :, None])[:, :, 0])


def _likelihood(design: Floats, observed: Floats, patterns: Flags, beta: Floats) -> Floats:
    """The log-likelihood without the part that no coefficient moves."""
    eta = _clipped(beta @ design.T)
    return np.asarray(np.where(patterns, observed * eta - np.exp(eta), 0.0).sum(axis=1))


def _clipped(eta: Floats) -> Floats:
    return np.clip(eta, -300.0, 300.0)


def _finished(design: Floats, observed: Floats, patterns: Flags, held: Flags, beta: Floats) -> Fits:
    fitted = np.where(patterns, np.exp(_clipped(beta @ design.T)), 0.0)
    value = _likelihood(design, observed, patterns, beta) - gammaln(observed + 1).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise = np.where(observed > 0, observed * np.log(observed / fitted), 0.0)
    deviance = 2 * (surprise - (observed - fitted)).sum(axis=1)
    slope = np.abs(np.where(held, (observed - fitted) @ design, 0.0)).max(axis=1)
    return Fits(beta, fitted, patterns, held, value, deviance, slope)


def intercept_variance(design: Floats, fits: Fits) -> Floats:
    """The variance of each fit's intercept, the logarithm of the number that nobody recorded."""
    information = _information(design, fits.fitted, fits.kept_terms)
    first = np.zeros(information.shape[:2])
    first[:, 0] = 1.0
    return _solve(information, first)[:, 0]
