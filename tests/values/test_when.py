"""A date is one of a calendar, written in one way, so that dates sort and compare as they are written."""

import pytest

from cairn.exceptions import BadDate
from cairn.values import PartialDate


@pytest.mark.parametrize("text", ["٢٠١٧-٠٥-١٢", "2017-٠٥", "2017-13", "2017-02-29", "1017", "17-05-12", ""])
def test_what_is_no_date_of_a_calendar_in_iso_digits_is_refused(text):
    with pytest.raises(BadDate):
        PartialDate(text)


def test_a_date_ends_with_its_last_day():
    assert str(PartialDate("2016-02").last_day()) == "2016-02-29"
    assert str(PartialDate("2016").last_day()) == "2016-12-31"
