"""Waits are drawn by month, and those who still wait beneath them."""

from cairn.site.drawing.lags import COUNTS_BASE, waits
from cairn.total.beside.lag import Lag


def test_a_longer_wait_stands_higher():
    first, second = waits([("2017-05", Lag((10, 20, 30))), ("2017-06", Lag((100, 200, 300)))]).columns
    assert second.middle < first.middle
    assert first.high < first.middle < first.low


def test_those_not_admitted_stand_upon_those_who_were():
    [column] = waits([("2017-05", Lag((10,), waiting=3))]).columns
    assert column.waiting_y + column.waiting_height == column.admitted_y
    assert round(column.admitted_y + column.admitted_height, 1) == COUNTS_BASE
    assert abs(column.waiting_height - 3 * column.admitted_height) < 0.3


def test_a_month_in_which_nobody_was_admitted_has_no_dot():
    drawn = waits([("2017-05", Lag((10,))), ("2017-07", Lag(waiting=2))])
    assert [(one.month, one.middle is None) for one in drawn.columns] == [
        ("2017-05", False),
        ("2017-07", True),
    ]


def test_without_any_admission_there_is_no_drawing():
    assert waits([("2017-05", Lag(waiting=2)), ("2017-06", Lag(untimed=1))]) is None
    assert waits([]) is None


def test_an_admission_on_the_day_itself_is_drawn():
    [column] = waits([("2017-05", Lag((0,)))]).columns
    assert column.middle is not None


def test_incidents_far_off_in_time_are_counted_and_not_drawn():
    drawn = waits([("1991-01", Lag((5,))), ("2017-05", Lag((10, 20)))])
    assert [one.month for one in drawn.columns] == ["2017-05"]
    assert drawn.far == 1
