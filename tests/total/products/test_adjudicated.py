"""What a grade turned out to be worth: which incidents speak for it, and which way."""

from __future__ import annotations

import pytest

from cairn.total.products.adjudicated import ENOUGH, Record, adjudications, records
from cairn.values import Grade
from cairn.values.adjudication import Adjudication, Course


def course(*grades: Grade, **more) -> Course:
    return Course("a", grades, **{"settled": True} | more)


def spoken(one: Course) -> list[tuple[Grade, bool]]:
    return [(each.grade, each.upheld) for each in adjudications([one])]


def test_an_incident_confirmed_speaks_for_the_grade_it_had_before():
    assert spoken(course(Grade.WEAK, Grade.FAIR, Grade.CONFIRMED)) == [
        (Grade.FAIR, True),
        (Grade.CONFIRMED, True),
    ]


def test_an_incident_discounted_lets_its_grade_fall():
    assert spoken(course(Grade.FAIR, Grade.DISCOUNTED)) == [(Grade.FAIR, False), (Grade.DISCOUNTED, False)]
    assert spoken(course(Grade.WEAK, Grade.NO_HARM_ALLEGED)) == [(Grade.WEAK, False)]


def test_an_incident_that_was_withdrawn_fell():
    assert spoken(course(Grade.FAIR, withdrawn=True, admitted=True)) == [(Grade.FAIR, False)]


def test_an_admission_upholds_a_grade_that_nobody_has_changed_yet():
    assert spoken(course(Grade.FAIR, admitted=True, settled=False)) == [(Grade.FAIR, True)]


@pytest.mark.parametrize("found", [True, False])
def test_whoever_went_there_settles_it(found):
    assert spoken(course(Grade.CONTESTED, verified=found)) == [(Grade.CONTESTED, found)]


def test_what_the_machine_proposes_settles_nothing():
    assert spoken(course(Grade.FAIR, Grade.DISCOUNTED, settled=False)) == []
    assert spoken(course(Grade.FAIR, Grade.CONFIRMED, settled=False)) == []


def test_an_incident_that_merely_kept_its_grade_adjudicates_nothing():
    assert spoken(course(Grade.FAIR)) == []
    assert spoken(course()) == []
    assert spoken(course(Grade.CONFIRMED, Grade.FAIR)) == []  # an admission taken back is no disproof


def test_a_confirmed_incident_that_was_discounted_lets_confirmed_fall():
    assert spoken(course(Grade.CONFIRMED, Grade.DISCOUNTED)) == [(Grade.CONFIRMED, False)]


def test_what_is_missing_is_counted_for_each_grade():
    found = [Adjudication(str(n), Grade.FAIR, n > 3) for n in range(29)]
    counted = records([*found, Adjudication("w", Grade.WEAK, upheld=False)])
    assert counted == {Grade.FAIR: Record(25, 4), Grade.WEAK: Record(0, 1)}
    assert [counted[grade].missing for grade in counted] == [1, ENOUGH - 1]
    assert Record(25, 5).missing == 0
