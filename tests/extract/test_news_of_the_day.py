"""Plain pieces of news: the day of the harm, who did it, and who says so of themselves."""

from __future__ import annotations

import pytest

from cairn.story import extract
from cairn.values import PartialDate, ReportText, Role

SPOKEN = [
    # The day on which somebody spoke is not the day of the harm.
    (
        "The Coalition said on Friday that its airstrike killed four people near Raqqa on 12 May 2017.",
        "2017-05-12",
    ),
    # The day of the harm may come in the next sentence.
    (
        "At least three people were killed when shells hit a school in Raqqa, the monitor said on Wednesday. "
        "It was on Monday night, 31 July 2017.",
        "2017-07-31",
    ),
    # Where only the speaking has a day, it is the nearest there is.
    ("Three civilians were killed in Raqqa, the monitor said on Wednesday.", "2017-08-02"),
]


@pytest.mark.parametrize(("text", "day"), SPOKEN)
def test_the_day_of_speaking_gives_way_to_the_day_of_the_harm(text, day):
    report = ReportText("1", text, published=PartialDate("2017-08-04"), language="eng", countries=("SY",))
    assert str(extract(report).date) == day


PARTIES = [
    # Both of two that an account leaves open, though the harm stands in the sentence before.
    (
        "Airstrikes killed five people in Raqqa. The planes were Russian or Syrian government aircraft.",
        {"Russian Military": Role.SUSPECTED, "Syrian Regime": Role.SUSPECTED},
    ),
    (
        "The US-led Coalition now accepts that its strike killed ten civilians in Raqqa.",
        {"US-led Coalition": Role.CLAIMS},
    ),
    # A country's name alone, behind the word that says who did it.
    ("Three civilians were killed by Russia in Idlib.", {"Russian Military": Role.SUSPECTED}),
    # Arabic says first what was said and then by whom.
    ("أقر التحالف الدولي بأن إحدى غاراته في الرقة أدت إلى مقتل 4 مدنيين.", {"US-led Coalition": Role.CLAIMS}),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_a_party_is_suspected_or_speaks_for_itself(text, parties):
    reading = extract(ReportText("1", text, countries=("SY", "IQ")))
    assert {each.name: each.role for each in reading.belligerents} == parties


def test_the_name_of_an_organisation_is_no_place():
    text = "The Wadi Observatory for Human Rights said that two civilians were killed by shelling."
    assert extract(ReportText("1", text, language="eng")).place is None


def test_a_report_on_casualties_is_no_casualty():
    text = "The Coalition published its monthly civilian casualty report on Friday."
    assert extract(ReportText("1", text, language="eng")).claims == ()
