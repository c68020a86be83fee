"""Latent classes of people, each recorded by each list with its own probability (Manrique-Vallier 2016).

Within a class the lists are independent; between classes they differ, so that the mixture can be dependent in
any way. The number of classes in use is learned: a stick is broken with concentration alpha. Priors: each
probability uniform, p(N) ~ 1/N, alpha ~ Gamma(1/4, 1/4) or, as a second opinion, lognormal; and, as in the
reference program, at most twenty unseen people for each one seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from cairn.estimate.overlap import Floats, Ints

MOST_UNSEEN_FOR_ONE_SEEN = 20
DEFAULT_CLASSES = 10
TINY = 1e-15

LogPrior = Callable[[Floats], Floats]


@dataclass
class Chains:
    """Where each chain m stands.

    `lists[m, k, j]` is the probability that list j records somebody of class k, `log_weights[m, k]` the share
    of the class, and `shapes[m, c, k]` the log-probability of pattern c in class k; pattern 0 is on no list.
    """

    lists: Floats
    log_weights: Floats
    log_alpha: Floats
    unseen: Ints
    shapes: Floats


def log_shapes(lists: Floats, marks: Floats) -> Floats:
    """The log-probability of each pattern (rows of marks) in each class, for each chain."""
    absent = np.log1p(-lists)
    present = np.log(lists) - absent
    return np.asarray(marks @ present.transpose(0, 2, 1) + absent.sum(axis=2)[:, None, :])


def gamma_prior(log_alpha: Floats) -> Floats:
    """Gamma(1/4, rate 1/4) on alpha, as a density of its logarithm."""
    return np.asarray(0.25 * log_alpha - 0.25 * np.exp(log_alpha))


def lognormal_prior(log_alpha: Floats) -> Floats:
    """Alpha near one, within a factor of 1.6 in 95 of 100: the prior of HRDAG's later program."""
    return np.asarray(-0.5 * (log_alpha / 0.25) ** 2)


def both_priors(log_alpha: Floats) -> Floats:
    """The first half of the chains under the gamma prior, the second half under the lognormal one."""
    half = len(log_alpha) // 2
    return np.concatenate([gamma_prior(log_alpha[:half]), lognormal_prior(log_alpha[half:])])
