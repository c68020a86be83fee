"""Two lists that are independent only among people who are alike: the doubly robust estimator.

From Das, Kennedy and Jewell (2023). Age, sex, place and day are used to learn, for each person seen, the
chance to be on the first list, on the second and on both. The total is right when either the chances of both
lists or that of the overlap are learned well. It assumes independence *given what is known of people* and
that everybody had some chance to be on both lists; chances below a floor are raised to it and counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from cairn.estimate.overlap import Floats
from cairn.exceptions import BadInput

FOLDS = 5
FLOOR = 0.01
RIDGE = 1.0
STEPS = 30
NORMAL_95 = 1.959963984540054

# From known people, their marks (0 or 1) and new people to the chance of each new one to be marked. Any
# learner of scikit-learn's shape fits: lambda x, y, new: Forest().fit(x, y).predict_proba(new)[:, 1].
Learner = Callable[[Floats, Floats, Floats], Floats]


@dataclass(frozen=True)
class DoublyRobust:
    """`raised` is the share of people whose chance to be on both lists had to be raised to the floor."""

    n: float
    standard_error: float
    raised: float

    @property
    def interval(self) -> tuple[float, float]:
        reach = NORMAL_95 * self.standard_error
        return self.n - reach, self.n + reach


def logistic(known: Floats, marks: Floats, new: Floats) -> Floats:
    """Logistic regression on standardised columns, with a light ridge so that it always has an answer."""
    middle, scale = known.mean(axis=0), known.std(axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    columns = np.column_stack([np.ones(len(known)), (known - middle) / scale])
    beta = np.zeros(columns.shape[1])
    penalty = RIDGE * np.eye(len(beta))
    penalty[0, 0] = 1e-6
    for _ in range(STEPS):
        chance = expit(columns @ beta)
        slope = columns.T @ (marks - chance) - penalty @ beta
        step = np.linalg.solve((columns.T * (chance * (1 - chance))) @ columns + penalty, slope)
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    return np.asarray(expit(np.column_stack([np.ones(len(new)), (new - middle) / scale]) @ beta))


def doubly_robust(
    first: Floats, second: Floats, known: Floats, seed: int, learner: Learner = logistic
) -> DoublyRobust:
    """The total from two lists' marks (0 or 1) for each person seen, and what is known of them, a column
    each."""
    if ((first + second) < 1).any():
        raise BadInput("Somebody is on neither list. Give only people whom one of the two recorded.")
    both = first * second
    if not both.any():
        raise BadInput("Nobody is on both lists, so the overlap cannot be learned. Link them first.")
    on_first, on_second, on_both = _chances(first, second, known, seed, learner)
    raised = float((on_both < FLOOR).mean())
    on_both = on_both.clip(FLOOR, 1)
    on_first, on_second = np.maximum(on_first, on_both), np.maximum(on_second, on_both)
    weight = on_first * on_second / on_both
    each = weight * (first / on_first + second / on_second - both / on_both)
    many, inverse = len(first), float(each.mean())
    variance = many * float(each.var()) + many * inverse * max(inverse - 1, 0.0)
    return DoublyRobust(many * inverse, float(np.sqrt(variance)), raised)


def _chances(
    first: Floats, second: Floats, known: Floats, seed: int, learner: Learner
) -> tuple[Floats, Floats, Floats]:
    """For each person seen the chance to be on the first list, the second, and both.

    Each chance is learned from the other people, or it would be too sure of those it has seen. Those to be on
    one list alone, on the other alone and on both are made to add up to one, because all were seen.
    """
    both = first * second
    kinds = np.column_stack([first - both, second - both, both])
    learned = np.empty_like(kinds)
    fold = np.random.default_rng(seed).permutation(len(first)) % FOLDS
    for turn in range(FOLDS):
        out, rest = fold == turn, fold != turn
        for at in range(3):
            learned[out, at] = learner(known[rest], kinds[rest, at], known[out])
    shares = learned.clip(1e-9, 1)
    one, other, on_both = (shares / shares.sum(axis=1, keepdims=True)).T
    return one + on_both, other + on_both, on_both
