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


SINCE = "A shell killed a farmer near Qarn. Since the beginning of the year drones have killed {} people. "


@pytest.mark.parametrize(
    ("text", "scopes", "why"),
    [
        (
            SINCE.format(86) + "In Hadra 53 people were killed. In Rihab 33 people were killed.",
            [Scope.TOLL, Scope.TOLL],
            "53 and 33 are the 86",
        ),
        (
            SINCE.format(86) + "In Hadra 53 people were killed. In Rihab 20 people were killed.",
            [Scope.INCIDENT, Scope.INCIDENT],
            "they do not come to its number",
        ),
        (
            SINCE.format(3) + "In Hadra 2 people were killed. In Rihab one person was killed.",
            [Scope.INCIDENT, Scope.INCIDENT],
            "two events add up to a small number by themselves",
        ),
    ],
)
def test_counts_that_together_come_to_the_toll_before_them_divide_it(text, scopes, why):
    claims = read(ReportText("a", text, language="eng")).claims
    assert [each.scope for each in claims[2:] if each.part_of is None] == scopes, why


def test_what_was_counted_over_a_period_is_a_toll():
    arabic = ReportText("a", "قتل 65 مدنيا خلال الفترة الممتدة من مطلع حزيران حتى منتصف تموز", language="ara")
    english = ReportText("a", "During the period, 65 civilians were killed.", language="eng")
    assert [each.scope for each in (*read(arabic).claims, *read(english).claims)] == [Scope.TOLL] * 2


def test_a_list_of_thousands_of_counts_is_read_in_linear_time():
    def seconds(counts):
        report = ReportText("a", "3 killed in Qarn. " * counts, language="eng")
        started = time.process_time()
        read(report)
        return time.process_time() - started

    seconds(100)
    assert seconds(1600) < 12 * seconds(400) + 0.5
