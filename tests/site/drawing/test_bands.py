"""A band over time shows what was said, how far it differs, and where nobody said anything."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from cairn.site.drawing.bands import Spot, bands, bars


def spot(day, low, high=-1, days=1, said=()):
    last = dt.date(2031, 1, 1) + dt.timedelta(days=day)
    first = last - dt.timedelta(days=days - 1)
    return Spot(first, last, low, low if high == -1 else high, said)


def heights(path):
    return [float(y) for y in re.findall(r"V([\d.]+)H", path)]


def test_where_all_say_the_same_there_is_a_line_and_no_band():
    drawn = bands([spot(0, 10), spot(1, 12)])
    assert (drawn.band, drawn.open, drawn.line.count("M")) == ("", "", 1)


def test_where_sources_differ_the_band_reaches_from_the_lowest_to_the_highest():
    drawn = bands([spot(0, 10, 14), spot(1, 12, 20)])
    assert drawn.band.count("M") == 1
    assert drawn.line.count("M") == 2


def test_where_nobody_said_anything_for_long_the_band_is_broken():
    days = [spot(day, 10, 12) for day in (0, 1, 2, 3, 30, 31)]
    assert bands(days).band.count("M") == 2


def test_a_weekly_series_is_not_broken_between_its_weeks():
    assert bands([spot(day, 10, 12) for day in range(0, 70, 7)]).band.count("M") == 1


def test_a_floor_without_a_ceiling_is_open_and_nobody_draws_one_beside_it():
    drawn = bands([spot(0, 10, 20), spot(1, 12, None), spot(2, 14, 20)])
    assert drawn.open.count("M") == 1
    assert drawn.band.count("M") == 2  # a stroke on either side, and none across


def test_each_word_of_each_source_can_be_pointed_at():
    said = (("Ministry of Hills", (10, 10)), ("Hill Monitor", (12, 14)))
    drawn = bands([spot(0, 10, 14, said=said), spot(1, 15)])
    assert [(dot.by, dot.bounds) for dot in drawn.dots] == [
        ("Ministry of Hills", (10, 10)),
        *[("Hill Monitor", (12, 14))] * 2,
    ]
    assert bands([spot(day, 10) for day in range(400)]).dots == ()


def test_a_bar_over_several_days_is_as_high_as_their_mean():
    one, three = heights(bars([spot(0, 10), spot(3, 30, days=3)]).line)
    assert one == three


def test_that_it_was_nobody_is_drawn_and_silence_is_not():
    drawn = bars([spot(0, 10), spot(1, 0), spot(5, 10)])
    assert drawn.line.count("M") == 3
    assert max(heights(drawn.line)) > drawn.base


def test_a_fall_is_marked_and_has_no_bar():
    drawn = bars([spot(0, 10), spot(2, 10)], [dt.date(2031, 1, 2)])
    assert (len(drawn.falls), drawn.line.count("M")) == (1, 2)


def test_without_anything_above_nought_there_is_no_drawing():
    assert bands([]) is None
    assert bands([spot(0, 0)]) is None


def test_no_label_of_the_time_axis_runs_into_another():
    for days in (3, 90, 400, 900, 5000):
        times = bands([spot(0, 1), spot(days, 2)]).times
        gaps = [after.at - before.at for before, after in pairwise(times)]
        assert all(gap > 50 for gap in gaps), days
