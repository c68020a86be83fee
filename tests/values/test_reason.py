"""A reason is data; one that an earlier version kept as a sentence is still read."""

import pytest

from cairn.values import About, Range, Reason, Rule, count_of, counted, from_json, to_json


def test_a_reason_is_read_as_it_was_written():
    reason = Reason(About.MIN, Rule.LOWEST, ("r1",), {"measure": "killed", "count": "3", "accounts": "2"})
    assert from_json(Reason, to_json(reason)) == reason


def test_a_sentence_of_an_earlier_version_stays_as_written():
    found = from_json(Reason, {"about": "killed min 3", "rule": "the only account", "reports": ["r1"]})
    assert (found.about, found.rule, found.reports) == (About.AS_WRITTEN, Rule.AS_WRITTEN, ("r1",))
    assert from_json(Reason, to_json(found)) == found


@pytest.mark.parametrize(
    ("count", "word"), [(Range(3, 3), "3"), (Range(3, 5), "3-5"), (Range(3, None), "3-")]
)
def test_a_range_in_a_reason_loses_no_bound(count, word):
    assert counted(count) == word
    assert count_of(word) == count
