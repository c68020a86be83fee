import pytest

from cairn.estimate import OverlapTable, estimate
from cairn.estimate.sensitivity import departures, without_each_list


def test_the_highest_dependence_multiplies_the_unseen():
    found = departures(400, 1000, (800, 1600))
    assert [round(one.median) for one in found] == [700, 800, 1000, 1300, 1600]
    assert found[2].low == 800
    assert found[4].high == 2800


def test_the_dependence_that_cannot_be_seen_moves_the_saturated_model_as_said(three_lists):
    """With odds of two on the triple overlap the seven cells fit as well and the unseen doubles."""
    c = {key: float(count) for key, count in three_lists.counts.items()}
    unseen = c["111"] * c["100"] * c["010"] * c["001"] / (c["110"] * c["101"] * c["011"])
    doubled = departures(three_lists.n, three_lists.n + unseen, (0, 0))[-1].median - three_lists.n
    odds = c["111"] * c["100"] * c["010"] * c["001"] / (c["110"] * c["101"] * c["011"] * doubled)
    assert 1 / odds == pytest.approx(2)


def test_each_list_is_left_out_in_turn(four_lists):
    answers = without_each_list(four_lists, lambda table: estimate(table, "dga"))
    assert list(answers) == list(four_lists.lists)
    assert all(answer.n_documented < four_lists.n for answer in answers.values())


def test_three_lists_cannot_spare_one(three_lists):
    answers = without_each_list(three_lists, estimate)
    assert answers["a"] == "Without a fewer than 3 lists are left."


def test_a_list_without_which_nothing_can_be_said_is_named():
    table = OverlapTable(
        ("hub", "a", "b", "c"),
        {"1000": 90, "0100": 80, "0010": 70, "0001": 60, "1100": 20, "1010": 25, "1001": 15},
    )
    answers = without_each_list(table, lambda one: estimate(one, "dga"))
    assert "No two lists share anybody" in answers["hub"]
