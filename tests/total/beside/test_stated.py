"""Totals that belligerents and others state: which is cumulative, and which is the newest."""

from __future__ import annotations

from cairn.total.beside.stated import Stated, current, newest_of_each
from cairn.values import PartialDate, Range

NORTH, SOUTH = "Northern Air Force", "Southern Army"


def stated(
    floor: int, said_on: str | None, says: str = NORTH, of: tuple[str, ...] = (NORTH,), period: str = ""
) -> Stated:
    start, _, end = period.partition("/")
    return Stated(
        Range.at_least(floor),
        says,
        of,
        own=says in of,
        said_on=PartialDate(said_on) if said_on else None,
        start=PartialDate(start) if start else None,
        end=PartialDate(end) if end else None,
    )


def test_the_newest_total_counts_though_it_is_lower():
    assert current([stated(90, "2017-03-01"), stated(80, "2017-04-01")]).killed == Range.at_least(80)


def test_of_one_day_the_highest_holds_the_others():
    assert current([stated(90, "2017-03-01"), stated(400, "2017-03-01")]).killed == Range.at_least(400)


def test_the_count_of_a_week_is_no_cumulative_total():
    week = stated(900, "2017-04-01", period="2017-03-20/2017-03-27")
    assert current([week, stated(80, "2017-03-01", period="2014/2017-03")]).killed == Range.at_least(80)
    assert current([week]) is None


def test_a_total_of_unknown_day_gives_way_to_a_dated_one():
    assert current([stated(900, None), stated(80, "2017-03-01")]).killed == Range.at_least(80)


def test_what_two_did_together_stands_apart_from_what_one_did():
    of_both = stated(700, "2017-04-01", says="the council", of=(NORTH, SOUTH))
    of_one = stated(300, "2017-03-01", says="The Council")
    before = stated(200, "2017-02-01", says="the council")
    assert newest_of_each([of_both, of_one, before]) == (of_both, of_one)
