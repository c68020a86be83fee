"""Nought because a name is misspelt is told from nought because nobody was hurt."""

from __future__ import annotations

import sqlite3

from cairn.total import Coalitions, Question
from cairn.total.facts.answering import answer
from cairn.total.facts.databases import fill, in_sqlite
from cairn.total.facts.unanswered import notes_on
from cairn.values import Grade, PartialDate, Range
from cairn.vocabulary.conflict import Membership
from tests.total.facts.test_answering import facts_of
from tests.total.made import incident

LEAGUE = Coalitions([Membership("Northern Air Force", "Hill League")])


def notes(known, **parts):
    facts = sqlite3.connect(":memory:")
    fill(facts, facts_of(known, LEAGUE))
    asked = Question(**parts)
    return list(notes_on(answer(in_sqlite(facts), asked), in_sqlite(facts), LEAGUE))


def test_a_name_that_no_incident_bears_is_said():
    known = [incident("a", Range(1, 2))]
    [said] = notes(known, belligerents=("Nobody", "Northern Air Force"))
    assert said.startswith("No incident of this record names “Nobody”")
    assert notes(known, places=("Nowhereville", "tell invented")) == [
        "No incident of this record lies in a place called “Nowhereville”."
    ]
    assert notes(known, countries=("SY", "NO")) == ["No incident of this record lies in Norway (NO)."]


def test_a_coalition_is_named_by_what_its_members_are_accused_of_unless_it_is_asked_alone():
    known = [incident("a", Range(1, 2))]
    assert notes(known, belligerents=("Hill League",)) == []
    assert len(notes(known, belligerents=("Hill League",), alone=True)) == 1


def test_where_nobody_graded_anything_the_grades_asked_for_find_nothing_and_that_is_said():
    bare = [incident("a", Range(1, 2), grade=None)]
    [said] = notes(bare)
    assert "is graded" in said and "--grade all" in said
    assert notes(bare, grades=()) == []
    assert notes([*bare, incident("b", grade=Grade.WEAK)]) == []
    assert notes([]) == []


def test_a_known_name_in_another_year_is_nought_without_a_word():
    known = [incident("a", Range(1, 2))]
    assert notes(known, belligerents=("Northern Air Force",), as_of=PartialDate("2020")) == []
