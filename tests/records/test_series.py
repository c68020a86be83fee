"""What a ledger holds of tolls and figures, then and now."""

from __future__ import annotations

import datetime as dt
import json

from cairn.exchange import load_mapping, read_table
from cairn.records import actions
from cairn.records.models import FigureRecord, Report, Source, Toll
from cairn.records.queries import known_incidents
from cairn.records.series import said_in_series
from cairn.total import total
from cairn.total.added import added, daily_beside
from cairn.total.series.points import series_of
from cairn.values import (
    Belligerent,
    Claim,
    Counted,
    Harm,
    Harmed,
    PartialDate,
    Quantifier,
    Range,
    Scope,
    Span,
    Status,
)
from tests.records.told import ANA, collect_reports, told


def imported(tmp_path, *days):
    file = tmp_path / "tolls.json"
    file.write_text(json.dumps([{"report_source": "mohtel", **day} for day in days]), encoding="utf-8")
    shape = load_mapping("official-tolls")
    return actions.import_figures(ANA, shape, list(read_table(file, shape)))


def test_a_later_table_is_a_revision_and_the_earlier_one_can_still_be_asked_for(ledger, tmp_path):
    imported(tmp_path, {"report_date": "2031-01-02", "killed_cum": 90})
    long_ago = dt.datetime(2021, 2, 1, tzinfo=dt.UTC)
    FigureRecord.objects.update(made_at=long_ago)
    imported(tmp_path, {"report_date": "2031-01-02", "killed_cum": 88})
    [now] = series_of(said_in_series())
    assert (now.points[0].bounds, len(now.revisions)) == ((88, 88), 1)
    [then] = series_of(said_in_series(dt.date(2021, 2, 10)))
    assert (then.points[0].bounds, then.revisions) == ((90, 90), ())
    assert said_in_series(dt.date(2021, 1, 1)) == []


def test_no_total_changes_by_tolls_and_figures(ledger, tmp_path):
    before = total(known_incidents())
    imported(tmp_path, {"report_date": "2031-01-02", "killed": 9, "killed_cum": 90})
    assert total(known_incidents()) == before
    assert before.total.killed.min == 0


def test_a_day_on_which_nobody_reported_has_no_figure(ledger, tmp_path):
    imported(tmp_path, {"report_date": "2031-01-02", "killed": 0, "killed_cum": 90, "report_period": 0})
    assert said_in_series() == []


def test_one_report_of_two_days_counts_from_the_first_of_them(ledger, tmp_path):
    imported(tmp_path, {"report_date": "2031-01-03", "killed": 7, "report_period": 48})
    [word] = said_in_series()
    assert (str(word.figure.since), str(word.figure.date), word.by) == (
        *("2031-01-02", "2031-01-03", "Ministry of Health"),
    )


def toll(report, low, **more):
    words = f"{low} civilians killed"
    claim = Claim(
        Harm.KILLED,
        Range.at_least(low),
        Quantifier.AT_LEAST,
        Span(0, len(words), words),
        Harmed(Status.CIVILIAN),
        Scope.TOLL,
        **more,
    )
    return Toll.objects.create(report=report, date=claim.date, value=claim, made_at=report.made_at)


def test_a_toll_that_a_report_tells_of_is_a_point_beside_the_others(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1), told(2)])
    first, second = Report.objects.order_by("given_id")
    months = {"date": PartialDate("2016-01"), "date_end": PartialDate("2016-12")}
    toll(first, 300, **months, belligerents=(Belligerent("Hill Army"),))
    toll(second, 310, **months, belligerents=(Belligerent("Hill Army"),))
    [series] = series_of(said_in_series())
    assert (series.subject.measure, series.subject.of) == ("civilians killed", "Hill Army")
    assert (series.subject.counted, series.subject.since) == ("cumulative", "2016-01")
    assert [(str(point.about), point.bounds) for point in series.points] == [("2016-12", (300, None))]
    assert {one.by for one in series.points[0].said} == {"Outlet 1", "Outlet 2"}


def test_a_toll_of_no_day_is_of_the_day_on_which_it_was_said(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1)])
    toll(Report.objects.get(), 300)
    [series] = series_of(said_in_series())
    assert series.points[0].about == Report.objects.get().published


def test_a_confidential_source_says_nothing_in_a_series(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1)])
    toll(Report.objects.get(), 300, date=PartialDate("2016-01"))
    assert len(said_in_series()) == 1
    actions.name_confidential(ANA, Source.objects.get())
    assert said_in_series() == []


def test_a_ministrys_own_series_adds_up_day_by_day_to_its_last_word(ledger, shared_data):
    shape = load_mapping("official-tolls")
    actions.import_figures(
        ANA, shape, list(read_table(shared_data / "reference/official_daily_tolls.json", shape))
    )
    series = series_of(said_in_series())
    running = [each for each in series if each.subject.counted == Counted.CUMULATIVE]
    assert len(running) == 11
    for each in running:
        came = added(each, daily_beside(each, series))
        rose = sum(one.bounds[0] for one in came if one.bounds)
        fell = sum(one.before[0] - one.after[0] for one in came if one.fell)
        assert each.points[0].bounds[0] + rose - fell == each.points[-1].bounds[0], each.subject.measure
        assert all(one.bounds is None or one.bounds[0] >= 0 for one in came)
    falls = {each.subject.measure: sum(one.fell for one in added(each)) for each in running}
    assert {measure: number for measure, number in falls.items() if number} == {
        "starved": 1,
        "women killed": 2,
    }
