"""Whom a writer tells of and does not count is in no count."""

from __future__ import annotations

import pytest

from cairn.story import assess
from cairn.values import Range, ReportText

TOLD = [
    ("One worker was killed along with his mother (not included) in shelling.", 1, None),
    ("1 driver wounded and several of his relatives killed (not counted here) by a shell.", None, 1),
    ("The driver and a passenger (not currently counted) were shot and killed.", 1, None),
    ("Two guards were killed. Ten others were wounded (not yet counted).", 2, None),
    ("Two guards (both from Hadra) were killed.", 2, None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLD)
def test_people_told_of_and_not_counted_are_in_no_count(text, killed, injured):
    found = assess([ReportText("1", text, language="eng")])
    assert found.all_killed == (killed and Range.exactly(killed))
    assert found.all_injured == (injured and Range.exactly(injured))
