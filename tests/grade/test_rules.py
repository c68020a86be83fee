"""Grade and strike status: two axes, each with the condition that proposed it."""

from __future__ import annotations

import pytest

from cairn.grade import assess
from cairn.values import Belligerent, Grade, Range, Role, Status, StrikeStatus
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.grades import grades, strike_statuses
from cairn.vocabulary.reasons import reason_in
from tests.grade.made import killed, report, striker

NORTH, SOUTH = "Northern Air Force", "Southern Army"


def two_reports(*by, **more):
    return [report(killed(3), id="r1", by=by, **more), report(killed(3), id="r2", by=by, **more)]


@pytest.mark.parametrize(
    ("evidence", "status", "grade"),
    [
        (two_reports(NORTH), StrikeStatus.LIKELY, Grade.FAIR),
        (two_reports(striker(NORTH)), StrikeStatus.DECLARED, Grade.FAIR),
        ([report(killed(3), by=(NORTH,))], StrikeStatus.SINGLE_SOURCE_CLAIM, Grade.WEAK),
        (two_reports(NORTH, SOUTH), StrikeStatus.CONTESTED, Grade.CONTESTED),
        (two_reports(), StrikeStatus.CONTESTED, Grade.CONTESTED),
        (two_reports(NORTH, origin="one wire"), StrikeStatus.SINGLE_SOURCE_CLAIM, Grade.WEAK),
        (two_reports(Belligerent(NORTH, Role.DENIES)), StrikeStatus.LIKELY, Grade.FAIR),
        ([report(killed(0), by=(NORTH,))], StrikeStatus.SINGLE_SOURCE_CLAIM, Grade.NO_HARM_ALLEGED),
        ([report(by=(NORTH,))], StrikeStatus.SINGLE_SOURCE_CLAIM, Grade.NO_HARM_ALLEGED),
        ([report(killed(3, NORTH), by=(striker(NORTH),))], StrikeStatus.DECLARED, Grade.CONFIRMED),
    ],
)
def test_the_rules_propose_what_a_recorder_would(evidence, status, grade):
    finding = assess(evidence)
    assert (finding.strike_status, finding.grade) == (status, grade)


def test_where_only_one_belligerent_acts_naming_nobody_is_not_contested():
    alone = Conflict(belligerents=(NORTH,))
    assert assess(two_reports(), alone).grade is Grade.FAIR


def test_the_dead_are_not_discounted_on_the_accused_partys_word():
    word = killed(3, NORTH, status=Status.COMBATANT)
    finding = assess([report(word, by=(NORTH,))])
    assert finding.grade is not Grade.DISCOUNTED
    assert (finding.killed, finding.combatants_killed) == (Range(3, 3), None)
    assert any("they stay people" in reason_in(reason) for reason in finding.reasons)
    others = killed(3, "a village elder", status=Status.COMBATANT)
    assert assess([report(others, by=(NORTH,))]).grade is Grade.DISCOUNTED


def test_harm_that_nobody_can_count_is_alleged_all_the_same():
    civilians = killed(None)
    finding = assess([report(civilians, by=(NORTH,))])
    assert (finding.killed, finding.grade) == (None, Grade.WEAK)
    fighters = killed(3, status=Status.COMBATANT)
    finding = assess([report(civilians, fighters, by=(NORTH,))])
    assert finding.grade is Grade.WEAK, "civilians whom nobody counted are not discounted beside fighters"


def test_three_papers_that_quote_one_hospital_are_one_origin():
    papers = [report(killed(3, "the hospital"), id=f"r{at}", by=(NORTH,)) for at in range(3)]
    assert assess(papers).origins == 1


def test_local_sources_are_more_than_one():
    assert assess([report(killed(3, "local sources"), by=(NORTH,))]).origins == 2


@pytest.mark.parametrize(
    ("speaker", "origins"),
    [
        ("Qarn Media Office", 1),  # a plural inside a name is one office
        ("sources in Qarn", 2),
        ("local media", 2),
    ],
)
def test_a_plural_counts_as_more_than_one_where_it_is_who_speaks(speaker, origins):
    assert assess([report(killed(3, speaker), by=(NORTH,))]).origins == origins


def test_a_report_that_rests_on_several_sources_is_more_than_one_origin():
    said = report(killed(3), by=(NORTH,), text="All local sources attributed the strike to the north.")
    assert (assess([said]).origins, assess([said]).grade) == (2, Grade.FAIR)


def test_each_proposal_says_which_rule_made_it():
    said = [reason_in(reason) for reason in assess(two_reports(NORTH)).reasons]
    assert any(each.startswith("grade fair: two or more independent origins accuse one") for each in said)
    assert "strike status likely: two or more independent origins" in said


def test_every_grade_and_status_has_a_meaning_for_the_methodology_page():
    assert set(grades()) == set(Grade)
    assert set(strike_statuses()) == set(StrikeStatus)
    assert all(each.means and each.proposed for each in [*grades().values(), *strike_statuses().values()])
