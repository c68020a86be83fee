"""The latent-class estimate: chains started far apart, run until they agree, or refused.

Half the chains have the first prior for the concentration, half a second one. The answer is the first's, and
stands only if its chains agree (R-hat at most 1.01, worth at least 400 independent draws) and the second
prior does not move the median by 15 % or more. On some real tables the reference program answers 2,095 or
1,414 by its seed; there this one refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from cairn.estimate.convergence import bulk_ess, split_rhat
from cairn.estimate.lcmcr_model import DEFAULT_CLASSES, MOST_UNSEEN_FOR_ONE_SEEN, both_priors
from cairn.estimate.lcmcr_sampler import Sampler
from cairn.estimate.overlap import Floats, OverlapTable

CHAINS = 8
MOST_RHAT = 1.01
LEAST_ESS = 400
MOST_MOVED_BY_PRIOR = 0.15
# Chains that agree are run on to this many independent draws, so that the interval's ends settle too.
GOOD_ESS = 1000
SWEEPS_A_ROUND = 1000
# A bound on sweeps times chains times patterns times classes, so that many lists do not take for ever.
MOST_WORK = 260_000_000
MOST_SWEEPS = 80_000
# Half way, chains this far apart will not come to agree.
HOPELESS_RHAT = 1.3
# More belief than this within a tenth of the cap means that the cap, not the lists, sets the answer.
MOST_AT_THE_CAP = 0.01

Progress = Callable[[int, int, float], None]


@dataclass(frozen=True)
class Sampled:
    """Totals by chain under the first prior, what the chains' agreement is worth, and the second opinion."""

    seen: int
    totals: Floats
    rhat: float
    ess: float
    second_rhat: float
    second_median: float
    sweeps: int
    classes: int
    seed: int

    @property
    def median(self) -> float:
        return float(np.median(self.totals))

    @property
    def mean(self) -> float:
        return float(self.totals.mean())

    @property
    def moved_by_prior(self) -> float:
        """How far the second prior moves the median, as a share of it."""
        return abs(self.second_median / self.median - 1)

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        low, high = np.quantile(self.totals, [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)

    def draws(self, many: int) -> Floats:
        shares = (np.arange(many) + 0.5) / many
        return np.asarray(np.quantile(self.totals, shares, method="nearest"))

    @property
    def refusal(self) -> str:
        """Why this is not an answer; "" when it is."""
        if self.rhat > MOST_RHAT:
            return (
                f"The chains do not agree (R-hat {self.rhat:.2f}, at most {MOST_RHAT} is allowed): "
                "started elsewhere, the same lists give another number."
            )
        if self.ess < LEAST_ESS:
            return f"The chains are worth {self.ess:.0f} independent draws; {LEAST_ESS} are wanted."
        if self.moved_by_prior >= MOST_MOVED_BY_PRIOR:
            return (
                "The answer hangs on an assumption nobody can check: another prior for the number of classes "
                f"moves the median by {self.moved_by_prior:.0%}, "
                f"from {self.median:,.0f} to {self.second_median:,.0f}."
            )
        cap = self.seen * (1 + 0.9 * MOST_UNSEEN_FOR_ONE_SEEN)
        if float((self.totals > cap).mean()) > MOST_AT_THE_CAP:
            return f"Belief runs up to the cap of {MOST_UNSEEN_FOR_ONE_SEEN} unseen for each one seen."
        return ""


def sample(
    table: OverlapTable,
    seed: int,
    classes: int | None = None,
    progress: Progress | None = None,
    most_sweeps: int | None = None,
) -> Sampled:
    """Run the chains until they agree or the budget is spent. `progress` hears sweeps done, at most, and
    R-hat."""
    classes = classes or min(2 ** len(table.lists) - 1, DEFAULT_CLASSES)
    chains = 2 * CHAINS
    work = chains * (len(table.people) + 1) * classes
    most = most_sweeps or min(MOST_SWEEPS, max(10 * SWEEPS_A_ROUND, MOST_WORK // work))
    sampler = Sampler(
        table.patterns,
        np.tile(table.people, (chains, 1)),
        both_priors,
        np.random.default_rng(seed),
        np.full(chains, MOST_UNSEEN_FOR_ONE_SEEN * table.n),
    )
    state = sampler.start(classes, np.arange(chains) % 2 == 1)
    unseen = np.empty((chains, most))
    for done in range(1, most + 1):
        sampler.sweep(state)
        unseen[:, done - 1] = state.unseen
        if done % SWEEPS_A_ROUND == 0 or done == most:
            found = _summed_up(table.n, unseen[:, done // 2 : done], done, classes, seed)
            if progress:
                progress(done, most, found.rhat)
            if _settled(found) or (found.rhat > HOPELESS_RHAT and done >= most // 2):
                break
    return found


def _settled(found: Sampled) -> bool:
    return found.rhat <= MOST_RHAT and found.ess >= GOOD_ESS and found.second_rhat <= 1.05


def _summed_up(seen: int, unseen: Floats, sweeps: int, classes: int, seed: int) -> Sampled:
    """What the second half of the sweeps says; the first half is for finding the way."""
    first, second = np.log(unseen[:CHAINS] + 1), np.log(unseen[CHAINS:] + 1)
    return Sampled(
        seen=seen,
        totals=seen + unseen[:CHAINS].ravel(),
        rhat=split_rhat(first),
        ess=bulk_ess(first),
        second_rhat=split_rhat(second),
        second_median=float(seen + np.median(unseen[CHAINS:])),
        sweeps=sweeps,
        classes=classes,
        seed=seed,
    )
