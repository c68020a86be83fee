"""A whole report read: an invented one, so that every part of the reading can be checked by eye."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.extract.read import read
from cairn.values import Harm, PartialDate, Range, ReportText, Scope
from cairn.vocabulary.conflict import Conflict

SYRIA = Conflict(countries=("SY",))
REPORT = ReportText(
    id="1",
    title="Three killed in Raqqa",
    text=(
        "At least five civilians, including two children, were killed in a strike on Raqqa on 12 May 2017, "
        "residents said.\n\nThe victims were identified as Omar Testi (36 years old) and Rana Testi.\n\n"
        "A similar strike killed nine people last year."
    ),
    published=PartialDate("2017-05-13"),
    language="en",
)


def test_a_report_gives_its_count_its_parts_its_day_and_its_place():
    reading = read(REPORT, SYRIA)
    whole, part, *_ = reading.claims
    assert (whole.kind, whole.count, whole.scope) == (Harm.KILLED, Range(5, None), Scope.INCIDENT)
    assert (part.count, part.part_of) == (Range(2, 2), 0)
    assert whole.date == reading.date == PartialDate("2017-05-12")
    assert reading.place is not None
    assert [person.name for person in reading.people] == ["Omar Testi", "Rana Testi"]


def test_history_is_no_part_of_the_event():
    [history] = [claim for claim in read(REPORT, SYRIA).claims if claim.count == Range(9, 9)]
    assert history.scope is Scope.BACKGROUND


def test_the_title_is_kept_apart_from_the_text():
    reading = read(REPORT, SYRIA)
    [claim] = reading.headline
    assert claim.count == Range(3, 3)
    assert claim.span.stands_in(REPORT.title)
    assert all(each.span.stands_in(REPORT.text) for each in reading.claims)


def test_the_name_of_a_page_in_the_title_tells_of_nobody_harmed():
    text = "Facebook\u200eوفيات مدينة المثال\u200e's Post\n\nوفيات مدينة المثالMay 2, 2016 · قصف على الطريق"
    titled = ReportText("1", text, title="قصف على الطريق - وفيات مدينة المثال Facebook", language="ara")
    assert read(titled).headline == ()


def test_an_empty_report_says_nothing():
    assert read(ReportText(id="1", text="")).claims == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60), st.sampled_from(["en", "ar", "ru", "xx", None]))
def test_whatever_was_captured_is_read_without_an_error(text, title, language):
    reading = read(ReportText(id="1", text=text, title=title, language=language))
    assert all(claim.span.stands_in(text) for claim in reading.claims)
    assert all(claim.span.stands_in(title) for claim in reading.headline)
