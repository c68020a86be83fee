"""One record of two incidents becomes two, for good, and whoever knows the old code finds both."""

import pytest

from cairn.exceptions import BadInput, NotAllowed
from cairn.records import actions
from cairn.records.beside import moved_codes
from cairn.records.change import By
from cairn.records.models import Admission, Change, Incident, Mention, Report
from cairn.records.queries import find_incident, find_report, known_incidents
from cairn.records.run import run
from cairn.records.splitting import split_incident
from cairn.records.verify import problems
from cairn.values import Concession, PartialDate, Verdict
from tests.records.told import ANA, CONFLICT, collect_reports, told

STRIKE = "At least 4 civilians were killed when an airstrike hit a bakery in Aleppo on 12 January 2017."
SECOND = (
    "An airstrike on the bakery in Aleppo on 12 January 2017 killed 9 civilians; at least 9, neighbours said."
)


@pytest.fixture
def blended(ledger, tmp_path):
    """An incident that link made of two reports; and one beside it."""
    reports = [told(1) | {"text": STRIKE}, told(2) | {"text": SECOND}, told(4)]
    collect_reports(ledger, tmp_path / "in", reports)
    run(ledger)
    [incident] = {one.incident for one in Mention.objects.filter(report=find_report("report-1"))}
    assert Mention.objects.filter(incident=incident).count() == 2
    return ledger, incident


def split(incident, *reports, by=ANA):
    return split_incident(by, incident, [find_report(name) for name in reports], CONFLICT)


def test_each_incident_keeps_its_own_reports_and_the_totals_change(blended):
    ledger, incident = blended
    before = [str(one.finding.killed) for one in known_incidents() if one.id == str(incident.id)]
    stays, goes = split(incident, "report-2")
    run(ledger)
    after = {one.codes[0]: one for one in known_incidents()}
    assert len(before) == 1 and str(incident.id) not in {one.id for one in known_incidents()}
    assert after[stays].finding.killed.min == 4
    assert after[goes].finding.killed.min == 9
    assert len(after) == 3


def test_the_machine_never_brings_together_what_a_person_split(blended):
    ledger, incident = blended
    split(incident, "report-2")
    run(ledger)
    run(ledger)
    homes = {str(one.report.given_id): one.incident_id for one in Mention.objects.filter(withdrawn_at=None)}
    assert homes["report-1"] != homes["report-2"]
    assert Incident.objects.filter(withdrawn_at=None).count() == 3


def test_the_old_code_leads_to_both(blended):
    _, incident = blended
    code = incident.codes.get().code
    stays, goes = split(incident, "report-2")
    with pytest.raises(BadInput, match="Several incidents answer"):
        find_incident(code)
    assert find_incident(stays) != find_incident(goes)
    assert moved_codes()[code] in {str(find_incident(stays).id), str(find_incident(goes).id)}


def test_a_split_is_on_the_record_with_who_and_why(blended):
    ledger, incident = blended
    stays, goes = split(incident, "report-2")
    change = Change.objects.order_by("-seq").first()
    assert (change.action, change.person, change.reason) == ("split", "Ana", ANA.reason)
    assert stays in change.subject and goes in change.subject
    assert not list(problems(ledger))


def test_a_statement_on_the_whole_waits_for_a_person(blended):
    _, incident = blended
    statement = Admission(
        report=Report.objects.get(given_id="report-4"),
        incident=incident,
        belligerent="Testland",
        concession=Concession("Testland", Verdict.CREDIBLE),
        stated_on=PartialDate("2017-02-01"),
        match="matched",
    )
    actions.keep_admissions(actions.the_machine("admitted"), [statement.report_id], [statement])
    split(incident, "report-2")
    [waiting] = Admission.objects.filter(withdrawn_at=None)
    assert (waiting.incident, waiting.match, len(waiting.candidates)) == (None, "ambiguous", 2)


def test_a_split_needs_reports_on_both_sides(blended):
    _, incident = blended
    with pytest.raises(BadInput, match="on both sides"):
        split(incident, "report-1", "report-2")
    with pytest.raises(BadInput, match="does not tell of"):
        split(incident, "report-4")


def test_the_program_splits_nothing(blended):
    _, incident = blended
    with pytest.raises(NotAllowed):
        split(incident, "report-2", by=By("cairn", "it seemed so"))
