"""The scorer of attack templates gives each answer what it is worth."""

from __future__ import annotations

import datetime as dt

import pytest
from answers import answers
from attack_templates import fit, measures, score, tally
from templates import templates
from worth import right

MARCH = dt.date(1988, 3, 3)
EMPTY = ["-"]
RECORDED = {
    "template": "1",
    "INCIDENT: DATE": ["03 MAR 88"],
    "INCIDENT: LOCATION": ["PERU: AYACUCHO (DEPARTMENT): HUANTA (TOWN)"],
    "INCIDENT: INSTRUMENT TYPE": ['BOMB: "SMALL BOMB" / "BOMB"'],
    "PERP: INDIVIDUAL ID": ['? "ARMED MEN"'],
    "PERP: ORGANIZATION ID": ['"RED STAR FRONT" / "RSF"'],
    "HUM TGT: NAME": ['"ANA DOE"'],
    "HUM TGT: DESCRIPTION": ['"TEACHER": "ANA DOE"', '"PUPILS"'],
    "HUM TGT: NUMBER": ['1: "ANA DOE"', 'PLURAL / 2-: "PUPILS"'],
    "HUM TGT: EFFECT OF INCIDENT": ['DEATH: "ANA DOE"', 'INJURY: "PUPILS"'],
}
SAID = {
    "claims": [
        {"kind": "killed", "count": [1, 1], "quantifier": "exact", "phrase": "A TEACHER WAS KILLED"},
        {"kind": "injured", "count": [2, 2], "quantifier": "vague", "phrase": "PUPILS WERE HURT"},
    ],
    "events": [
        {
            "date": "1988-03-03",
            "place": {"name": "Huanta", "within": ["Ayacucho"], "country": "PE"},
            "belligerents": [{"name": "Red Star Front", "phrases": ["RSF"]}],
            "doers": ["GROUP OF ARMED MEN"],
            "means": [{"means": "improvised explosive device", "phrase": "BOMB"}],
            "claims": [0, 1],
        }
    ],
}
for _at, _claim in enumerate(SAID["claims"]):
    _claim |= {"who": {"status": "unknown"}, "start": _at}


def known(**slots):
    return templates({"templates": [RECORDED | slots]})


def test_a_perfect_answer_scores_one():
    found = measures(score([(known(), answers(SAID))]))
    assert (found["F1"], found["precision"], found["recall"]) == (1.0, 1.0, 1.0)


def test_an_attack_where_none_was_recorded_costs_precision_only():
    found = measures(score([(known(), answers(SAID)), ([], answers(SAID))]))
    assert (found["precision"], found["recall"]) == (0.5, 1.0)
    assert found["F1, matched and missing"] == 1.0
    assert found["silent where nothing was attacked"] == 0.0


def test_an_attack_not_told_costs_recall_unless_it_is_optional():
    assert measures(score([(known(), [])]))["recall"] == 0.0
    slots = score([(known(template="1 (OPTIONAL)"), [])])["slots"]
    assert sum(sum(each.values()) for each in slots.values()) == 0


def test_an_optional_fill_that_is_wanting_costs_nothing():
    (template,) = known()
    assert tally("perpetrator", template.slots["perpetrator"], [])["wanting"] == 0


def test_a_day_and_a_country_alone_bring_nothing_together():
    (template,) = known()
    said = {
        "events": [{"date": "1988-03-03", "place": {"precision": "country", "country": "PE"}, "claims": []}]
    }
    assert fit(template, answers(said)[0]) == 0


@pytest.mark.parametrize(
    ("recorded", "days", "worth"),
    [
        ("03 MAR 88", (MARCH, MARCH), 1.0),
        ("- 03 MAR 88", (MARCH, MARCH), 1.0),
        ("01 MAR 88 - 05 MAR 88", (MARCH, MARCH), 0.5),
        ("04 MAR 88", (MARCH, MARCH), 0.0),
        ("(04 MAR 88) / (- 03 MAR 88)", (MARCH, MARCH), 1.0),
    ],
)
def test_a_day_within_the_days_recorded_is_half_right(recorded, days, worth):
    (template,) = known(**{"INCIDENT: DATE": [recorded]})
    assert right("date", template.slots["date"][0], days) == worth


@pytest.mark.parametrize(
    ("said", "worth"),
    [
        (("Huanta", "Ayacucho", "PERU"), 1.0),
        (("PERU",), 0.5),
        (("Ayacucho", "PERU"), 0.5),
        (("Lima", "PERU"), 0.0),
    ],
)
def test_what_holds_a_place_is_half_right(said, worth):
    assert right("place", known()[0].slots["place"][0], said) == worth


def test_a_number_told_of_other_people_is_half_right():
    people = answers(SAID)[0].people
    (teacher, pupils) = known()[0].slots["number"]
    assert [right("number", teacher, each) for each in people] == [1.0, 0.0]
    assert [right("number", pupils, each) for each in people] == [0.0, 1.0]
    (other,) = known(**{"HUM TGT: NUMBER": ['1: "DRIVER"']})[0].slots["number"]
    assert right("number", other, people[0]) == 0.5


def test_a_clash_in_which_only_combatants_were_harmed_answers_no_template():
    claims = [{**claim, "who": {"status": "combatant"}} for claim in SAID["claims"]]
    assert answers({**SAID, "claims": claims}) == []


def test_arrests_and_what_was_done_long_ago_answer_no_template():
    arrested = [{**claim, "kind": "captured"} for claim in SAID["claims"]]
    assert answers({**SAID, "claims": arrested}) == []
    assert answers(SAID, dt.date(1989, 3, 3)) == []
    assert len(answers(SAID, dt.date(1988, 4, 3))) == 1


def test_casualties_of_a_fight_and_many_who_were_killed_answer_no_template():
    casualties = [
        {**claim, "count": None, "phrase": "NINE CASUALTIES", "start": 0} for claim in SAID["claims"]
    ]
    assert answers({**SAID, "claims": casualties}) == []
    many = [{**claim, "count": [2, 10], "quantifier": "vague"} for claim in SAID["claims"]]
    assert answers({**SAID, "claims": many}) == []
