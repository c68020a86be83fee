"""The sampler against a closed form, the reference program and itself, and what it must refuse."""

import numpy as np
import pytest

from cairn.estimate.dga import average_on
from cairn.estimate.lcmcr import Sampled, sample
from cairn.estimate.loglinear import every_model


def test_one_class_is_independence(three_lists):
    """With one class and uniform probabilities the total's distribution has a closed form."""
    one = sample(three_lists, seed=1, classes=1, most_sweeps=2000)
    # Independence in the graphs' sense has a uniform (Beta(1,1)) prior on each list when delta is 2 / 2^J.
    exact = _independent(three_lists)
    assert one.mean == pytest.approx(exact.mean, rel=0.002)
    assert one.interval() == pytest.approx(exact.interval(), rel=0.01)
    assert one.median == pytest.approx(every_model(three_lists, 1)[0].n, rel=0.01)


def _independent(table):
    from cairn.estimate.graphs import decomposable_graphs

    only_empty = decomposable_graphs(3)[1] == 0
    return average_on(table, np.arange(0.0, 20 * table.n), 2 / 8, among=only_empty)


def test_HIV_agrees_from_every_start_with_the_reference(case_table, cases):
    found = sample(case_table("HIV"), seed=1)
    theirs = cases["HIV"]["reference"]["lcmcr"]
    assert found.refusal == ""
    assert found.rhat <= 1.01
    assert found.mean == pytest.approx(theirs["mean"], rel=0.02)
    assert found.interval() == pytest.approx((theirs["q025"], theirs["q975"]), rel=0.03)


def test_KOR_has_the_references_answer(case_table, cases):
    found = sample(case_table("KOR"), seed=1, most_sweeps=4000)
    theirs = cases["KOR"]["reference"]["lcmcr"]
    assert found.mean == pytest.approx(theirs["mean"], rel=0.03)
    assert found.median == pytest.approx(theirs["median"], rel=0.02)


def test_PH_caloocan_police_has_the_published_answer(case_table, cases):
    found = sample(case_table("PH-caloocan-police"), seed=1, classes=5, most_sweeps=4000)
    published = cases["PH-caloocan-police"]["published"][0]
    low, high = found.interval()
    assert found.refusal == ""
    assert found.mean == pytest.approx(published["N"], rel=0.025)
    assert low == pytest.approx(published["lo"], rel=0.02)
    assert high == pytest.approx(published["hi"], rel=0.06)


@pytest.mark.parametrize("case", ["NED5", "COL"])
def test_chains_that_disagree_are_refused(case, case_table):
    found = sample(case_table(case), seed=1, most_sweeps=1500)
    assert found.rhat > 1.3
    assert "do not agree" in found.refusal


def test_the_order_of_lists_does_not_matter(three_lists):
    one = sample(three_lists, seed=1, most_sweeps=2000)
    other = sample(three_lists.only([2, 0, 1]), seed=2, most_sweeps=2000)
    assert one.median == pytest.approx(other.median, rel=0.025)


def test_an_answer_that_hangs_on_the_prior_is_refused():
    totals = np.random.default_rng(1).normal(2000, 100, (8, 1000))
    found = Sampled(
        900, totals, rhat=1.0, ess=4000, second_rhat=1.0, second_median=1600, sweeps=1, classes=5, seed=1
    )
    assert "moves the median by 20%" in found.refusal


def test_progress_is_told(three_lists):
    heard = []
    sample(
        three_lists, seed=1, most_sweeps=2000, progress=lambda done, most, rhat: heard.append((done, most))
    )
    assert heard == [(1000, 2000), (2000, 2000)]
