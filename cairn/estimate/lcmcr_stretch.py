"""The step that crosses between answers: stretch the hidden part of a class, with all people integrated out.

How many people nobody recorded hangs on how seldom each class is recorded at all. A Gibbs sweep moves that by
a person at a time, because it must first place the unseen people it believes in. Here the lists'
probabilities in a class (or in all) are shifted together on the logit scale, and the classes' shares are
moved so that the *seen* people keep theirs; the likelihood has the number of unseen people summed out. The
new shares are a function of the old, so the acceptance carries the Jacobian of both changes.
"""

from __future__ import annotations

import numpy as np
from scipy.special import betainc, expit, logit

from cairn.estimate.lcmcr_model import TINY, Chains, log_shapes
from cairn.estimate.overlap import Floats, Ints

LEAST = 1e-300
# Shifts are drawn with a size of their own each time, from this smallest to this greatest logarithm.
SMALLEST, GREATEST = -4.0, 0.5
# What is moved: one class as a whole, all classes as a whole, or one class each way by itself.
ONE, ALL, EACH_WAY = 0.35, 0.25, 0.40


def stretch(chains: Chains, marks: Floats, counts: Ints, cap: Ints, rng: np.random.Generator) -> None:
    """Offer each chain one stretch and take it or leave it; the unseen people must be drawn anew after
    this."""
    shifts, growth = _shifts(chains, rng)
    lists = expit(logit(chains.lists) + shifts).clip(TINY, 1 - TINY)
    shapes = log_shapes(lists, marks)
    before, after = _seen(chains.shapes), _seen(shapes)
    unscaled = chains.log_weights + before - after + growth
    scale = np.log(np.exp(unscaled).sum(axis=1))
    log_weights = unscaled - scale[:, None]
    gain = _height(shapes, log_weights, counts, cap) - _height(chains.shapes, chains.log_weights, counts, cap)
    alpha = np.exp(chains.log_alpha)
    gain += _stick_height(log_weights, alpha) - _stick_height(chains.log_weights, alpha)
    gain += (before - after + growth).sum(axis=1) - scale * lists.shape[1]
    gain += (np.log(lists / chains.lists) + np.log1p(-lists) - np.log1p(-chains.lists)).sum(axis=(1, 2))
    taken = np.log(rng.uniform(size=len(gain))) < gain
    chains.lists[taken] = lists[taken]
    chains.shapes[taken] = shapes[taken]
    chains.log_weights[taken] = log_weights[taken]


def _shifts(chains: Chains, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """For each chain what is added to each class's logits, and to the logarithm of its share of those
    seen."""
    many, classes, lists = chains.lists.shape
    sizes = np.exp(rng.uniform(SMALLEST, GREATEST, (many, 1)))
    # The first classes hold most people and are offered most moves.
    chosen = np.floor((classes + 1.0) ** rng.uniform(size=many)).clip(1, classes)
    one = np.arange(1, classes + 1)[None, :] == chosen[:, None]
    kind = rng.uniform(size=(many, 1))
    moved = (one | ((kind >= ONE) & (kind < ONE + ALL)))[:, :, None]
    each_way = kind >= ONE + ALL
    steps = np.where(each_way, rng.standard_normal((many, lists)), rng.standard_normal((many, 1))) * sizes
    growth = one * np.where(each_way, rng.standard_normal((many, 1)) * sizes, 0.0)
    return np.where(moved, steps[:, None, :], 0.0), growth


def _seen(shapes: Floats) -> Floats:
    """The log-probability of each class to be on some list."""
    return np.asarray(np.log(np.maximum(-np.expm1(shapes[:, 0]), LEAST)))


def _height(shapes: Floats, log_weights: Floats, counts: Ints, cap: Ints) -> Floats:
    """The log-likelihood of the people seen, the number of unseen summed out up to the cap."""
    shares = np.maximum(np.exp(shapes + log_weights[:, None, :]).sum(axis=2), LEAST)
    found = np.maximum(1 - shares[:, 0], TINY)
    seen = counts.sum(axis=1)
    within = betainc(seen, cap + 1, found)
    fits = (counts * np.log(shares[:, 1:])).sum(axis=1)
    return np.asarray(fits - seen * np.log(found) + np.log(np.maximum(within, LEAST)))


def _stick_height(log_weights: Floats, alpha: Floats) -> Floats:
    """The log-density of the shares under stick-breaking, as far as they move it."""
    # On the logarithm: empty classes may have less than any number a computer can write.
    rest = np.logaddexp.accumulate(log_weights[:, ::-1], axis=1)[:, ::-1]
    return np.asarray((alpha - 1) * log_weights[:, -1] - rest[:, 1:-1].sum(axis=1))
