"""What is added to a toll is a toll; what has a town or stands beside an event is not."""

import time

import pytest

from cairn.extract.read import read
from cairn.values import PartialDate, ReportText, Scope

TOLL = "Monitors say at least 412 civilians have been killed in Syria since the start of the war. "


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (TOLL + "Forces in Syria killed another 21 civilians on Friday.", Scope.TOLL),
        (TOLL + "Shells killed another 21 civilians in Aleppo on Friday.", Scope.INCIDENT),  # it has a town
        (TOLL + "Shells killed 21 civilians on Friday.", Scope.INCIDENT),  # it adds to nothing
        ("Shells killed 4 civilians on Friday. Later another 21 civilians were killed.", Scope.INCIDENT),
    ],
)
def test_another_so_many_behind_a_toll_add_to_it_unless_a_town_is_named(text, scope):
    report = ReportText("a", text, published=PartialDate("2019-03-05"), language="eng", countries=("SY",))
    assert [each.scope for each in read(report).claims if each.count.min == 21] == [scope]


def test_a_list_of_thousands_of_counts_is_read_in_linear_time():
    def seconds(counts):
        report = ReportText("a", "3 killed in Qarn. " * counts, language="eng")
        started = time.process_time()
        read(report)
        return time.process_time() - started

    seconds(100)
    assert seconds(1600) < 12 * seconds(400) + 0.5
