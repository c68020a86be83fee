"""The killer's own death is one more where the count is of the killed."""

from __future__ import annotations

import pytest

from cairn.story import assess
from cairn.values import Range, ReportText

TOLD = [
    ("He shot and killed his wife in Hadra. Police say he later killed himself.", 2, "he killed her"),
    ("Two girls were found shot dead. Their father then killed himself.", 3, "he is no girl"),
    ("A girl was found shot dead. Police say she killed herself.", 1, "it was she"),
    ("Two people are dead in Hadra. Police say one of them killed himself.", 2, "the two may hold him"),
    ("At least four are dead, including the man, who took his own life.", 4, "he is among the four"),
    ("One fatality: Omar Haddad, 69.", 1, "a fatality and who it was"),
]


@pytest.mark.parametrize(("text", "count", "why"), TOLD, ids=[why for *_, why in TOLD])
def test_the_killers_own_death_is_counted_where_the_count_leaves_it_out(text, count, why):
    found = assess([ReportText("1", text, language="eng")]).all_killed
    assert found == Range.exactly(count)
