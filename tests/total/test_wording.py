"""A question's words lead back to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.exceptions import BadInput
from cairn.total import Measure, Period, Question, question_of
from cairn.total.wording import worded
from cairn.values import PartialDate
from tests.total.asked import SQUARE, questions

names = st.text(
    st.characters(exclude_characters="“”", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1
)


@given(questions, st.none() | st.sampled_from(["2017", "2017-05", "2017-05-12"]).map(PartialDate))
def test_every_question_comes_back_from_its_own_words(asked, day):
    asked = replace(asked, as_of=day)
    assert question_of(worded(asked), [SQUARE]) == asked


@given(st.lists(names, min_size=1, max_size=3, unique=True))
def test_names_with_commas_and_plus_signs_stay_whole(belligerents):
    asked = Question(belligerents=tuple(belligerents), places=tuple(belligerents))
    assert question_of(worded(asked)) == asked


def test_the_words_name_what_is_counted_and_where():
    asked = Question(
        belligerents=("US-led Coalition", "Russian Military"),
        countries=("SY", "IQ"),
        period=Period(PartialDate("2017-05")),
        measures=(Measure.CHILDREN_KILLED, Measure.MEN_INJURED),
        places=("Raqqa",),
        area=SQUARE,
        alone=True,
    )
    assert str(asked) == (
        "children killed + men injured of fair + confirmed, US-led Coalition + Russian Military,"
        f" Syria + Iraq, in Raqqa, within {SQUARE}, from 2017-05, without coalition members"
    )


@pytest.mark.parametrize(
    "words, wanting",
    [
        ("fair + confirmed", "is no question"),
        ("fair + sure, every belligerent, every country, whole record", "“sure” is not known"),
        ("fair, every belligerent, Atlantis, whole record", "country Atlantis is not known"),
        ("fair, every belligerent, every country, last week", "is not a date"),
        ("fair, every belligerent, every country, whole record, within hills", "is not at hand"),
    ],
)
def test_words_that_are_not_understood_whole_are_refused(words, wanting):
    with pytest.raises(BadInput, match=wanting):
        question_of(words)
