import numpy as np
import pytest

from cairn.estimate.dga import average_graphs, average_on
from cairn.estimate.overlap import OverlapTable

# The steps on which the reference looked: numbers and width.
STEPS = {"KOS": 1, "KOR": 1, "UK5": 5, "NED5": 5, "AUS": 1, "HIV": 1, "MY3": 1}


@pytest.mark.parametrize("case", STEPS)
def test_belief_has_the_references_digits(case, case_table, cases):
    table = case_table(case)
    for name, theirs in cases[case]["reference"]["dga"].items():
        if not name.startswith("delta_"):
            continue
        unseen = 1.0 + STEPS[case] * np.arange(theirs["grid_len"])
        ours = average_on(table, unseen, float(name.removeprefix("delta_")))
        assert ours.mean == pytest.approx(theirs["mean"], abs=0.001)
        assert ours.quantile(0.5) == theirs["median"]
        assert ours.interval() == (theirs["q025"], theirs["q975"])
        assert ours.mode == theirs["mode"]


def test_looking_far_first_finds_the_second_answer_of_NED5(case_table):
    low, high = average_graphs(case_table("NED5")).interval()
    assert low < 50_000 < 160_000 < high


def test_the_complete_graph_swallows_GAZA_U(case_table):
    assert average_graphs(case_table("GAZA-U")).complete > 0.5


def test_our_own_grid_says_what_the_whole_list_of_numbers_says(four_lists):
    ours = average_graphs(four_lists)
    whole = average_on(four_lists, np.arange(0.0, 60_000))
    assert ours.quantile(0.5) == pytest.approx(whole.quantile(0.5), rel=1e-3)
    assert ours.interval() == pytest.approx(whole.interval(), rel=1e-3)
    assert ours.complete == pytest.approx(whole.complete, abs=1e-4)


def test_belief_does_not_depend_on_the_order_of_lists(three_lists):
    turned = three_lists.only([2, 0, 1])
    assert average_graphs(turned).quantile(0.5) == average_graphs(three_lists).quantile(0.5)
    assert sorted(average_graphs(turned).by_graph) == pytest.approx(
        sorted(average_graphs(three_lists).by_graph)
    )


def test_six_lists_can_be_averaged():
    rng = np.random.default_rng(3)
    on = rng.uniform(size=(800, 6)) < 0.25
    seen = ["".join("01"[int(mark)] for mark in row) for row in on if row.any()]
    table = OverlapTable(tuple("abcdef"), {pattern: seen.count(pattern) for pattern in set(seen)})
    low, high = average_graphs(table).interval()
    assert low < 800 < high
