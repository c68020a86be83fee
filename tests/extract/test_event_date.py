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
