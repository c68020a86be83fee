"""One sweep of the latent-class sampler, over all chains at once; a chain may have a table of its own.

Ours in four places, because the plain Gibbs sampler sticks on real tables without showing it: alpha is drawn
with the stick integrated out; neighbouring classes are offered to change places; small gamma draws are made
on the logarithm; and the hidden part of a class is stretched with the people in it integrated out
(`lcmcr_stretch`).
"""

from __future__ import annotations

import numpy as np
from scipy.special import betaln, gammaln

from cairn.estimate.hierarchy import Flags
from cairn.estimate.lcmcr_model import TINY, Chains, LogPrior, log_shapes
from cairn.estimate.lcmcr_stretch import stretch
from cairn.estimate.overlap import Floats, Ints

# Steps tried on log alpha in every sweep: small ones to settle, great ones to cross its flat tail.
STEPS_ON_ALPHA = (0.3, 3.0)
TRIES = 30
# A stretch costs as much as a sweep and is wanted only now and then, to cross between answers.
SWEEPS_FOR_A_STRETCH = 4


class Sampler:
    """Sweeps over all chains at once. `counts` has a row for each chain, a column for each of the
    patterns."""

    def __init__(
        self,
        patterns: Ints,
        counts: Floats,
        prior: LogPrior,
        rng: np.random.Generator,
        cap: Ints,
    ) -> None:
        nobody = np.zeros((1, patterns.shape[1]), dtype=np.int64)
        self.marks = np.vstack([nobody, patterns]).astype(np.float64)
        self.counts = counts.astype(np.int64)
        self.seen = self.counts.sum(axis=1)
        self.prior = prior
        self.rng = rng
        self.cap = cap
        self.sweeps = 0

    def start(self, classes: int, wild: Flags) -> Chains:
        """Tame chains near the lists' own shares; wild ones anywhere the prior allows, so that they
        disagree."""
        chains, many = len(self.seen), self.marks.shape[1]
        shares = (self.counts @ self.marks[1:] / np.maximum(self.seen, 1)[:, None]) / 2
        near = shares[:, None, :] * self.rng.uniform(0.5, 1.5, (chains, classes, many))
        anywhere = self.rng.uniform(size=(chains, classes, many)) ** self.rng.uniform(0.5, 3, (chains, 1, 1))
        lists = np.where(wild[:, None, None], anywhere, near).clip(0.001, 0.999)
        log_alpha = np.where(wild, self.rng.uniform(-4, 2, chains), -1.5)
        reach = np.log1p(self.cap.astype(np.float64))
        unseen = np.expm1(self.rng.uniform(0, 1, chains) * reach).astype(np.int64)
        stick = self._stick(np.zeros((chains, classes)), log_alpha)
        return Chains(lists, stick, log_alpha, unseen, log_shapes(lists, self.marks))

    def sweep(self, chains: Chains) -> None:
        """Draw everything once, each from its conditional."""
        fits = chains.shapes + chains.log_weights[:, None, :]
        peaks = fits.max(axis=2, keepdims=True)
        shares = np.exp(fits - peaks)
        sums = shares.sum(axis=2, keepdims=True)
        missed = np.exp(peaks[:, 0, 0]) * sums[:, 0, 0]
        chains.unseen = self._unseen(np.minimum(missed, 1 - TINY))
        people = np.concatenate([chains.unseen[:, None], self.counts], axis=1)
        placed = self.rng.multinomial(people, shares / sums).astype(np.float64)
        sizes = placed.sum(axis=1)
        marked = placed.transpose(0, 2, 1) @ self.marks
        for first in (0, 1):
            self._swap(sizes, marked, np.exp(chains.log_alpha), first)
        self._move_alpha(chains, sizes)
        chains.log_weights = self._stick(sizes, chains.log_alpha)
        drawn = self.rng.beta(1 + marked, 1 + sizes[:, :, None] - marked)
        chains.lists = drawn.clip(TINY, 1 - TINY)
        chains.shapes = log_shapes(chains.lists, self.marks)
        self.sweeps += 1
        if self.sweeps % SWEEPS_FOR_A_STRETCH == 0:
            stretch(chains, self.marks, self.counts, self.cap, self.rng)

    def _unseen(self, missed: Floats) -> Ints:
        """Negative binomial, not beyond the cap."""
        drawn = self.rng.negative_binomial(self.seen, 1 - missed)
        for _ in range(TRIES):
            beyond = np.flatnonzero((drawn > self.cap) | (drawn < 0))
            if not len(beyond):
                return drawn
            drawn[beyond] = self.rng.negative_binomial(self.seen[beyond], 1 - missed[beyond])
        for chain in np.flatnonzero((drawn > self.cap) | (drawn < 0)):
            drawn[chain] = self._unseen_one_by_one(int(chain), float(missed[chain]))
        return drawn

    def _unseen_one_by_one(self, chain: int, missed: float) -> int:
        """The same from the whole list of possible numbers, where nearly all draws fall beyond the cap."""
        numbers = np.arange(int(self.cap[chain]) + 1)
        heights = gammaln(self.seen[chain] + numbers) - gammaln(numbers + 1) + numbers * np.log(missed)
        heights = np.cumsum(np.exp(heights - heights.max()))
        return int(np.searchsorted(heights, self.rng.uniform() * heights[-1]))

    def _swap(self, sizes: Floats, marked: Floats, alpha: Floats, first: int) -> None:
        """Offer every second pair of neighbouring classes to change places, the stick integrated out."""
        left = np.arange(first, sizes.shape[1] - 1, 2)
        if not len(left):
            return
        after = np.cumsum(sizes[:, ::-1], axis=1)[:, ::-1]
        beyond = after[:, left] - sizes[:, left] - sizes[:, left + 1]
        one, two, a = sizes[:, left], sizes[:, left + 1], alpha[:, None]
        # The last class takes what is left of the stick, so it has no break of its own.
        breaks = left + 1 < sizes.shape[1] - 1
        gain = betaln(1 + two, a + one + beyond) - betaln(1 + one, a + two + beyond)
        gain += np.where(breaks, betaln(1 + one, a + beyond) - betaln(1 + two, a + beyond), 0.0)
        taken = np.log(self.rng.uniform(size=gain.shape)) < gain
        rows, places = np.nonzero(taken)
        ours, theirs = left[places], left[places] + 1
        sizes[rows, ours], sizes[rows, theirs] = sizes[rows, theirs], sizes[rows, ours]
        marked[rows, ours], marked[rows, theirs] = marked[rows, theirs], marked[rows, ours]

    def _move_alpha(self, chains: Chains, sizes: Floats) -> None:
        """Random steps on log alpha, each accepted by what the class sizes say of it, the stick integrated
        out."""
        beyond = np.cumsum(sizes[:, ::-1], axis=1)[:, ::-1][:, 1:]
        held = sizes[:, :-1]

        def height(log_alpha: Floats) -> Floats:
            a = np.exp(log_alpha)[:, None]
            broken = betaln(1 + held, a + beyond).sum(axis=1) + held.shape[1] * log_alpha
            return np.asarray(broken + self.prior(log_alpha))

        now = height(chains.log_alpha)
        for size in STEPS_ON_ALPHA:
            tried = chains.log_alpha + size * self.rng.standard_normal(len(now))
            tried = tried.clip(-200, 20)
            then = height(tried)
            taken = np.log(self.rng.uniform(size=len(now))) < then - now
            chains.log_alpha = np.where(taken, tried, chains.log_alpha)
            now = np.where(taken, then, now)

    def _stick(self, sizes: Floats, log_alpha: Floats) -> Floats:
        """Break the stick given how many people lie in each class; the logarithms of the pieces."""
        beyond = np.cumsum(sizes[:, ::-1], axis=1)[:, ::-1][:, 1:]
        taken = self._log_gamma(1 + sizes[:, :-1])
        left = self._log_gamma(np.exp(log_alpha)[:, None] + beyond)
        both = np.logaddexp(taken, left)
        rest = np.cumsum(left - both, axis=1)
        start = np.zeros((len(sizes), 1))
        pieces = np.hstack([taken - both, start])
        pieces[:, 1:] += rest
        return np.asarray(pieces.clip(-700, 0))

    def _log_gamma(self, shape: Floats) -> Floats:
        """The logarithm of a gamma draw; a small shape would underflow if drawn directly."""
        boosted = np.log(self.rng.standard_gamma(shape + 1))
        return np.asarray(boosted + np.log(self.rng.uniform(size=shape.shape)) / shape)
