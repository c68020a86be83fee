"""A periodic report that does not add up is said to."""

import pytest

from cairn.extract.periodic import mismatches
from cairn.values import Mismatch, Stage, Verdict

HEAD = (
    "The Alliance carried over 12 open reports, received 5 new reports and completed 7 reports: two were\n"
    "credible, four non-credible and {duplicates}. A total of {open} reports are still open.\n\n"
)
LINES = """Credible{credible}
May 3, 2019, near Tal Warda, Syria, via Field Notes. Two civilians were killed in a mill. (4411)

May 9, 2019, near Tal Warda, Syria, via Field Notes. Regrettably one civilian was killed. (4412)
"""


def said(duplicates="one a duplicate", still_open=10, credible="", lines=LINES):
    text = HEAD.format(duplicates=duplicates, open=still_open) + lines.format(credible=credible)
    return list(mismatches(text))


def test_a_report_that_adds_up_needs_no_sentence():
    assert said() == []


def test_what_is_open_now_is_what_was_carried_over_and_came_less_what_was_completed():
    (one,) = said(still_open=11)
    assert (one.of, one.said, one.found) == (Stage.OPEN_NOW, 11, 10)
    assert str(one) == "it says 11 are open now, but 12 carried over + 5 new − 7 completed are 10"


def test_verdicts_come_to_what_was_completed():
    (one,) = said(duplicates="two duplicates")
    assert str(one) == "it says 7 are completed, but 2 credible + 4 non-credible + 2 duplicate are 8"


def test_verdicts_that_are_not_all_counted_may_be_less_than_what_was_completed():
    assert said(duplicates="the rest lay elsewhere") == []


@pytest.mark.parametrize("credible", [" (3)", " reports: 3"])
def test_the_lines_under_a_heading_are_as_many_as_it_says(credible):
    assert said(credible=credible) == [Mismatch(Verdict.CREDIBLE, 3, 2)]


def test_the_lines_under_a_heading_are_as_many_as_the_head_says():
    first = LINES.split("\n\n")[0]
    (one,) = said(lines=first)
    assert str(one) == "it says 2 are credible, but 1 line stands there"


def test_news_counts_nothing_of_the_kind():
    assert list(mismatches("On May 3, 2019 two people were killed at the mill. 12 reports were open.")) == []
