"""A run does what is due, once; killed at any moment it loses and doubles nothing."""

import fcntl
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from cairn.exceptions import LedgerError
from cairn.records import actions
from cairn.records.database import VARIABLE
from cairn.records.ledger import Ledger, init_ledger, open_ledger
from cairn.records.models import (
    Admission,
    Assessment,
    Change,
    Incident,
    IncidentCode,
    Mention,
    ReadingRecord,
    Report,
    Suggestion,
)
from cairn.records.models.fields import canonical
from cairn.records.queries import known_incidents, open_proposals
from cairn.records.run import run
from cairn.records.verify import problems
from cairn.values import Judgement, Verdict, to_json
from tests.records.told import ANA, CONFLICT, collect_reports, told

REPORTS = [told(number) for number in range(45)]  # enough for workers of their own


def state(ledger: Ledger) -> dict[str, Any]:
    """What the ledger says, without the times and numbers that differ from run to run."""
    open_ledger(ledger.path)
    newest = {one.incident_id: one.finding for one in Assessment.objects.order_by("id")}
    return {
        "incidents": sorted(
            str(id) for id in Incident.objects.filter(withdrawn_at=None).values_list("id", flat=True)
        ),
        "codes": sorted(IncidentCode.objects.values_list("code", flat=True)),
        "mentions": sorted(
            (str(incident), report)
            for incident, report in Mention.objects.filter(withdrawn_at=None).values_list(
                "incident_id", "report_id"
            )
        ),
        "findings": sorted(f"{id} {canonical(to_json(finding))}" for id, finding in newest.items()),
        "readings": sorted(
            f"{one.report_id} {canonical(to_json(one.value))}" for one in ReadingRecord.objects.all()
        ),
        "suggestions": sorted(Suggestion.objects.filter(withdrawn_at=None).values_list("a_id", "b_id")),
        "assessments": Assessment.objects.count(),
    }


def test_a_run_makes_incidents_with_findings_from_reports(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", REPORTS[:9])
    done = run(ledger)
    assert done.read == 9
    assert done.refused == ()
    known = known_incidents()
    assert len(known) == done.proposed == 6
    assert sum(one.reports for one in known) == 9
    assert all(not one.reviewed for one in known)
    assert {one.finding.killed.min for one in known} == {3, 4, 6, 7, 9}


def test_two_reports_of_one_strike_count_once(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1), told(2)])
    run(ledger)
    [strike] = known_incidents()
    assert strike.reports == 2
    assert (strike.finding.killed.min, strike.finding.date.text) == (4, "2017-01-12")
    assert strike.codes == ("SY20170112-1",)


def test_a_run_with_nothing_new_changes_nothing(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", REPORTS[:9])
    run(ledger)
    before = Change.objects.count(), state(ledger)
    done = run(ledger)
    assert (done.read, done.proposed, done.admitted) == (0, 0, 0)
    assert (Change.objects.count(), state(ledger)) == before


def test_an_incident_keeps_its_id_and_code_when_another_report_tells_of_it(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1)])
    run(ledger)
    [before] = known_incidents()
    collect_reports(ledger, tmp_path / "more", [told(2), told(3)])
    run(ledger)
    after = {one.id: one for one in known_incidents()}
    assert len(after) == 2
    assert after[before.id].codes == before.codes
    assert after[before.id].reports == 2


def test_what_people_say_is_different_is_never_linked_again(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1), told(2)])
    run(ledger)
    assert len(known_incidents()) == 1
    a, b = Report.objects.order_by("id")
    actions.judge_reports(ANA, a, b, Judgement.DIFFERENT)
    run(ledger)
    assert len(known_incidents()) == 2
    run(ledger)
    assert [one.reports for one in known_incidents()] == [1, 1]


def test_what_people_say_is_the_same_is_linked(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0), told(4)])
    run(ledger)
    assert len(known_incidents()) == 2
    a, b = Report.objects.order_by("id")
    actions.judge_reports(ANA, a, b, Judgement.SAME)
    run(ledger)
    assert [one.reports for one in known_incidents()] == [2]


def test_an_incident_that_was_folded_into_another_leads_there(ledger, tmp_path):
    from cairn.records.queries import find_incident

    collect_reports(ledger, tmp_path / "in", [told(0), told(4)])
    run(ledger)
    codes = [one.codes[0] for one in known_incidents()]
    a, b = Report.objects.order_by("id")
    actions.judge_reports(ANA, a, b, Judgement.SAME)
    run(ledger)
    assert {find_incident(code) for code in codes} == {Incident.objects.get(withdrawn_at=None)}


def test_a_decision_stands_when_new_evidence_is_proposed_beside_it(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1)])
    run(ledger)
    [proposal] = open_proposals()
    actions.accept(ANA, proposal)
    collect_reports(ledger, tmp_path / "more", [told(2, killed=9)])
    run(ledger)
    [known] = known_incidents()
    assert known.reviewed
    assert known.finding == proposal.finding
    assert [each.incident_id for each in open_proposals()] == [proposal.incident_id]


def test_a_belligerents_own_line_confirms_the_incident_it_speaks_of(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(1), told(2)])
    line = (
        "January 12, 2017, near Aleppo, Syria, via social media report: During a strike on fighters, it was "
        "assessed that five civilians were unintentionally killed. 3000"
    )
    statement = {"id": "s1", "text": line, "published": "2017-08-04", "source": "US-led Coalition"}
    collect_reports(ledger, tmp_path / "statement", [statement])
    run(ledger)
    admission = Admission.objects.get(withdrawn_at=None)
    assert (admission.belligerent, admission.concession.verdict) == ("US-led Coalition", Verdict.CREDIBLE)
    assert admission.concession.killed.min == 5
    assert admission.span.phrase == line
    before = Change.objects.count()
    run(ledger)
    assert Change.objects.count() == before


def test_two_runs_at_once_are_refused(ledger):
    with (ledger.path / "run.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(LedgerError, match="Another run is at work"):
            run(ledger)
    assert run(ledger).read == 0


def test_what_two_runs_read_at_once_is_kept_once(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0)])
    run(ledger)
    kept = ReadingRecord.objects.get()
    read = actions.Read(kept.report_id, kept.value, kept.version)
    assert actions.keep_readings(actions.the_machine("read"), [read]) == []
    assert ReadingRecord.objects.count() == 1


def kill_after(ledger: Ledger, seconds: float) -> bool:
    """Start `cairn run` in a process of its own and kill it; whether it was still running."""
    command = [sys.executable, "-m", "cairn.cli", "run", str(ledger.path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        time.sleep(seconds)
        alive = running.poll() is None
        if alive:
            os.kill(running.pid, signal.SIGKILL)
    return alive


@pytest.fixture
def undisturbed(tmp_path: Path) -> dict[str, Any]:
    """What the ledger says when the run is let through to its end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        made = init_ledger(tmp_path / "undisturbed", CONFLICT)
        collect_reports(made, tmp_path / "in", REPORTS)
        run(made)
        return state(made)


def test_killed_at_any_moment_and_started_again_a_run_loses_and_doubles_nothing(
    undisturbed, ledger, tmp_path
):
    open_ledger(ledger.path)
    collect_reports(ledger, tmp_path / "in", REPORTS)
    connection.close()
    chance = random.Random(12)
    # Ever later, until one gets through: so that each step is killed somewhere in it.
    killed = 0
    while killed < 6 and kill_after(ledger, chance.uniform(0.5, 1.0 + killed * 0.7)):
        killed += 1
    assert killed > 1
    assert len(undisturbed["findings"]) > 20
    open_ledger(ledger.path)
    assert list(problems(ledger)) == []
    run(open_ledger(ledger.path))
    assert state(ledger) == undisturbed
    assert list(problems(ledger)) == []
    before = Change.objects.count()
    run(ledger)
    assert Change.objects.count() == before
