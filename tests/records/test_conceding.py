"""What belligerents say of what they did, on a day, out of a ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from cairn.records.actions.admissions import keep_admissions
from cairn.records.change import the_machine
from cairn.records.conceding import beside_record, stated
from cairn.records.ledger import Ledger
from cairn.records.models import Admission, Incident
from cairn.records.queries import known_incidents
from cairn.records.run import run
from cairn.total import Question
from cairn.values import Belligerent, Concession, Finding, Grade, PartialDate, Range, Verdict
from cairn.vocabulary.conflict import Conflict
from tests.records.told import collect_reports, incident, propose

NORTH = "Northern Alliance"
FINDING = Finding(
    killed=Range(4, 6),
    date=PartialDate("2021-05-07"),
    belligerents=(Belligerent(NORTH),),
    grade=Grade.FAIR,
)
ALL = Question(provisional=True)


def on(day: dt.date) -> Question:
    return replace(ALL, as_of=PartialDate.on(day))


@pytest.fixture
def clock(monkeypatch):
    """Set the day that it is."""

    def on(day: int) -> dt.date:
        today = dt.datetime(2026, 1, day, 12, tzinfo=dt.UTC)
        monkeypatch.setattr(timezone, "now", lambda: today)
        return today.date()

    return on


def says(of: Incident | None, verdict: Verdict, killed: int | None = None, injured: int | None = None):
    counts = [None if count is None else Range.exactly(count) for count in (killed, injured)]
    return Admission(
        incident=of,
        belligerent=NORTH,
        concession=Concession(NORTH, verdict, *counts, PartialDate("2021-06-06")),
        stated_on=PartialDate("2021-06-06"),
        match="matched" if of else "none",
    )


def test_a_verdict_that_flips_later_does_not_show_before(ledger, clock):
    clock(1)
    propose(market := incident("N1"), FINDING)
    keep_admissions(the_machine("read"), [], [says(market, Verdict.CREDIBLE, 4)])
    before = clock(2)
    after = clock(5)
    keep_admissions(the_machine("read"), [], [says(market, Verdict.NON_CREDIBLE)])
    [then], [later] = beside_record(on(before)), beside_record(on(after))
    assert (then.conceded, then.verdicts.on(Verdict.CREDIBLE), then.lag.days) == (Range(4, 4), 1, (30,))
    assert (later.conceded, later.verdicts.on(Verdict.NON_CREDIBLE), later.lag.waiting) == (None, 1, 1)
    assert beside_record(on(dt.date(2025, 12, 31))) == []


def test_a_statement_that_no_incident_answers_to_is_counted_apart(ledger):
    propose(incident("N1"), FINDING)
    keep_admissions(the_machine("read"), [], [says(None, Verdict.NON_CREDIBLE), says(None, Verdict.OPEN)])
    [north] = beside_record(ALL)
    assert (north.verdicts.alleged, north.verdicts.assessed, north.elsewhere.alleged) == (1, 0, 2)


def test_one_report_that_concedes_dead_and_injured_concedes_both(ledger: Ledger, tmp_path):
    text = (
        "An airstrike by the US-led coalition hit a house in Raqqa on 3 March 2017. The coalition said that "
        "its strike killed 10 civilians and injured four civilians."
    )
    collect_reports(
        ledger,
        tmp_path / "in",
        [{"id": "a", "text": text, "published": "2017-05-01", "language": "eng", "source": "Outlet"}],
    )
    run(ledger)
    assert Admission.objects.filter(withdrawn_at=None).count() > 1
    [known] = known_incidents()
    [conceded] = known.concessions
    assert (conceded.killed, conceded.injured) == (Range(10, 10), Range(4, 4))


def test_tolls_are_stated_by_whoever_says_them(ledger: Ledger, tmp_path):
    texts = {
        "Invented Monitor": "At least 2,140 civilians have been killed by US-led coalition strikes in Syria "
        "since August 2014, the Invented Monitor says.",
        "US-led Coalition": "We assess that at least 88 civilians have been killed by Coalition strikes "
        "between August 2014 and March 2017.",
    }
    reports = [
        {"id": name, "text": text, "published": "2017-04-02", "language": "eng", "source": name}
        for name, text in texts.items()
    ]
    collect_reports(ledger, tmp_path / "in", reports)
    run(ledger)
    found = {one.own: one for one in stated(None, ("SY",))}
    assert (found[False].killed, found[False].of) == (Range.at_least(2140), ("US-led Coalition",))
    assert (found[True].killed, found[True].cumulative) == (Range.at_least(88), True)
    assert list(stated(dt.date(2017, 4, 3))) == []  # the ledger did not know of them then


def test_the_contrast_of_the_seed_article_comes_out_of_a_ledger(ledger: Ledger, tmp_path, shared_data):
    text = (shared_data / "seed_article.txt").read_text(encoding="utf-8")
    article = {"id": "seed", "text": text, "published": "2017-08-05", "source": "TRT World"}
    collect_reports(ledger, tmp_path / "in", [article])
    run(ledger)
    found = {one.belligerent: one for one in beside_record(ALL, Conflict(countries=("SY", "IQ")))}
    coalition = found["US-led Coalition"]
    assert coalition.conceded == Range(10, 10)  # in the one incident that the article tells of
    assert [one.killed for one in coalition.stated] == [Range.at_least(624)]
    assert [one.killed for one in coalition.told if one.cumulative] == [Range.at_least(7337)]
    assert coalition.ratio == 1.0
