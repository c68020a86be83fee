"""What the head of a periodic report counts."""

import time

import pytest

from cairn.extract.periodic_counts import read_counts
from cairn.values import Stage

PROSE = (
    "At the start of May there were 12 open reports. The Alliance received five new reports and one drone,\n"
    "and completed the assessment of seven. At the end of May 10 reports remain open."
)
TABLE = (
    "Carried over: 12\nNew reports – 5\nCompleted 7\nCredible: 2\n"
    "Non-credible: 4\nDuplicates: 1\nStill open: 10\n"
)
ARABIC = (
    "في بداية الشهر كان هناك 12 بلاغا مفتوحا. تلقى التحالف 5 بلاغات جديدة وأنجز 7 بلاغات. "
    "ما زالت مفتوحة 10 بلاغات."
)
STAGES = {"carried over": 12, "new": 5, "completed": 7, "open now": 10}
VERDICTS = {"credible": 2, "non_credible": 4, "duplicate": 1}
OF_SEVEN = {"completed": 7, "credible": 2, "non_credible": 5}


@pytest.mark.parametrize(
    ("head", "language", "counts"),
    [
        (PROSE, "eng", STAGES),
        (TABLE, "eng", STAGES | VERDICTS),
        (ARABIC, "ara", STAGES),
        ("In May 2019 it carried over 1,207 reports.", "eng", {"carried over": 1207}),
        ("Of the 7 reports completed, 2 were found credible and 5 not credible.", "eng", OF_SEVEN),
        (
            "Since 2014 it has completed 2,400 reports. In May it completed 7 reports.",
            "eng",
            {"completed": 7},
        ),
        ("It received new aircraft and completed 34,000 strikes after reports of attacks.", "eng", {}),
    ],
)
def test_each_number_counts_what_the_words_beside_it_say(head, language, counts):

    assert {of.value: count for of, count in read_counts(head, language).items()} == counts


def test_empty_lines_without_end_are_passed_over_in_linear_time():
    def seconds(lines):
        start = time.process_time()
        assert read_counts("12 new reports" + " \n" * lines + "3 were credible") == {Stage.NEW: 12}
        return time.process_time() - start

    seconds(1_000)
    assert any(seconds(20_000) < 8 * max(seconds(5_000), 0.01) for _ in range(3))
