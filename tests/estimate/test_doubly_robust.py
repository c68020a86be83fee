import numpy as np
import pytest
from scipy.special import expit

from cairn.estimate.doubly_robust import doubly_robust, logistic
from cairn.exceptions import BadInput

PEOPLE = 4000


def world(rng):
    """People whom both lists record more easily the older they are: independent given age, not without."""
    age = rng.normal(size=PEOPLE)
    first = rng.uniform(size=PEOPLE) < expit(-0.2 + 0.7 * age)
    second = rng.uniform(size=PEOPLE) < expit(0.1 + 0.7 * age)
    seen = first | second
    known = np.column_stack([age, age**2])
    return first[seen].astype(float), second[seen].astype(float), known[seen]


def test_what_is_known_of_people_mends_what_two_lists_share():
    rng = np.random.default_rng(1)
    ours, naive, held = [], [], 0
    for turn in range(20):
        first, second, known = world(rng)
        found = doubly_robust(first, second, known, seed=turn)
        ours.append(found.n)
        naive.append(first.sum() * second.sum() / (first * second).sum())
        held += found.interval[0] <= PEOPLE <= found.interval[1]
    assert np.mean(naive) < 0.93 * PEOPLE
    assert np.mean(ours) == pytest.approx(PEOPLE, rel=0.04)
    assert held >= 16


def test_any_learner_may_be_given():
    first, second, known = world(np.random.default_rng(2))
    shares = doubly_robust(
        first, second, known, seed=1, learner=lambda x, y, new: np.full(len(new), y.mean())
    )
    lincoln = first.sum() * second.sum() / (first * second).sum()
    assert shares.n == pytest.approx(lincoln, rel=0.01)


def test_the_regression_finds_the_chances_it_was_made_of():
    rng = np.random.default_rng(1)
    known = rng.normal(size=(20_000, 2))
    marks = (rng.uniform(size=20_000) < expit(0.5 + known @ [1.0, -2.0])).astype(float)
    found = logistic(known, marks, np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    assert found == pytest.approx(expit(np.array([0.5, 1.5, -1.5])), abs=0.02)


def test_people_on_no_list_and_lists_that_never_meet_are_bad_input():
    known = np.zeros((4, 1))
    with pytest.raises(BadInput, match="neither list"):
        doubly_robust(np.array([1.0, 0, 0, 1]), np.array([0.0, 1, 0, 1]), known, seed=1)
    with pytest.raises(BadInput, match="on both lists"):
        doubly_robust(np.array([1.0, 0, 0, 1]), np.array([0.0, 1, 1, 0]), known, seed=1)
