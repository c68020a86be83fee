"""What people say of pairs stands, and a merged incident is still found by its old code."""

import pytest

from cairn.exceptions import BadInput
from cairn.records import actions
from cairn.records.actions.grading import code_of
from cairn.records.judged import judgements
from cairn.records.models import Admission, Incident, JudgementRecord, Mention, Placing, Report
from cairn.records.queries import find_incident, known_incident, known_incidents
from cairn.records.told import mentions_with_events, told_by
from cairn.records.waiting import waiting
from cairn.values import Concession, Judgement, Verdict
from tests.records.told import ANA, EIGHT, OMAR, THREE, collect_reports, incident, propose, told


@pytest.fixture
def two(ledger):
    one, other = incident("SY20170512-1"), incident("SY20170512-2")
    propose(one, THREE)
    propose(other, EIGHT)
    return one, other


@pytest.fixture
def asked(ledger, tmp_path):
    """A report that may tell of either of two incidents."""
    collect_reports(ledger, tmp_path / "in", [told(0)])
    report, one, other = Report.objects.get(), incident("SY20170512-1"), incident("SY20170512-2")
    placings = [((report.id, "2017-05-12"), each.id, 0.5, {}) for each in (one, other)]
    actions.keep_links(actions.the_machine("linked"), actions.Links(placings=placings))
    return report, one, other


def test_a_report_is_put_to_an_incident_and_no_more_asked_about(asked):
    report, one, _ = asked
    actions.judge_mention(ANA, report, one, Judgement.SAME)
    [mention] = mentions_with_events(Mention.objects.all())
    assert (mention.incident_id, told_by(mention)) == (one.id, (report.id, "2017-05-12"))
    assert mention.made_by == "Ana"
    assert not Placing.objects.filter(withdrawn_at=None).exists()


def test_a_report_kept_apart_from_one_incident_may_still_tell_of_the_other(asked):
    report, one, other = asked
    actions.judge_mention(ANA, report, one, Judgement.DIFFERENT)
    assert [each.incident_id for each in Placing.objects.filter(withdrawn_at=None)] == [other.id]
    assert not Mention.objects.exists()


def test_a_merged_incident_keeps_which_event_its_report_told_of(asked):
    report, one, other = asked
    actions.judge_mention(ANA, report, one, Judgement.SAME)
    actions.merge(ANA, one, other)
    [mention] = mentions_with_events(Mention.objects.filter(incident=other))
    assert told_by(mention) == (report.id, "2017-05-12")


def _asked_of() -> list[tuple[str, str]]:
    """Of which incidents it is asked whether a report tells of them, and of which of its events."""
    rows = Placing.objects.filter(withdrawn_at=None)
    return sorted((code_of(one.incident), one.event) for one in rows)


def test_what_was_asked_of_a_merged_incident_is_asked_of_the_other(asked):
    _, one, other = asked
    actions.merge(ANA, one, third := incident("SY20170512-3"))
    assert _asked_of() == [("SY20170512-2", "2017-05-12"), ("SY20170512-3", "2017-05-12")]
    actions.merge(ANA, third, other)
    assert _asked_of() == [("SY20170512-2", "2017-05-12")]


def test_what_a_report_is_known_to_tell_of_is_not_asked_when_incidents_are_merged(asked):
    report, one, _ = asked
    third = incident("SY20170512-3")
    links = actions.Links(mentions=[(third.id, (report.id, "2017-05-12"))])
    actions.keep_links(actions.the_machine("linked"), links)
    actions.merge(ANA, one, third)
    assert _asked_of() == [("SY20170512-2", "2017-05-12")]


def test_two_records_of_one_incident_become_one(two):
    one, other = two
    actions.merge(ANA, other, one)
    [left] = known_incidents()
    assert left.id == str(one.id)
    assert set(left.codes) == {"SY20170512-1", "SY20170512-2"}
    assert left.codes[0] == "SY20170512-1"


def test_the_code_of_a_merged_incident_leads_on(two):
    one, other = two
    actions.merge(ANA, other, one)
    assert find_incident("SY20170512-2") == one
    assert find_incident(str(other.id)) == one


def test_an_incident_is_not_merged_with_itself(two):
    with pytest.raises(BadInput, match="Name two"):
        actions.merge(ANA, two[0], two[0])


def test_one_incident_is_not_kept_apart_from_itself(two):
    one, other = two
    actions.merge(ANA, other, one)
    with pytest.raises(BadInput, match="one incident already, SY20170512-1"):
        actions.judge_incidents(ANA, one, find_incident("SY20170512-2"), Judgement.DIFFERENT)


def _said_of(report: Report | None, *candidates: Incident) -> None:
    """A belligerent's statement that may speak of any of these incidents."""
    denies = Concession("Coastal Guard", Verdict.NON_CREDIBLE, None, None, None)
    said = Admission(
        report=report, belligerent="Coastal Guard", concession=denies, quoted=report is not None, line={}
    )
    said.match, said.version = "ambiguous", "1"
    said.candidates = [str(one.id) for one in candidates]
    actions.keep_admissions(actions.the_machine("matched"), [], [said])


def test_a_statement_on_either_of_two_that_are_one_speaks_of_that_one(two):
    one, other = two
    _said_of(None, one, other)
    actions.merge(ANA, other, one)
    said = Admission.objects.get(withdrawn_at=None)
    assert (said.incident, said.match, said.candidates) == (one, "matched", [])
    assert known_incident(one).concessions[0].verdict is Verdict.NON_CREDIBLE
    assert not any("statements without an incident" in line for line in waiting())


def test_a_statement_that_may_speak_of_a_third_waits_with_the_codes_there_are_now(two):
    one, other = two
    _said_of(None, one, other, third := incident("SY20170601-1"))
    actions.merge(ANA, other, one)
    said = Admission.objects.get(withdrawn_at=None)
    assert (said.incident, said.candidates) == (None, [str(one.id), str(third.id)])
    assert any(line.endswith("(SY20170512-1, SY20170601-1)") for line in waiting())


def test_what_a_report_quotes_waits_while_it_is_asked_what_the_report_tells_of(asked):
    report, one, other = asked
    _said_of(report, one, other)
    actions.merge(ANA, other, one)
    said = Admission.objects.get(withdrawn_at=None)
    assert (said.incident, said.match, said.candidates) == (None, "ambiguous", [str(one.id)])


def test_a_candidate_that_was_merged_before_is_listed_by_the_code_of_the_other(two):
    one, other = two
    actions.merge(ANA, other, one)
    _said_of(None, other)
    assert any(line.endswith("(SY20170512-1)") for line in waiting())


def test_a_judgement_on_incidents_is_one_on_all_their_reports(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(number) for number in range(4)])
    reports = list(Report.objects.order_by("id"))
    one, other = incident("SY20170512-1"), incident("SY20170512-2")
    actions.keep_links(
        actions.the_machine("linked"),
        actions.Links(
            mentions=[
                (one.id, (reports[0].id, "")),
                (one.id, (reports[1].id, "")),
                (other.id, (reports[2].id, "")),
            ]
        ),
    )
    actions.judge_incidents(ANA, one, other, Judgement.DIFFERENT)
    assert {frozenset(pair[:2]) for pair in judgements()} == {
        frozenset((reports[0].id, reports[2].id)),
        frozenset((reports[1].id, reports[2].id)),
    }


def test_the_newest_word_on_a_pair_counts_and_the_first_stays(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0), told(1)])
    a, b = Report.objects.order_by("id")
    actions.judge_reports(ANA, a, b, Judgement.SAME)
    actions.judge_reports(OMAR, b, a, Judgement.DIFFERENT)
    assert judgements() == [(a.id, b.id, Judgement.DIFFERENT)]
    assert JudgementRecord.objects.count() == 2


def test_the_machine_withdraws_no_link_of_a_person(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0)])
    one, other = incident("SY20170512-1"), incident("SY20170512-2")
    report = Report.objects.get()
    actions.keep_links(actions.the_machine("linked"), actions.Links(mentions=[(other.id, (report.id, ""))]))
    actions.merge(ANA, other, one)
    standing = list(Mention.objects.filter(withdrawn_at=None))
    actions.keep_links(actions.the_machine("linked"), actions.Links(withdrawn_mentions=standing))
    assert Mention.objects.get(withdrawn_at=None).incident == one
