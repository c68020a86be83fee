"""What is new is linked beside what is near it; all else stays, and it ends nearly as if all were new."""

from collections import Counter
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.link.cluster import MOST_SUGGESTIONS, cluster
from cairn.records import actions
from cairn.records.change import By, action, now, write
from cairn.records.linking.due import link_due
from cairn.records.models import Change, HeldEvent, Incident, Mention, Placing, Redirect, Report, Suggestion
from cairn.records.permissions import anyone
from cairn.records.progress import unwatched
from cairn.records.queries import find_incident, known_incidents
from cairn.records.run import run
from cairn.values import Evidence, Judgement, Reading, ReportText
from tests.link.test_events import SEVEN, TWO, told
from tests.link.worlds import b_cubed, made_world
from tests.records.told import ANA, EIGHT, incident
from tests.records.worlds import keep, recovered

WORLD, SMALL = made_world(60, 0.1, seed=3), made_world(25, 0.1, seed=6)
HALF = len(WORLD.evidence) // 2


def link(ledger):
    link_due(ledger.conflict, unwatched)


def filled(ledger, world, parcels):
    """B³ of a ledger that gets its reports in so many parcels, linked after each."""
    size = -(-len(world.evidence) // parcels)
    for start in range(0, len(world.evidence), size):
        keep(ledger, world.evidence[start : start + size])
        link(ledger)
    return recovered(world)


@pytest.fixture
def linked(ledger):
    """A ledger large enough that one more report is linked beside what is near it alone."""
    keep(ledger, WORLD.evidence[:-1])
    link(ledger)
    return ledger


def mentions():
    standing = Mention.objects.filter(withdrawn_at=None)
    return set(standing.values_list("incident_id", "report_id"))


def as_another(each, id):
    """The same words, sent out by somebody else."""
    return replace(each, report=replace(each.report, id=id), origin=id)


def pair_apart():
    """Two reports that are alone in their incidents."""
    often = Counter(incident for incident, _ in mentions())
    a, b = sorted(report for incident, report in mentions() if often[incident] == 1)[:2]
    return Report.objects.get(id=a), Report.objects.get(id=b)


def pair_together():
    for one in Mention.objects.filter(withdrawn_at=None).order_by("id"):
        other = Mention.objects.filter(incident=one.incident_id, withdrawn_at=None).exclude(pk=one.pk).first()
        if other:
            return one.report, other.report
    raise AssertionError("every report is alone")


@pytest.mark.parametrize(("world", "parcels"), [(WORLD, 10), (SMALL, len(SMALL.evidence))])
def test_reports_that_come_by_and_by_are_as_well_linked_as_all_at_once(ledger, world, parcels):
    by_and_by = filled(ledger, world, parcels)
    at_once = {id: labels[0] for id, labels in cluster(world.evidence).incidents_of.items()}
    assert by_and_by >= b_cubed(world.truth, at_once) - 0.01
    asked = Counter(Suggestion.objects.filter(withdrawn_at=None).values_list("a_id", flat=True))
    asked.update(Suggestion.objects.filter(withdrawn_at=None).values_list("b_id", flat=True))
    assert max(asked.values()) < 2 * MOST_SUGGESTIONS


def test_a_new_report_changes_nothing_of_what_it_is_not_near(linked):
    before = mentions()
    keep(linked, WORLD.evidence[-1:])
    link(linked)
    new = Report.objects.get(given_id=WORLD.evidence[-1].id)
    assert {pair for pair in mentions() if pair[1] != new.id} == before
    assert new.id in {report for _, report in mentions()}


def test_placing_a_report_asks_no_more_of_a_larger_ledger(ledger):
    asked = []
    for start, end in ((0, HALF), (HALF, len(WORLD.evidence) - 1)):
        keep(ledger, WORLD.evidence[start:end])
        link(ledger)
        keep(ledger, [as_another(WORLD.evidence[0], f"copy {end}")])
        with CaptureQueriesContext(connection) as questions:
            link(ledger)
        asked.append(len(questions))
    assert asked[1] <= asked[0] + 5


def test_a_copy_joins_the_incident_of_its_original_and_has_its_origin(linked):
    original = Report.objects.get(given_id=WORLD.evidence[0].id)
    keep(linked, [as_another(WORLD.evidence[0], "copy")])
    link(linked)
    copy = Report.objects.get(given_id="copy")
    at = {report: incident for incident, report in mentions()}
    assert at[copy.id] == at[original.id]
    assert (
        len(set(HeldEvent.objects.filter(report__in=[copy, original]).values_list("origin", flat=True))) == 1
    )


def test_what_people_say_is_different_is_parted_and_nothing_else(linked):
    a, b = pair_together()
    before = mentions()
    actions.judge_reports(ANA, a, b, Judgement.DIFFERENT)
    link(linked)
    at = {report: incident for incident, report in mentions()}
    assert at[a.id] != at[b.id]
    whose = {incident for incident, report in before if report in (a.id, b.id)}
    assert {pair for pair in before if pair[0] not in whose} <= mentions()
    keep(linked, [as_another(WORLD.evidence[-1], "later")])
    link(linked)
    at = {report: incident for incident, report in mentions()}
    assert at[a.id] != at[b.id]


def test_what_people_say_is_the_same_is_joined_and_the_old_code_leads_there(linked):
    a, b = pair_apart()
    at = {report: incident for incident, report in mentions()}
    old = {at[a.id], at[b.id]}
    actions.judge_reports(ANA, a, b, Judgement.SAME)
    link(linked)
    at = {report: incident for incident, report in mentions()}
    assert at[a.id] == at[b.id]
    [gone] = old - {at[a.id]}
    assert find_incident(str(gone)).id == at[a.id]
    assert Redirect.objects.filter(old=gone).exists()


def test_a_reviewed_incident_keeps_its_reports_and_takes_new_ones(ledger):
    keep(ledger, WORLD.evidence[:-1])
    run(ledger)
    [known] = [one for one in known_incidents() if one.reports == 5][:1]
    reviewed = Incident.objects.get(id=known.id)
    actions.decide(ANA, reviewed, known.finding, None)
    its = {report for incident, report in mentions() if str(incident) == known.id}
    again = next(
        each for each in WORLD.evidence if Report.objects.filter(given_id=each.id, id__in=its).exists()
    )
    link(ledger)
    keep(ledger, [as_another(again, "later")])
    link(ledger)
    now = {report for incident, report in mentions() if str(incident) == known.id}
    assert now == its | {Report.objects.get(given_id="later").id}


def test_a_merge_stands_when_a_report_comes_near_it(linked):
    a, b = pair_apart()
    at = {report: incident for incident, report in mentions()}
    gone, into = (Incident.objects.get(id=at[one.id]) for one in (a, b))
    actions.merge(ANA, gone, into)
    link(linked)
    keep(linked, [as_another(next(e for e in WORLD.evidence if e.id == a.given_id), "later")])
    link(linked)
    at = {report: incident for incident, report in mentions()}
    assert at[a.id] == at[b.id] == into.id
    assert at[Report.objects.get(given_id="later").id] == into.id


def test_a_report_near_an_incident_that_people_come_to_know_is_looked_at_again(linked):
    """Of what the ledger has a report of already: one incident, or a question, and never two in silence."""
    first = WORLD.evidence[0]
    known = incident("SY20210101-1")
    reading = first.reading
    finding = replace(
        EIGHT,
        date=reading.date,
        place=reading.place,
        belligerents=reading.belligerents,
        people=reading.people,
        killed=reading.claims[0].count,
    )
    actions.decide(ANA, known, finding, None)
    link(linked)
    report = Report.objects.get(given_id=first.id)
    asked = Placing.objects.filter(withdrawn_at=None, incident=known, report=report).exists()
    assert asked or (known.id, report.id) in mentions()


def test_linking_again_with_nothing_new_changes_nothing(linked):
    before = Change.objects.count()
    link(linked)
    link(linked)
    assert Change.objects.count() == before


def test_a_new_report_of_two_events_is_in_two_incidents_and_one_of_nothing_in_none(linked):
    bread = Evidence(ReportText("bread", "Bread was dear in the town."), Reading("eng"), "bread")
    keep(linked, [told(SEVEN, TWO, id="two"), bread])
    link(linked)
    new = {Report.objects.get(given_id=id).id: many for id, many in (("two", 2), ("bread", 0))}
    assert Counter(report for _, report in mentions() if report in new) == Counter(new)


def test_a_withdrawn_report_tells_of_nothing_any_more_and_the_others_stay(linked):
    a, b = pair_together()
    before = mentions()
    withdraw(ANA, a)
    link(linked)
    assert a.id not in {report for _, report in mentions()}
    at = {report: incident for incident, report in before}
    assert {pair for pair in before if pair[0] != at[b.id]} <= mentions()
    assert b.id in {report for _, report in mentions()}


@action(anyone)
def withdraw(by: By, report: Report) -> Report:
    report.withdrawn_at = now()
    return write(report)
