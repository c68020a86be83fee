"""Which date is the harm's: that of the sentence that tells it, not that of the page."""

import pytest

from cairn.extract.read import read
from cairn.values import PartialDate, ReportText

TEXTS = [
    (
        "MITHALIYAH, Syria (Sept. 5, 2016) - An airstrike killed two men in the town yesterday.",
        None,
        "2016-09-04",
        "a dateline tells when it was written; yesterday is the day before",
    ),
    (
        "On 7 October 2016, a strike killed three children. A wounded man later died on 16 October 2016.",
        None,
        "2016-10-07",
        "the first day told is that of the strike",
    ),
    (
        "A shell killed two women on Friday. The ceasefire of 5 March 2015 has not held.",
        "2016-09-17",
        "2016-09-16",
        "history told afterwards dates nothing",
    ),
    ("A shell killed two women.", "2016-09-17", "2016-09-17", "news without a date is of its day"),
    ("A shell killed two women.", None, None, "without any day there is none"),
    (
        "Mithal NewsNovember 27, 2016 · Shared with PublicA shell killed two women today",
        "2017-02-01",
        "2016-11-27",
        "what the post bears comes before the day it was captured",
    ),
]


TEXTS += [
    (
        "A shell killed two women on Friday. A list of 9 August last counts the houses it destroyed.",
        "2016-09-17",
        "2016-09-16",
        "what was last month is told in passing",
    ),
    (
        "Shells killed two women in Mithaliyah. "
        + "People fled to the fields. " * 40
        + "\n\nJanuary 22: A house was hit.\n\nApril 4, 2016: A road was hit.",
        None,
        None,
        "a list of days, one a line, is no stamp on the page",
    ),
    (
        "Two women were killed today, Tuesday.\nA picture of the town\nNovember 21, 2016",
        None,
        "2016-11-22",
        "a stamp of a Monday is older than a page that is written on Tuesday",
    ),
]


_TWO_EDITIONS = (
    "MITHALIYAH, Syria (April 1, 2016) - A patrol killed two men in the town yesterday. {}\n---\n"
    "MITHALIYAH, Syria (April 4, 2016) The army confirmed that the killing of April 1 is looked into."
)

TEXTS += [
    (_TWO_EDITIONS.format(""), None, "2016-03-31", "of two texts on one page, each has its own yesterday"),
    (_TWO_EDITIONS.format("It went on. " * 60), None, "2016-03-31", "however far down the second begins"),
    (
        "MITHALIYAH, Syria (June 21, 2016)\nThe army today confirmed a leader's death in the town, June 14.",
        None,
        "2016-06-14",
        "the day on which somebody confirmed it is not its day, wherever the verb stands",
    ),
    (
        "Release 2016-12-CA–080\nMITHALIYAH, Syria (Dec. 24) – An airstrike killed two men today.",
        None,
        "2016-12-24",
        "the number of a release tells its year, with a dash of any length",
    ),
    (
        "A shell killed two women in Mithaliyah on Friday, said a doctor.",
        "2016-09-17",
        "2016-09-16",
        "a verb behind a comma speaks of all before it",
    ),
]


@pytest.mark.parametrize(("text", "published", "date", "why"), TEXTS, ids=[row[3] for row in TEXTS])
def test_the_date_of_the_harm(text, published, date, why):
    day = PartialDate(published) if published else None
    found = read(ReportText("1", text, published=day, language="eng")).date
    assert (found and str(found)) == date


def test_a_count_over_years_is_a_toll_and_dates_no_incident():
    text = "At least 700 civilians were killed by airstrikes between August 2014 and July 2017."
    [claim] = read(ReportText("1", text, language="eng")).claims
    assert claim.scope == "toll"
    assert (str(claim.date), str(claim.date_end)) == ("2014-08", "2017-07")


def test_a_page_whose_title_bears_a_day_is_of_that_day():
    titled = ReportText("1", "قتل رجل بقصف على السوق", title="أحداث يوم الثلاثاء 23-11-2021", language="ara")
    assert str(read(titled).date) == "2021-11-23"


def test_a_list_of_attacks_further_down_does_not_date_the_one_that_is_told():
    lead = "A shell killed two women in the market of Mithaliyah. " + "People fled to the fields. " * 60
    text = lead + "\nOn 19 August 2016 a shell killed a man who sold vegetables on the road there."
    assert read(ReportText("1", text, language="eng")).date is None


def test_the_day_on_which_somebody_died_of_it_is_not_the_events():
    told = (
        "A strike hit the house of a teacher in the old quarter of Mithaliyah on October 13th, 2023. "
        "However, he was hospitalised and died days later, on October 16th, 2023."
    )
    assert str(read(ReportText("1", told, language="eng")).date) == "2023-10-13"
