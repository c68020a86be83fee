"""A timeline draws what is known and leaves out nothing in silence."""

from cairn.site.drawing.timeline import Month, near, timeline
from cairn.values import Range


def bars(**months):
    return {
        bar.month: bar for bar in timeline({m.replace("_", "-")[1:]: held for m, held in months.items()}).bars
    }


def test_the_minimum_and_what_lies_above_it_stand_on_one_another():
    bar = bars(m2020_01=Month(Range(2, 6), 1))["2020-01"]
    assert abs(bar.min_height * 2 - bar.max_height) < 0.3
    assert round(bar.max_y + bar.max_height, 1) == bar.min_y


def test_a_month_without_a_ceiling_is_drawn_open():
    found = bars(m2020_01=Month(Range(2, None), 2, ceiling=5), m2020_02=Month(Range(1, 1), 1))
    assert found["2020-01"].open and found["2020-01"].max_height > 0
    assert not found["2020-02"].open


def test_a_month_in_which_nobody_says_how_many_has_no_height():
    bar = bars(m2020_01=Month(None, 1), m2020_02=Month(Range(1, 1), 1))["2020-01"]
    assert (bar.min_height, bar.max_height) == (0, 0)


def test_empty_months_keep_their_place():
    found = bars(m2020_01=Month(Range(1, 1), 1), m2020_07=Month(Range(1, 1), 1))
    assert found["2020-07"].x - found["2020-01"].x > 5 * found["2020-01"].width


def test_nothing_to_draw_is_no_drawing():
    assert timeline({}) is None
    assert timeline({"2020-01": Month(Range(0, 0), 1)}) is None


def test_a_stray_date_decades_away_is_left_to_the_table():
    months = {"1970-01": Month(Range(1, 1), 1), "2017-05": Month(Range(1, 1), 3), "2019-05": Month(None, 1)}
    assert list(near(months)) == ["2017-05", "2019-05"]
