import datetime as dt

import pytest

from cairn.link.days_said import days_between, days_said

SAID = [
    ("قتل شاب اليوم الاثنين 28 آذار في البلدة", {(3, 28)}, 0, "Arabic, day before month"),
    ("6 تشرين الثاني", {(11, 6)}, None, "a month of two words"),
    ("On Monday, March 28, a van was hit", {(3, 28)}, 0, "English, month before day"),
    ("They may strike again; 12 were hurt", set(), None, "a month's name that is a word"),
    ("march ፩", set(), None, "a numeral that is no digit"),
    ("nothing is said of days", set(), None, "no day"),
]


@pytest.mark.parametrize(("text", "month_days", "weekday", "reason"), SAID)
def test_days_are_read_without_their_year(text, month_days, weekday, reason):
    assert days_said(text) == (frozenset(month_days), weekday), reason


def test_a_known_day_names_its_month_day_and_weekday():
    monday = dt.date(2022, 3, 28).toordinal()
    assert days_between(monday, monday) == (frozenset({(3, 28)}), 0)
    assert days_between(monday, monday + 1) == (frozenset({(3, 28), (3, 29)}), None)


def test_a_month_names_no_day():
    first = dt.date(2022, 3, 1).toordinal()
    assert days_between(first, first + 30) == (frozenset(), None)
