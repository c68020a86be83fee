"""What became of incidents, out of a ledger's own history."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from cairn.records import actions
from cairn.records.actions.admissions import keep_admissions
from cairn.records.adjudicated import adjudicated, courses
from cairn.records.change import By, the_machine
from cairn.records.ledger import open_ledger
from cairn.records.models import Admission
from cairn.records.queries import find_incident
from cairn.records.totals_apart import totals_apart
from cairn.total import Question
from cairn.total.products.three import Refusal
from cairn.values import Belligerent, Concession, Finding, Grade, PartialDate, Range, Verdict
from tests.records.told import ANA, OMAR, incident, propose

NORTH = "Northern Alliance"
FAIR = Finding(
    killed=Range(4, 6), date=PartialDate("2021-05-07"), belligerents=(Belligerent(NORTH),), grade=Grade.FAIR
)


def graded(grade: Grade) -> Finding:
    return replace(FAIR, grade=grade)


def decided(code: str, *grades: Grade):
    """An incident that the machine proposed as the first grade and a person set to each of the others."""
    of = incident(code)
    answers = propose(of, graded(grades[0]))
    for grade in grades[1:]:
        actions.decide(ANA, of, graded(grade), answers)
        answers = None
    return of


def spoken(as_of: dt.date | None = None) -> list[tuple[Grade, bool]]:
    return sorted((one.grade, one.upheld) for one in adjudicated(as_of))


def test_what_a_person_confirmed_or_discounted_speaks_for_the_grade_before(ledger):
    decided("N1", Grade.FAIR, Grade.CONFIRMED)
    decided("N2", Grade.WEAK, Grade.DISCOUNTED)
    decided("N3", Grade.FAIR, Grade.FAIR)
    assert spoken() == [
        (Grade.CONFIRMED, True),
        (Grade.DISCOUNTED, False),
        (Grade.FAIR, True),
        (Grade.WEAK, False),
    ]


def test_a_proposal_after_a_decision_changes_nothing(ledger):
    of = decided("N1", Grade.FAIR, Grade.FAIR)
    propose(of, graded(Grade.DISCOUNTED), "two")
    [course] = courses()
    assert (course.grades, course.settled) == ((Grade.FAIR,), True)


def test_an_admission_upholds_and_a_denial_does_nothing(ledger):
    of, denied = decided("N1", Grade.FAIR), decided("N2", Grade.FAIR)
    said = {of: Verdict.CREDIBLE, denied: Verdict.NON_CREDIBLE}
    keep_admissions(
        the_machine("read"),
        [],
        [
            Admission(incident=one, belligerent=NORTH, concession=Concession(NORTH, verdict), match="matched")
            for one, verdict in said.items()
        ],
    )
    assert spoken() == [(Grade.FAIR, True)]


def test_what_was_found_on_the_ground_speaks_and_the_newest_counts(ledger):
    of = decided("N1", Grade.WEAK)
    actions.check_on_the_ground(By("Ana", "nobody there knew of it"), of, False)
    assert spoken() == [(Grade.WEAK, False)]
    actions.check_on_the_ground(By("Omar", "it was the next street"), of, True)
    assert spoken() == [(Grade.WEAK, True)]


def test_a_merged_incident_is_not_withdrawn(ledger):
    gone, into = decided("N1", Grade.FAIR, Grade.FAIR), decided("N2", Grade.FAIR, Grade.FAIR)
    actions.merge(OMAR, gone, into)
    assert spoken() == []
    assert [one.incident for one in courses()] == [str(into.id)]


def test_an_earlier_day_does_not_know_what_was_found_later(ledger, monkeypatch):
    def today(day: int) -> dt.date:
        at = dt.datetime(2026, 1, day, 12, tzinfo=dt.UTC)
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at.date()

    before = today(1)
    of = decided("N1", Grade.FAIR)
    today(3)
    actions.decide(ANA, of, graded(Grade.DISCOUNTED), None)
    assert spoken(before) == []
    assert spoken(dt.date(2026, 1, 3)) == [(Grade.DISCOUNTED, False), (Grade.FAIR, False)]


def test_the_model_comes_on_with_the_thirtieth_adjudicated_incident(ledger):
    (ledger.path / "cairn.toml").write_text("[weights]\nfair = [0.6, 0.9]\n", encoding="utf-8")
    for n in range(29):
        decided(f"N{n}", Grade.FAIR, Grade.DISCOUNTED if n % 5 == 0 else Grade.CONFIRMED)
    for n in range(3):
        decided(f"F{n}", Grade.FAIR, Grade.FAIR)
    question = Question(grades=(Grade.FAIR,))
    refused = totals_apart(opened := open_ledger(ledger.path), question)
    assert (refused.envelope.killed.range, refused.refusals) == (Range(12, 18), (Refusal.FEW,))
    assert (refused.bounds.least, refused.bounds.most) == (pytest.approx(7.2), pytest.approx(16.2))
    assert refused.wanting[Grade.FAIR].missing == 1
    actions.check_on_the_ground(By("Ana", "seen"), find_incident("F0"), True)
    fan = totals_apart(opened, question).model
    assert fan is not None
    low, high = fan.chances["fair"]
    assert low < 24 / 30 < high


def test_the_three_totals_are_of_the_day_asked_about(ledger, monkeypatch):
    at = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: at)
    decided("N1", Grade.FAIR, Grade.FAIR)
    at = dt.datetime(2026, 1, 3, 12, tzinfo=dt.UTC)
    decided("N2", Grade.FAIR, Grade.FAIR)
    opened = open_ledger(ledger.path)
    then, now = (totals_apart(opened, Question(as_of=PartialDate(f"2026-01-0{day}"))) for day in (2, 4))
    assert (then.envelope.killed.range, now.envelope.killed.range) == (Range(4, 6), Range(8, 12))
