"""The stepwise model for many lists: start from independence, add the most surprising two-list dependence.

After Chan, Silverman and Vincent (2021). A dependence between lists that share people is judged by how much
the fit gains from it (likelihood ratio); one between lists that share nobody, by how probable it was to see
nobody. Adding stops where nothing is surprising enough, or where what is left has no sound fit.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.special import log_ndtr

from cairn.estimate.hierarchy import Flags, design, independence
from cairn.estimate.loglinear import Model, fitted
from cairn.estimate.overlap import Floats, OverlapTable
from cairn.estimate.poisson import fit

PAIRS = 2
SURPRISING = 0.02


def stepwise_path(table: OverlapTable, threshold: float = SURPRISING) -> list[Model]:
    """The models passed through, from independence to the one that is kept."""
    many = len(table.lists)
    flags = independence(many, PAIRS)
    path = fitted(table, flags[None, :], PAIRS)
    while path[-1].sound:
        wider = _next(table, flags, threshold)
        if wider is None:
            break
        path.append(wider)
        flags = wider.terms
    return path


def _next(table: OverlapTable, flags: Flags, threshold: float) -> Model | None:
    """The model with the most surprising dependence added whose fit is sound; None when none is
    surprising."""
    candidates = [place for place in range(len(flags)) if not flags[place]]
    if not candidates:
        return None
    tried = fitted(table, np.array([_with(flags, place) for place in candidates]), PAIRS)
    surprise = _surprise(table, flags, tried, candidates)
    by_surprise = sorted(zip(surprise.tolist(), range(len(tried)), strict=True))
    found = (tried[row] for value, row in by_surprise if value <= np.log(threshold) and tried[row].sound)
    return next(found, None)


def _surprise(table: OverlapTable, flags: Flags, tried: Sequence[Model], candidates: Sequence[int]) -> Floats:
    """For each dependence, the logarithm of its p-value."""
    columns, counts = design(len(table.lists), PAIRS), table.dense[1:]
    kept = fit(columns, counts, flags[None, :])
    expected, seen = kept.fitted[0] @ columns, counts @ columns
    gained = np.array([max(float(kept.deviance[0]) - model.deviance, 0.0) for model in tried])
    places = np.array(candidates)
    by_fit = np.log(2) + log_ndtr(-np.sqrt(gained))
    return np.asarray(np.where(seen[places] == 0, -expected[places], by_fit))


def _with(flags: Flags, place: int) -> Flags:
    wider = flags.copy()
    wider[place] = True
    return wider
