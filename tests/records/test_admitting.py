"""A belligerent's periodic reports in a ledger: lines, duplicates, corrections, and verdicts that flip."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.records import actions
from cairn.records.admitting import admit_due
from cairn.records.dossiers import dossiers
from cairn.records.linking.due import link_due
from cairn.records.models import Admission
from cairn.records.progress import unwatched
from cairn.records.queries import find_incident, known_incidents
from cairn.records.run import run
from cairn.records.waiting import waiting
from cairn.values import Finding, Grade, PartialDate, Place, Range, Verdict
from tests.link.worlds import made_world
from tests.records.told import ANA, collect_reports, incident, propose
from tests.records.worlds import keep

WORLD = made_world(70, 0.1, seed=8)

# The incident, as somebody else tells it.
NEWS = {
    "id": "news",
    "text": "Three civilians were killed when an airstrike hit a mill in Manbij on 3 May 2017.",
    "published": "2017-05-04",
    "source": "Outlet 1",
}
LINE = "May 3, 2017, near Manbij, Syria, via media report. "
FIRST = f"""The Coalition carried over 12 open reports, received 5 new reports and completed 2 reports.
14 reports are still open.

Non-credible (1)
{LINE}Insufficient information was given on the time and place. (4411)

Duplicates
{LINE}A duplicate of report 4411. (4412)
"""
LATER = f"{LINE}Previously assessed as non-credible, it is now credible: two civilians were killed. (4411)"
CORRECTION = "Correction of report 4411: the number of civilians killed should have read four. (4411)"


@pytest.fixture
def say(ledger, tmp_path):
    def said(day: str, text: str):
        one = {"id": day, "text": text, "published": day, "source": "US-led Coalition"}
        collect_reports(ledger, tmp_path / day, [one])
        run(ledger)
        [known] = known_incidents()
        return known.finding, known.concessions

    collect_reports(ledger, tmp_path / "news", [NEWS])
    run(ledger)
    return said


def statements() -> list[tuple[str, str, bool]]:
    kept = Admission.objects.filter(withdrawn_at=None).order_by("stated_on", "id")
    return [(str(one.stated_on), one.concession.verdict.value, one.incident_id is not None) for one in kept]


def test_a_verdict_flips_and_all_statements_stay(say):
    before, (denied,) = say("2017-06-30", FIRST)
    assert (before.killed, denied.verdict) == (Range(3, 3), Verdict.NON_CREDIBLE)
    assert before.grade is not Grade.CONFIRMED
    after, (conceded,) = say("2017-08-31", LATER)
    assert (conceded.verdict, conceded.killed, after.grade) == (
        Verdict.CREDIBLE,
        Range(2, 2),
        Grade.CONFIRMED,
    )
    assert statements() == [
        ("2017-06-30", "non_credible", True),
        ("2017-06-30", "duplicate", True),
        ("2017-08-31", "credible", True),
    ]


def test_a_correction_by_number_alone_changes_what_is_conceded(say):
    say("2017-06-30", FIRST)
    say("2017-08-31", LATER)
    finding, (conceded,) = say("2017-09-30", CORRECTION)
    assert conceded.killed == Range(4, 4)
    assert finding.killed.min == 4


def test_a_verdict_that_is_taken_back_confirms_no_longer(say):
    say("2017-08-31", LATER)
    finding, (denied,) = say(
        "2017-10-31", f"{LINE}Previously found credible, it is no longer credible. (4411)"
    )
    assert denied.verdict is Verdict.NON_CREDIBLE
    assert finding.grade is not Grade.CONFIRMED


def test_a_duplicate_takes_nothing_back(say):
    say("2017-08-31", LATER)
    finding, (conceded,) = say("2017-09-30", f"{LINE}A duplicate of report 4411. (4499)")
    assert conceded.verdict is Verdict.CREDIBLE
    assert finding.grade is Grade.CONFIRMED


def test_a_report_that_does_not_add_up_waits_for_a_person(say):
    say("2017-06-30", FIRST)
    [line] = [one for one in waiting() if "2017-06-30" in one]
    assert line.startswith("  US-led Coalition, 2017-06-30 (report ")
    assert line.endswith("it says 14 are open now, but 12 carried over + 5 new − 2 completed are 15")


def test_a_flip_is_shown_beside_what_was_said_before(say):
    say("2017-06-30", FIRST)
    say("2017-08-31", LATER)
    [incident] = known_incidents()
    [dossier] = dossiers([incident.id])
    said = {str(one.stated_on): one.flips for one in dossier.admissions if one.flips}
    assert list(said) == ["2017-08-31"]
    before = said["2017-08-31"]
    assert (before.verdict, str(before.stated_on)) == (Verdict.NON_CREDIBLE, "2017-06-30")


def test_a_line_that_came_before_its_incident_finds_it_when_that_is_reported(ledger, tmp_path):
    early = {"id": "early", "text": FIRST, "published": "2017-05-20", "source": "US-led Coalition"}
    collect_reports(ledger, tmp_path / "early", [early])
    run(ledger)
    assert not any(found for _, _, found in statements())
    collect_reports(ledger, tmp_path / "news", [NEWS])
    run(ledger)
    assert any(found for _, _, found in statements())


def test_a_larger_ledger_is_asked_no_more_for_what_one_report_quotes(ledger):
    asked = []
    for start, end in ((0, 40), (41, 120)):
        keep(ledger, WORLD.evidence[start:end])
        _linked_and_admitted(ledger)
        keep(ledger, WORLD.evidence[end : end + 1])
        asked.append(_linked_and_admitted(ledger))
    assert asked[1] <= asked[0] + 4


def _linked_and_admitted(ledger) -> int:
    link_due(ledger.conflict, unwatched)
    with CaptureQueriesContext(connection) as questions:
        admit_due(ledger.conflict, unwatched)
    return len(questions)


@pytest.fixture
def in_doubt(ledger, tmp_path):
    """Two known incidents of one town and day, and a belligerent's line that may speak of either."""
    there = Finding(
        killed=Range(3, 3), grade=Grade.WEAK, date=PartialDate("2017-05-03"), place=Place("Manbij", "SY")
    )
    both = incident("SY20170503-1"), incident("SY20170503-2")
    for one in both:
        proposal = propose(one, there)
        actions.accept(ANA, proposal)
    line = {"id": "line", "text": f"{LINE}Insufficient information was given.", "published": "2017-06-30"}
    collect_reports(ledger, tmp_path / "line", [line | {"source": "US-led Coalition"}])
    run(ledger)
    return both


def test_two_that_were_merged_stay_one_whatever_is_run_and_the_statement_on_either_speaks_of_it(
    ledger, tmp_path, in_doubt
):
    one, other = in_doubt
    [asked] = Admission.objects.filter(withdrawn_at=None)
    assert (asked.incident, sorted(asked.candidates)) == (None, sorted([str(one.id), str(other.id)]))
    actions.merge(ANA, other, one)
    for again in range(2):
        run(ledger)
        assert [known.id for known in known_incidents()] == [str(one.id)]
        [said] = Admission.objects.filter(withdrawn_at=None)
        assert (said.incident_id, said.match, said.candidates) == (one.id, "matched", [])
        assert not any("statements without an incident" in line for line in waiting())
        collect_reports(ledger, tmp_path / f"news {again}", [NEWS | {"id": f"news {again}"}])


def test_what_was_said_of_a_merged_incident_is_not_lost_where_the_other_is_of_another_day(ledger, tmp_path):
    later = {
        "id": "later",
        "text": "On 23 May 2017 artillery shelled a bakery in Raqqa. Eleven civilians were injured.",
        "published": "2017-05-24",
        "source": "Outlet 2",
    }
    collect_reports(ledger, tmp_path / "news", [NEWS, later])
    lines = f"{LINE}Insufficient information was given. (4411)"
    said = {"id": "line", "text": lines, "published": "2017-06-30", "source": "US-led Coalition"}
    collect_reports(ledger, tmp_path / "line", [said])
    run(ledger)
    first, second = sorted(known_incidents(), key=lambda known: str(known.finding.date))
    assert [one.verdict for one in first.concessions] == [Verdict.NON_CREDIBLE]
    actions.merge(ANA, find_incident(first.id), find_incident(second.id))
    collect_reports(
        ledger, tmp_path / "flip", [said | {"id": "flip", "text": LATER, "published": "2017-08-31"}]
    )
    run(ledger)
    [left] = known_incidents()
    assert (left.id, len(left.concessions), left.concessions[-1].verdict) == (second.id, 1, Verdict.CREDIBLE)
    kept = Admission.objects.filter(withdrawn_at=None).order_by("stated_on")
    assert [str(one.incident_id) for one in kept] == [second.id, second.id]
