"""Lists that cannot carry an estimate get one sentence, and lists that can get none."""

import pytest

from cairn.estimate.diagnose import diagnose
from cairn.estimate.overlap import OverlapTable


def lists(many, **counts):
    names = ("north", "south", "press", "clinic", "church", "school")[:many]
    return OverlapTable(names, {pattern.strip("_"): count for pattern, count in counts.items()})


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (lists(1, _1=500), "One list"),
        (lists(2, _10=50, _01=60, _11=30), "not offered as an estimate"),
        (lists(3, _100=0), "holds nobody"),
        (lists(3, _100=15, _010=12, _110=6, _011=3, _111=4), "40 people are too few"),
        (lists(3, _100=90, _010=80, _110=20), "Too few lists hold anybody (nobody on press)"),
        (lists(3, _100=90, _010=80, _001=50), "No two lists share anybody"),
        (lists(3, _100=90, _010=80, _001=50, _110=9), "Only north and south share"),
        (lists(3, _100=90, _001=80, _110=40, _111=10, _101=20), "Everybody on south is also on north"),
        (lists(3, _001=80, _110=90, _111=10, _100=1), "nearly the same people"),
    ],
)
def test_lists_that_cannot_carry_an_estimate_are_refused_in_a_sentence(table, said):
    refusal = diagnose(table).refusal
    assert said in refusal
    assert refusal.endswith(".")


def test_good_lists_are_not_refused(three_lists, four_lists):
    assert diagnose(three_lists).refusal == ""
    assert diagnose(four_lists).refusal == ""


def test_two_lists_are_given_chapmans_formula_and_its_assumption():
    said = diagnose(lists(2, _10=50, _01=60, _11=30)).refusal
    assert "237" in said
    assert "assumes independence" in said


def test_a_short_list_inside_another_may_be_chance():
    table = lists(3, _100=300, _001=80, _110=4, _101=20)
    assert "south" not in diagnose(table).refusal


@pytest.mark.parametrize(
    "case", ["KOS", "UK5", "NO5", "AUS", "HIV", "PH-caloocan-police", "PH-quezon-police", "GAZA-U", "COL"]
)
def test_real_lists_may_be_tried(case, case_table):
    assert diagnose(case_table(case)).refusal == ""


def test_among_many_lists_a_nested_one_is_said_and_not_refused(case_table):
    assert any("also on" in caution for caution in diagnose(case_table("PH-caloocan-police")).cautions)


def test_overlaps_are_laid_open(three_lists):
    diagnosis = diagnose(three_lists)
    assert diagnosis.sizes == {"a": 513, "b": 207, "c": 188}
    assert [pair.shared for pair in diagnosis.pairs] == [154, 124, 16]
    assert diagnosis.on_one_list == pytest.approx(356 / 626)
