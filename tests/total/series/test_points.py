"""Series of tolls and figures: several sources a day, revisions, gaps, and differences of running counts."""

from __future__ import annotations

import csv
import io

import pytest

from cairn.total.added import added, daily_beside
from cairn.total.series.points import Said, series_of, until
from cairn.total.series.table import added_as_text, as_csv, as_json, as_list, as_text
from cairn.values import Counted, Figure, PartialDate, Place, Span

HILLS = Place("Hill Country", country="SY")
MINISTRY, MONITOR = "Ministry of Hills", "Hill Monitor"


def said(day, low, high=-1, by=MINISTRY, counted=Counted.CUMULATIVE, since="2031-01-01", **more):
    value = (float(low), float(low) if high == -1 else high)
    span = Span(0, 1, "1")
    first = PartialDate(since) if since else None
    figure = Figure("killed", value, "people", span, None, HILLS, PartialDate(day), by, "", counted, first)
    on = more.pop("said_on", None)
    return Said(figure, by, PartialDate(on) if on else None, **more)


def one(*words):
    [series] = series_of(words)
    return series


def test_several_sources_of_one_day_are_one_band():
    series = one(said("2031-01-02", 10), said("2031-01-02", 14, by=MONITOR), said("2031-01-03", 15))
    assert [(str(point.about), point.bounds) for point in series.points] == [
        ("2031-01-02", (10, 14)),
        ("2031-01-03", (15, 15)),
    ]
    assert [each.by for each in series.points[0].said] == [MINISTRY, MONITOR]


def test_a_day_of_which_nobody_said_anything_is_no_point():
    series = one(said("2031-01-02", 10), said("2031-01-05", 12))
    assert [str(point.about) for point in series.points] == ["2031-01-02", "2031-01-05"]


def test_a_floor_without_a_ceiling_opens_the_band():
    series = one(said("2031-01-02", 10, None), said("2031-01-02", 14, by=MONITOR))
    assert series.points[0].bounds == (10, None)


def test_what_a_source_said_first_is_kept_beside_what_it_said_later():
    words = [said("2031-01-02", 10, said_on="2031-01-02"), said("2031-01-02", 12, said_on="2031-01-09")]
    series = one(*words)
    assert series.points[0].bounds == (12, 12)
    [revision] = series.revisions
    assert (revision.before.figure.value, revision.after.figure.value) == ((10, 10), (12, 12))


def test_what_had_been_said_by_a_day_is_asked_of_the_day_it_was_said():
    words = [said("2031-01-02", 10, said_on="2031-01-02"), said("2031-01-02", 12, said_on="2031-01-09")]
    series = one(*until(words, PartialDate("2031-01-08")))
    assert (series.points[0].bounds, series.revisions) == ((10, 10), ())
    assert until(words, PartialDate("2031-01-01")) == []


def test_a_table_that_says_something_else_by_now_has_revised_it():
    words = [said("2031-01-02", 10, order=1, replaced=True), said("2031-01-02", 8, order=2)]
    series = one(*words)
    assert series.points[0].bounds == (8, 8)
    assert [each.before.figure.value for each in series.revisions] == [(10, 10)]


def test_a_word_taken_back_is_a_revision_and_no_point():
    series = one(said("2031-01-02", 10, replaced=True), said("2031-01-03", 11))
    assert [str(point.about) for point in series.points] == ["2031-01-03"]
    assert [each.after for each in series.revisions] == [None]


def test_saying_the_same_again_revises_nothing():
    words = [said("2031-01-02", 10, said_on="2031-01-02"), said("2031-01-02", 10, said_on="2031-01-09")]
    assert one(*words).revisions == ()


def test_two_numbers_of_one_source_on_one_day_are_both_its_word():
    series = one(said("2031-01-02", 10), said("2031-01-02", 12))
    assert (series.points[0].bounds, series.revisions) == ((10, 12), ())


def test_counts_that_began_on_different_days_are_different_series():
    assert len(series_of([said("2031-01-02", 10), said("2031-01-02", 4, since="2031-01-02")])) == 2


def test_a_running_count_is_by_the_day_what_came_to_it():
    series = one(said("2031-01-02", 10), said("2031-01-03", 13), said("2031-01-06", 19))
    assert [(str(each.first), str(each.last), each.bounds) for each in added(series)] == [
        ("2031-01-03", "2031-01-03", (3, 3)),
        ("2031-01-04", "2031-01-06", (6, 6)),
    ]


def test_a_fall_is_a_revision_and_never_deaths_below_nought():
    fall, rise = added(one(said("2031-01-02", 10), said("2031-01-03", 7), said("2031-01-04", 9)))
    assert (fall.fell, fall.bounds, fall.before, fall.after) == (True, None, (10, 10), (7, 7))
    assert rise.bounds == (2, 2)
    assert "a revision, not deaths undone" in added_as_text(one(said("2031-01-02", 10)).subject, [fall])


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ((10, 12), (15, 15), (3, 5)),
        ((10, 12), (11, 14), (0, 4)),
        ((10, None), (15, 15), (0, 5)),
        ((10, 10), (15, None), (5, None)),
        ((10, 12), (8, 9), None),
    ],
)
def test_a_difference_of_ranges_holds_all_that_may_lie_between(before, after, between):
    [found] = added(one(said("2031-01-02", *before), said("2031-01-03", *after)))
    assert found.bounds == between


def test_more_added_than_was_told_of_the_day_is_said():
    words = [said("2031-01-02", 10), said("2031-01-03", 30)]
    words += [said("2031-01-03", 8, counted=Counted.DAILY, since="")]
    running, daily = sorted(series_of(words), key=lambda each: each.subject.counted)
    assert daily_beside(running, [running, daily]) is daily
    [found] = added(running, daily)
    assert (found.bounds, found.told, found.late) == ((20, 20), (8, 8), 12)
    assert "told of the day: 8, 12 more were added" in added_as_text(running.subject, [found])


def test_a_report_of_two_days_together_is_compared_with_those_two_days():
    words = [said("2031-01-02", 10), said("2031-01-04", 15)]
    words += [said("2031-01-04", 5, counted=Counted.DAILY, since="2031-01-03")]
    running, daily = sorted(series_of(words), key=lambda each: each.subject.counted)
    assert (added(running, daily)[0].told, added(running, daily)[0].late) == ((5, 5), 0)


def test_a_series_is_told_by_line_by_table_and_as_data():
    words = [
        said("2031-01-02", 10, None, said_on="2031-01-02"),
        said("2031-01-02", 1200, said_on="2031-01-05"),
    ]
    series = [one(*words)]
    heading = "killed, cumulative since 2031-01-01; Hill Country; people"
    assert as_list(series).splitlines()[0] == heading
    assert "1 day, 1 revised, 2031-01-02 to 2031-01-02; last 1,200 (Ministry of Hills)" in as_list(series)
    assert "said before: at least 10" in as_text(series)
    [line] = csv.DictReader(io.StringIO(as_csv(series)))
    assert (line["low"], line["high"], line["since"], line["said_on"]) == (
        *("1200", "1200", "2031-01-01", "2031-01-05"),
    )
    [told] = as_json(series)
    assert (told["points"][0]["value"], told["revisions"][0]["before"]["value"]) == ([1200, 1200], [10, None])
