"""Tallies that a database summed are those that the incidents would have been added up to."""

from __future__ import annotations

from cairn.total import Measure
from cairn.total.answer import Row
from cairn.total.facts.tallies import Rows, Tallies
from cairn.total.tally import Sum, Tally

KILLED, CONCEDED = Measure.KILLED, Measure.CONCEDED_KILLED


def tallies(whose: int | None = None) -> Tallies:
    """Three incidents of the North, two of them with a known toll, one without a ceiling; one of nobody."""
    found = Tallies((KILLED, CONCEDED), whose)
    found.put(("North",), (3, 1, 2, 8, 5, 2, 1, 6, 6, 1, 1))
    found.put((None,), (1, 0, 0, None, None, 0, 0, None, None, 0, 0))
    return found


def test_cells_become_a_tally():
    expected = Tally(3, 1, 2, {KILLED: Sum(8, 5, 2, 1), CONCEDED: Sum(6, 6, 1, 0)})
    assert tallies()["North",] == expected
    assert tallies()[(None,)].sums[KILLED].range is None


def test_places_of_one_name_are_added_up():
    found = tallies()
    found.put((None,), (2, 0, 1, 4, 6, 1, 1, None, None, 0, 0))
    assert found[(None,)] == Tally(3, 0, 1, {KILLED: Sum(4, 6, 1, 0), CONCEDED: Sum()})


def test_a_row_holds_what_those_concede_whose_it_is_and_that_of_nobody_what_anybody_does():
    found = tallies(whose=0)
    found.own[CONCEDED] = {}
    assert found["North",].sums[CONCEDED] == Sum()
    found.put_own(CONCEDED, ("North",), (2, 3, 1, 1))
    found.put_own(CONCEDED, ("North",), (1, 0, 1, 0))
    assert found["North",].sums[CONCEDED] == Sum(3, 3, 2, 1)
    found.put((None,), (1, 0, 0, None, None, 0, 0, 4, 4, 1, 1))
    assert found[(None,)].sums[CONCEDED] == Sum(4, 4, 1, 0)


def test_all_together_count_each_once():
    assert tallies().together() == Tally(4, 1, 2, {KILLED: Sum(8, 5, 2, 1), CONCEDED: Sum(6, 6, 1, 0)})
    assert Tallies((KILLED,)).together() == Tally.of((KILLED,))


def test_rows_stand_in_order_with_what_is_unknown_last():
    rows = Rows(tallies())
    assert [row.key for row in rows] == [("North",), (None,)]
    assert rows[:1] == [Row(("North",), tallies()["North",])]
    assert rows == Rows(tallies())
    assert rows != ()


def test_a_tally_that_was_added_to_leaves_the_row_as_it_was():
    rows = Rows(tallies())
    looked_at = rows[0].tally
    looked_at += rows[1].tally
    assert rows[0].tally.incidents == 3
