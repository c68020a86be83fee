"""When: every row is a sentence, what it says of dates, and why it is here."""

import pytest

from cairn.extract.dates import find_dates
from cairn.extract.words import words
from cairn.values import PartialDate
from cairn.vocabulary.calendar import from_hijri

# Published on Saturday 5 August 2017.
SAID = [
    ("The village was hit on 12 May 2017.", "2017-05-12", None, "day, month, year"),
    ("On May 12th, 2017, two died.", "2017-05-12", None, "month, ordinal, year"),
    ("It happened in May 2017.", "2017-05", None, "a month is no first day"),
    ("It happened in 2014.", "2014", None, "nor is a year"),
    ("A May 12 strike is recalled.", "2017-05-12", None, "the year is that of publication"),
    ("A strike on 20 December is recalled.", "2016-12-20", None, "the latest one that was not yet to come"),
    ("Two died yesterday.", "2017-08-04", None, "from the day of publication"),
    ("Two died on Friday.", "2017-08-04", None, "the last Friday up to it"),
    ("Two died last Saturday.", "2017-07-29", None, "last Saturday, said on a Saturday"),
    ("Two died today, Saturday.", "2017-08-05", None, "one day told twice is one"),
    ("Two died on Wednesday, July 19, 2017.", "2017-07-19", None, "a weekday beside its date"),
    ("Forty died last month.", "2017-07", None, "no day of it is known"),
    ("Forty have died since June 6th.", "2017-06-06", "2017-08-05", "since runs to publication"),
    ("Between August 2014 and July 2017 many died.", "2014-08", "2017-07", "an interval of months"),
    ("Shelling on 12-14 May 2017 was heavy.", "2017-05-12", "2017-05-14", "a run of days"),
    ("قُتل رجل في 12 أيار 2017", "2017-05-12", None, "the Levantine May"),
    ("قُتل رجل في 3 كانون الثاني 2017", "2017-01-03", None, "a month of two words"),
    ("قُتل رجل في 12 مايو 2017", "2017-05-12", None, "the Egyptian May"),
    ("قُتل رجل في 9 آذار/مارس 2017", "2017-03-09", None, "one month under two names"),
    ("قُتل رجل يوم 12/05/2017", "2017-05-12", None, "day before month"),
    ("قُتل رجل أمس الجمعة", "2017-08-04", None, "yesterday, Friday"),
    ("قُتل رجل صباح اليوم السبت 5 آب", "2017-08-05", None, "a day told three ways"),
    ("قُتل رجل بتاريخ ٩ آذار ٢٠١٧", "2017-03-09", None, "Arabic-Indic digits"),
    ("قُتل رجل في 2كانون الأول 2016", "2016-12-02", None, "no blank before the month"),
    ("قُتل رجل في 1 رمضان 1438 هـ", "2017-05-26", "2017-05-28", "a Hijri day is known to a day or so"),
    ("قُتل رجل اليوم الجمعة", "2017-08-04", None, "published past midnight: the Friday counts"),
    ("قُتل رجل فجر اليوم الأحد", "2017-08-06", None, "published where Sunday had not begun"),
    ("قُتل رجل في 3/ آب/ 2017", "2017-08-03", None, "strokes around the month"),
    ("قُتل رجل منذ بداية العام الحالي 2017", "2017", None, "this year, and which it is"),
    ("Seen at a NewsroomMay 12, 2017 · Shared", "2017-05-12", None, "a page runs its parts together"),
]
NOT_SAID = [
    ("You may go, and they march on.", "words that are also months"),
    ("About 2000 people of the town fled.", "a count that looks like a year"),
    ("دخل الرجل من باب البيت", "باب is a door, though آب is August"),
    ("It was born on 31 June 2016.", "no such day"),
    ("The boy was born on 4 March 2009.", "a birthday is no event"),
]


@pytest.mark.parametrize(("text", "first", "last", "why"), SAID, ids=[row[3] for row in SAID])
def test_a_date_is_as_precise_as_it_is_said(text, first, last, why):
    [found] = find_dates(text, words(text), PartialDate("2017-08-05"), "ara" if "ق" in text else "eng")
    assert (str(found.first), found.last and str(found.last)) == (first, last)


@pytest.mark.parametrize(("text", "why"), NOT_SAID, ids=[row[1] for row in NOT_SAID])
def test_what_is_no_date_is_not_read_as_one(text, why):
    assert find_dates(text, words(text), PartialDate("2017-08-05"), None) == []


def test_yesterday_means_nothing_where_the_day_of_publication_is_not_known():
    assert find_dates("Two died yesterday.", words("Two died yesterday."), None) == []


def test_a_weekday_tells_the_year_that_nobody_said():
    text = "The truce of 5 March 2020 held. On Saturday 17 September two died."
    found = find_dates(text, words(text), None, "eng")
    assert str(found[1].first) == "2022-09-17"


def test_the_one_year_on_the_page_that_fits_the_weekday_is_the_year():
    text = "Two died on Saturday 17 September.\nSeason 2021 / 2022: all matches"
    assert str(find_dates(text, words(text), None, "eng")[0].first) == "2022-09-17"


def test_the_year_since_which_something_goes_on_is_not_the_year_of_what_is_told():
    text = "The town has been shelled since 2019. Two died on 18 November."
    assert [str(each.first) for each in find_dates(text, words(text), None, "eng")] == ["2019"]


def test_the_same_day_said_whole_elsewhere_tells_the_year():
    text = "A strike on May 12. In 2016 it was calm. The strike of 12 May 2017 killed two."
    found = find_dates(text, words(text), None, "eng")
    assert [str(each.first) for each in found] == ["2017-05-12", "2016", "2017-05-12"]


def test_a_hijri_month_is_an_interval_with_its_doubt():
    first, last = from_hijri(1438, 9, None)
    assert 29 <= (last - first).days <= 32


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("LIMA, 4 MAR 88 (EXAMPLE) -- A bomb exploded.", ["1988-03-04"]),
        ("LIMA, 4 Mar 88 -- A bomb exploded.", ["1988-03-04"]),
        ("Between 4 March 2015 and 5 March 40 people died.", ["2015-03-04"]),
    ],
)
def test_a_short_year_is_one_in_a_dateline_only(text, days):
    found = find_dates(text, words(text), None)
    assert [str(each.first) for each in found][: len(days)] == days
    assert not any("1940" in str(each.first) for each in found)
