import numpy as np
import pytest

from cairn.estimate import OverlapTable, estimate, sum_of_strata
from cairn.estimate.strata import sum_of_draws


def test_doubts_that_go_together_add_and_independent_ones_partly_cancel():
    draws = np.random.default_rng(1).normal(1000, 100, 4000)
    found = sum_of_draws([draws] * 4, seed=1)
    independent, together = found.independent[1] - 4000, found.together[1] - 4000
    assert together == pytest.approx(4 * 196, rel=0.05)
    assert independent == pytest.approx(2 * 196, rel=0.05)
    assert found.median == pytest.approx(4000, rel=0.005)


def test_the_sum_of_strata_is_shown_with_the_wider_interval(three_lists):
    one = estimate(three_lists, "dga")
    total = sum_of_strata({"women": one, "men": one}, seed=1)
    assert total.n_documented == 1252
    assert total.median == pytest.approx(2 * one.median, rel=0.02)
    assert total.interval == total.diagnostics["together"]
    low, high = total.diagnostics["independent"]
    assert total.interval[0] < low < high < total.interval[1]


def test_lower_bounds_can_be_summed_too(three_lists):
    one = estimate(three_lists, "chao")
    assert sum_of_strata({"a": one, "b": one}, seed=1).median == pytest.approx(2 * one.median, rel=0.01)


def test_a_stratum_that_must_be_refused_refuses_the_sum(three_lists):
    few = OverlapTable(("a", "b", "c"), {"100": 15, "010": 12, "110": 6, "011": 3, "111": 4})
    total = sum_of_strata({"women": estimate(three_lists), "men": estimate(few)}, seed=1)
    assert total.refused
    assert "men" in total.reason
    assert total.n_documented == 666
