"""What moved a total is told incident by incident, and adds up to the difference."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from dataclasses import replace

import pytest

from cairn.records import actions
from cairn.records.actions import NewIncident, Part
from cairn.records.change import By
from cairn.records.total_changes import changes
from cairn.total import ALL_ALLEGED, Period, Question
from cairn.total.changes.moved import Shift, Why, shift
from cairn.total.changes.table import changes_as_csv, changes_as_json, changes_as_text
from cairn.values import Finding, Grade, PartialDate, Range
from tests.records.facts.test_made import DAYS, change_something, set_clock
from tests.records.told import ANA, EIGHT, THREE, incident, propose

EVERY = Question(grades=ALL_ALLEGED, provisional=True)
BEFORE, AFTER = DAYS[0], DAYS[3]


@pytest.mark.parametrize("seed", range(4))
def test_the_incidents_add_up_to_the_difference_exactly(ledger, monkeypatch, seed):
    chance = random.Random(seed)
    for number in range(30):
        set_clock(monkeypatch, DAYS[number // 5], number % 5)
        change_something(chance, number)
    for asked in (EVERY, Question(), Question(belligerents=("northern air force",), provisional=True)):
        for start, end in ((DAYS[0], DAYS[5]), (DAYS[1], DAYS[2]), (dt.date(2023, 1, 1), DAYS[3])):
            found = changes(asked, start, end)
            assert found.after.incidents - found.before.incidents == sum(
                one.after.incidents - one.before.incidents for one in found.moved
            )
            for measure in asked.measures:
                parts = sum((one.shift(measure) for one in found.moved), Shift())
                assert parts == shift(found.before, found.after, measure)


@pytest.fixture
def three_weeks(ledger, monkeypatch):
    """Five incidents on the first day; by the fourth each has become otherwise in its own way."""
    set_clock(monkeypatch, BEFORE)
    named = {code: incident(code) for code in ("regraded", "merged", "into", "split", "redated")}
    for one in named.values():
        propose(one, THREE)
    set_clock(monkeypatch, AFTER)
    actions.decide(By("Ana", "a second source"), named["regraded"], EIGHT, None)
    actions.merge(By("Omar", "one strike twice"), named["merged"], named["into"])
    parts = [Part(NewIncident(uuid.uuid4(), code), []) for code in ("part A", "part B")]
    parts_made = actions.split(ANA, named["split"], *parts)
    propose(parts_made[0], Finding(killed=Range(1, 1), grade=Grade.WEAK))
    dated = Finding(killed=Range(3, 3), grade=Grade.WEAK, date=PartialDate("2017-05-12"))
    actions.decide(ANA, named["redated"], dated, None)
    propose(incident("newcomer"), THREE)


def test_each_reason_is_named_with_who_and_why(three_weeks):
    found = {one.code: one for one in changes(EVERY, BEFORE, AFTER).moved}
    assert {code: one.why[0] for code, one in found.items()} == {
        "regraded": Why.REGRADED,
        "merged": Why.MERGED,
        "split": Why.SPLIT,
        "part A": Why.SPLIT,
        "newcomer": Why.NEW,
    }
    assert found["regraded"].why == (Why.REGRADED, Why.RANGE_CHANGED, Why.REVIEWED)
    assert [(each.person, each.reason) for each in found["regraded"].reasons] == [("Ana", "a second source")]
    assert found["merged"].reasons[0].person == "Omar"


def test_a_new_date_moves_a_total_over_a_period(three_weeks):
    asked = replace(EVERY, period=Period(PartialDate("2017-05"), PartialDate("2017-05")))
    [one] = changes(asked, BEFORE, AFTER).moved
    assert (one.code, one.why[0]) == ("redated", Why.REDATED)


def test_an_incident_taken_out_by_link_is_withdrawn(ledger, monkeypatch):
    set_clock(monkeypatch, BEFORE)
    one = incident("gone")
    propose(one, THREE)
    set_clock(monkeypatch, AFTER)
    actions.keep_links(actions.the_machine("linked anew"), actions.Links(withdrawn_incidents=[one]))
    [found] = changes(EVERY, BEFORE, AFTER).moved
    assert (found.why, found.after.incidents) == ((Why.WITHDRAWN,), 0)
    assert found.reasons[0].reason == "linked anew"


def test_the_table_tells_both_days_and_every_incident(three_weeks):
    found = changes(EVERY, BEFORE, AFTER)
    text = changes_as_text(found)
    assert text.startswith(f"{EVERY}, from {BEFORE} to {AFTER}")
    assert "before: 15 killed in 5 incidents" in text
    assert "Omar: one strike twice" in text and "not counted" in text
    said = changes_as_json(found)
    assert said["changes"][0]["before"] is None and said["changes"][0]["why"] == ["new"]
    assert sum(each["shift"]["killed"]["min"] for each in said["changes"]) == (
        said["after"]["killed"][0] - said["before"]["killed"][0]
    )
    assert changes_as_csv(found).count("\r\n") == len(found.moved) + 1


def test_where_nothing_moved_that_is_said(three_weeks):
    assert "Nothing moved it" in changes_as_text(changes(EVERY, AFTER, DAYS[6]))
