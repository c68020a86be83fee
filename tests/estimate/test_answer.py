import json

import numpy as np
import pytest

from cairn.estimate import OverlapTable, estimate, examined, read_table
from cairn.exceptions import BadInput


def test_documented_people_are_never_replaced_by_the_estimate(three_lists):
    answer = estimate(three_lists)
    assert answer.n_documented == 626
    assert answer.interval is not None
    low, high = answer.interval
    assert 626 < low < answer.median < high


def test_the_same_table_and_seed_give_the_same_answer(three_lists):
    one, other = estimate(three_lists, seed=3), estimate(three_lists, seed=3)
    assert one.diagnostics == other.diagnostics
    assert (one.median, one.interval) == (other.median, other.interval)


def test_an_answer_can_be_traced_to_its_table(three_lists):
    answer = estimate(three_lists)
    assert answer.input_sha256 == three_lists.sha256
    assert answer.version


def test_NED5_is_refused_by_the_models_and_by_the_graphs(case_table):
    for engine in ("auto", "dga"):
        answer = estimate(case_table("NED5"), engine)
        assert answer.refused
        assert answer.interval is None
        assert "two answers" in answer.reason
        assert answer.models


def test_NED_with_six_lists_is_refused_because_engines_do_not_meet(shared_data):
    path = shared_data / "estimation" / "overlaps" / "sparsemse_Ned.csv"
    answer = estimate(read_table(path.read_text("utf-8")))
    assert answer.refused
    assert "do not even meet" in answer.reason


def test_an_engine_that_refuses_adds_no_dots_to_the_fan(case_table):
    answer = estimate(case_table("KOR"))
    assert {model.engine for model in answer.models} == {"loglinear"}
    assert any("dga, refuses" in caution for caution in answer.cautions)


def test_only_an_examined_answer_chooses_again(three_lists):
    assert "bootstrap_choosing_again" not in estimate(three_lists).diagnostics
    low, high = examined(three_lists).diagnostics["bootstrap_choosing_again"]["bca"]
    assert 640 < low < 731 < high < 900


def test_KOR_is_refused_by_the_graphs_because_the_complete_one_weighs_too_much(case_table):
    answer = estimate(case_table("KOR"), "dga")
    assert "every list depends on every other" in answer.reason


def test_GAZA_U_is_refused_by_the_graphs_and_cautioned_by_the_models(case_table):
    assert estimate(case_table("GAZA-U"), "dga").refused
    answer = estimate(case_table("GAZA-U"))
    assert not answer.refused
    assert any("every dependence" in caution for caution in answer.cautions)


def test_AUS_models_disagree_and_the_answer_says_so(case_table):
    answer = estimate(case_table("AUS"))
    assert any("disagree" in caution for caution in answer.cautions)


def test_KOS_fan_holds_every_published_answer(case_table):
    answer = examined(case_table("KOS"))
    low, high = answer.fan
    assert low < 10356 < 14342 < high
    assert {model.model: model.n for model in answer.models}["[123,14,34]"] == pytest.approx(
        10356.519, rel=1e-6
    )
    assert set(answer.diagnostics["without_list"]) == {"EXH", "ABA", "OSCE", "HRW"}


def test_COL_has_too_many_lists_for_log_linear_models(case_table):
    assert "lcmcr" in estimate(case_table("COL"), "loglinear").reason


def test_a_refusal_keeps_what_was_not_offered_among_the_diagnostics(case_table):
    answer = estimate(case_table("KOR"), "dga")
    assert answer.median is None
    assert answer.diagnostics["not_offered"]["median"] > 123


def test_an_unknown_engine_is_bad_input(three_lists):
    with pytest.raises(BadInput, match="There is no engine"):
        estimate(three_lists, "guess")


def test_too_few_people_are_refused_before_any_model():
    table = OverlapTable(("a", "b", "c"), {"100": 15, "010": 12, "110": 6, "011": 3, "111": 4})
    answer = estimate(table)
    assert answer.refused
    assert answer.models == ()
    assert json.dumps(answer.diagnostics)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_lists_there_is_an_ordered_answer_or_a_sentence(seed):
    """Lists that feed, avoid or swallow each other, from crowds and from handfuls."""
    rng = np.random.default_rng(seed)
    lists, people = int(rng.integers(2, 5)), int(np.exp(rng.uniform(3, 8)))
    on = rng.uniform(size=(people, lists)) < rng.uniform(0.01, 0.5, lists)
    kind = seed % 4
    if kind == 1:
        on[:, 1] = np.where(rng.uniform(size=people) < 0.7, on[:, 0], on[:, 1])
    elif kind == 2:
        on[:, 1] &= ~on[:, 0]
    elif kind == 3:
        on[:, 1] &= on[:, 0]
    marks = ["".join("01"[int(mark)] for mark in row) for row in on if row.any()]
    table = OverlapTable(tuple("abcd"[:lists]), {mark: marks.count(mark) for mark in set(marks)})
    for engine in ("auto", "loglinear", "dga", "chao"):
        answer = estimate(table, engine)
        if answer.refused:
            assert answer.reason.endswith(".")
        else:
            low, high = answer.interval
            assert table.n <= low <= answer.median <= high
