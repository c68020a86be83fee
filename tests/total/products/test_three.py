"""Three totals clearly apart; what forbids the third is an answer of its own."""

from __future__ import annotations

import csv
import json

import pytest

from cairn.story import three_totals
from cairn.total import Contested, Question, total
from cairn.total.products.table import three_as_json, three_as_text
from cairn.total.products.three import Refusal, first_two
from cairn.total.products.weighed import MeanBounds
from cairn.values import Grade, Range
from cairn.values.adjudication import Adjudication
from tests.total.made import incident

INCIDENTS = [
    incident("a", Range(8, 10)),
    incident("b", Range(3, 5)),
    incident("c", Range(2, 2), grade=Grade.CONFIRMED),
    incident("d", Range(700, 900), grade=Grade.WEAK),
]


def adjudicated(upheld: int, fallen: int, *grades: Grade) -> list[Adjudication]:
    return [
        Adjudication(f"{grade}-{n}", grade, n < upheld) for grade in grades for n in range(upheld + fallen)
    ]


ENOUGH = adjudicated(27, 3, Grade.FAIR, Grade.CONFIRMED)


def test_the_envelope_is_the_total_itself():
    three = three_totals(INCIDENTS, Question())
    assert three.envelope == total(INCIDENTS).total
    assert three.envelope.killed.range == Range(13, 17)


def test_without_weights_the_bounds_are_the_envelope_and_say_so():
    three = three_totals(INCIDENTS, Question())
    assert three.bounds is None
    assert "13–17 killed\n   As the envelope: cairn.toml gives no weight" in three_as_text(three)


def test_weights_bound_the_mean_of_the_grades_that_have_one():
    three = three_totals(INCIDENTS, Question(), weights={Grade.FAIR: (0.5, 0.9)})
    assert three.bounds == MeanBounds(7.5, 15.5, (Grade.CONFIRMED,))
    assert "counted in full: confirmed" in three_as_text(three)


def test_the_model_is_off_until_enough_of_every_grade_were_adjudicated():
    few = adjudicated(20, 4, Grade.FAIR)
    three = three_totals(INCIDENTS, Question(), few)
    assert (three.model, three.refusals) == (None, (Refusal.FEW,))
    assert {grade: one.missing for grade, one in three.wanting.items()} == {
        Grade.CONFIRMED: 30,
        Grade.FAIR: 6,
    }
    said = three_as_json(three)["model"]
    assert said["refused"]
    [reason] = said["reasons"]
    assert "confirmed: 0 so far, 30 missing; fair: 24 so far, 6 missing" in reason


def test_grades_that_are_not_counted_need_no_adjudication():
    assert three_totals(INCIDENTS, Question(), ENOUGH).model
    assert three_totals(INCIDENTS, Question(grades=()), ENOUGH).model is None  # weak is in it


def test_a_floor_without_a_ceiling_forbids_the_model():
    three = three_totals([*INCIDENTS, incident("e", Range.at_least(4))], Question(), ENOUGH)
    assert (three.model, three.refusals) == (None, (Refusal.OPEN,))


def test_where_nobody_numbered_the_dead_there_is_nothing_to_model():
    assert three_totals([incident("e", None)], Question()).refusals == (Refusal.UNKNOWN,)


def test_independent_errors_are_never_shown_alone():
    three = three_totals(INCIDENTS, Question(), ENOUGH)
    fan = three.model
    assert {one.rho for one in fan.spokes} == {0.0, 0.3, 1.0}
    assert {one.shape for one in fan.spokes} == {"low", "even", "high"}
    assert (fan.offered.rho, fan.offered.shape) == (0.3, "even")
    text = three_as_text(three)
    assert "Model-based" in text
    assert all(f"{one.median:,.0f}" in text for one in fan.spokes)


def test_what_each_grade_proved_to_be_worth_stands_beside_the_model():
    fan = three_totals(INCIDENTS, Question(), ENOUGH).model
    low, high = fan.chances["fair"]
    assert low < 0.9 < high
    assert {one.grade for one in fan.calibration} == {"fair", "confirmed"}
    assert json.loads(json.dumps(three_as_json(three_totals(INCIDENTS, Question(), ENOUGH))))


def test_the_three_take_an_answer_by_grade():
    with pytest.raises(ValueError, match="by grade"):
        first_two(total(INCIDENTS), {}, {})


def test_four_hundred_strikes_give_the_published_envelope_and_an_interval_inside_it(shared_data):
    path = shared_data / "estimation" / "pakistan_drone_incident_ranges_raw.csv"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    strikes = [
        incident(
            str(n),
            Range(int(float(row["total-killed-low"])), int(float(row["total-killed-high"]))),
        )
        for n, row in enumerate(rows)
    ]
    refused = three_totals(strikes, Question())
    assert refused.envelope.killed.range == Range(2366, 3702)
    assert refused.wanting[Grade.FAIR].missing == 30
    # Where next to every adjudicated incident was upheld, only the ranges are in doubt.
    sure = three_totals(strikes, Question(), adjudicated(100_000, 0, Grade.FAIR))
    assert sure.model.offered.intervals[-1] == pytest.approx((2583, 3489), rel=0.01)


def test_what_may_be_anothers_doing_is_drawn_from_nought_where_the_question_says_so():
    both = [incident(str(n), Range(8, 10), by=("North", "South")) for n in range(40)]
    sure = adjudicated(100_000, 0, Grade.FAIR)
    counted = three_totals(both, Question(belligerents=("North",)), sure)
    doubtful = three_totals(both, Question(belligerents=("North",), contested=Contested.MAXIMUM), sure)
    assert doubtful.envelope.killed.range == Range(0, 400)
    assert doubtful.model.offered.median < 250 < 320 <= counted.model.offered.median
