"""The question prints itself on every table."""

from __future__ import annotations

import pytest

from cairn.exceptions import BadDate
from cairn.total import ALL_ALLEGED, Period, Question
from cairn.values import PartialDate


def test_a_question_names_its_grades_belligerents_places_period_and_day():
    asked = Question(
        belligerents=("US-led Coalition",),
        countries=("SY",),
        period=Period(PartialDate("2014-08"), PartialDate("2017-07")),
        as_of=PartialDate("2017-08-04"),
    )
    assert str(asked) == "fair + confirmed, US-led Coalition, Syria, 2014-08 to 2017-07, as of 2017-08-04"


def test_a_question_without_limits_says_that_it_has_none():
    assert str(Question(grades=ALL_ALLEGED)) == "all alleged, every belligerent, every country, whole record"


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadDate, match="ends before it begins"):
        Period(PartialDate("2017-06"), PartialDate("2017-05"))


def test_a_period_from_a_month_to_the_same_month_is_that_month():
    assert Period(PartialDate("2017-05"), PartialDate("2017-05")).last_day.day == 31
