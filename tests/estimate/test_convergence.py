import numpy as np
import pytest

from cairn.estimate.convergence import bulk_ess, effective_size, split_rhat


def test_chains_of_one_story_agree_and_are_worth_their_length():
    chains = np.random.default_rng(1).normal(size=(4, 2000))
    assert split_rhat(chains) == pytest.approx(1, abs=0.005)
    assert bulk_ess(chains) == pytest.approx(8000, rel=0.15)


def test_chains_in_different_places_disagree():
    chains = np.random.default_rng(1).normal(size=(4, 2000)) + np.array([[0], [0], [0], [3]])
    assert split_rhat(chains) > 1.3
    assert bulk_ess(chains) < 20


def test_a_chain_that_drifts_disagrees_with_itself():
    chains = np.random.default_rng(1).normal(size=(2, 2000)) + np.linspace(0, 4, 2000)
    assert split_rhat(chains) > 1.3


def test_a_slow_chain_is_worth_what_theory_says():
    """An autoregression with coefficient .9 is worth one draw in nineteen."""
    rng, many = np.random.default_rng(1), 40_000
    chains = np.empty((2, many))
    chains[:, 0] = rng.normal(size=2)
    for step in range(1, many):
        chains[:, step] = 0.9 * chains[:, step - 1] + rng.normal(size=2) * np.sqrt(1 - 0.81)
    assert effective_size(chains) == pytest.approx(2 * many / 19, rel=0.15)


def test_chains_that_never_move_agree_only_when_they_are_equal():
    assert split_rhat(np.ones((2, 100))) == 1.0
    assert split_rhat(np.array([[1.0] * 100, [2.0] * 100])) == float("inf")
