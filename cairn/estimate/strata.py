"""Strata: people of one age, sex, place or month are more alike, so each group is estimated by itself and
summed.

How doubts add is not known. If they are independent the sum is too sure; if all go together, not sure enough.
Both sums are given, and the interval reported is the wider.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cairn.estimate.overlap import Floats
from cairn.estimate.result import LEVEL, Estimate, ModelAnswer

Interval = tuple[float, float]
REPEATS = 25


@dataclass(frozen=True)
class Sum:
    """The sum of several answers, with its interval under each rule."""

    median: float
    independent: Interval
    together: Interval


def sum_of_draws(strata: Sequence[Floats], seed: int) -> Sum:
    """Sum answers given as samples: drawn independently, and with all at the same quantile."""
    rng = np.random.default_rng(seed)
    apart = sum(
        (np.concatenate([rng.permutation(draws) for _ in range(REPEATS)]) for draws in strata),
        start=np.zeros(REPEATS * len(strata[0])),
    )
    together = np.sum([np.sort(draws) for draws in strata], axis=0)
    return Sum(float(np.median(apart)), _interval(apart), _interval(together))


def sum_of_strata(strata: Mapping[str, Estimate], seed: int) -> Estimate:
    """The estimate of all strata together. One stratum that must be refused refuses the sum: its people would
    be counted as if nobody had been missed."""
    documented = sum(answer.n_documented for answer in strata.values())
    refused = {name: answer.reason for name, answer in strata.items() if answer.draws is None}
    dots = tuple(
        ModelAnswer(name, answer.median, 1.0, answer.engine, *(answer.interval or (None, None)))
        for name, answer in strata.items()
        if answer.median is not None
    )
    if refused:
        name, reason = next(iter(refused.items()))
        said = f"{len(refused)} of {len(strata)} strata cannot carry an estimate. {name}: {reason}"
        return Estimate(documented, "strata", None, None, dots, reason=said, seed=seed)
    found = sum_of_draws([answer.draws for answer in strata.values() if answer.draws is not None], seed)
    return Estimate(
        n_documented=documented,
        engine="strata",
        median=found.median,
        interval=found.together,
        models=dots,
        diagnostics={"independent": found.independent, "together": found.together},
        cautions=("The interval adds the strata as if all were wrong the same way: the wider of two rules.",),
        seed=seed,
    )


def _interval(draws: Floats) -> Interval:
    low, high = np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
