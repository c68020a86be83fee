"""What the ledger knew at the end of a day, and what a word stands for."""

import datetime as dt

import pytest
from django.utils import timezone

from cairn.exceptions import BadInput
from cairn.records import actions
from cairn.records.models import Report
from cairn.records.queries import find_incident, find_report, known_incidents
from cairn.values import Verdict
from tests.records.told import ANA, EIGHT, THREE, collect_reports, incident, propose, told

MONDAY, TUESDAY, WEDNESDAY = (dt.date(2024, 1, day) for day in (1, 2, 3))


@pytest.fixture
def on_day(monkeypatch):
    """Sets the clock: late in the evening of a day, in UTC."""

    def set_clock(day: dt.date) -> None:
        evening = dt.datetime.combine(day, dt.time(23, 59, 59), dt.UTC)
        monkeypatch.setattr(timezone, "now", lambda: evening)

    return set_clock


def test_an_earlier_day_knows_only_what_was_known_then(ledger, on_day):
    on_day(MONDAY)
    strike = incident("SY20170512-1")
    proposal = propose(strike, THREE)
    on_day(TUESDAY)
    actions.decide(ANA, strike, EIGHT, proposal)
    on_day(WEDNESDAY)
    other = incident("SY20170512-2")
    propose(other, THREE)
    assert [(one.finding, one.reviewed) for one in known_incidents(MONDAY)] == [(THREE, False)]
    assert [(one.finding, one.reviewed) for one in known_incidents(TUESDAY)] == [(EIGHT, True)]
    assert len(known_incidents(WEDNESDAY)) == len(known_incidents()) == 2
    assert known_incidents(dt.date(2023, 12, 31)) == []


def test_a_merge_leaves_earlier_days_as_they_were(ledger, on_day):
    on_day(MONDAY)
    one, other = incident("SY20170512-1"), incident("SY20170512-2")
    propose(one, THREE)
    propose(other, EIGHT)
    on_day(TUESDAY)
    actions.merge(ANA, other, one)
    assert len(known_incidents(MONDAY)) == 2
    assert len(known_incidents(TUESDAY)) == 1


def test_each_belligerents_latest_word_is_known(ledger, on_day):
    from cairn.records.models import Admission
    from cairn.values import Concession, PartialDate

    strike = incident("SY20170512-1")
    propose(strike, THREE)

    def said(verdict: Verdict, day: str) -> Admission:
        word = Concession("North", verdict, stated_on=PartialDate(day))
        return Admission(
            incident=strike, belligerent="North", concession=word, stated_on=PartialDate(day), match="matched"
        )

    both = [said(Verdict.CREDIBLE, "2018-03-01"), said(Verdict.NON_CREDIBLE, "2017-08-01")]
    actions.keep_admissions(actions.the_machine("matched"), [], both)
    [concession] = known_incidents()[0].concessions
    assert concession.verdict is Verdict.CREDIBLE


def test_a_code_is_found_however_it_is_typed(ledger):
    strike = incident("SY20170512-1")
    assert find_incident("sy20170512-1") == strike


@pytest.mark.parametrize("word", ["SY0-0", "00000000-0000-4000-8000-000000000000"])
def test_a_word_that_means_no_incident_is_named(ledger, word):
    with pytest.raises(BadInput, match=f"No incident has the code or id “{word}”"):
        find_incident(word)


def test_a_code_that_two_incidents_bear_is_not_guessed(ledger):
    one, other = incident("CX1"), incident("CX1")
    with pytest.raises(BadInput, match="Several incidents") as refused:
        find_incident("CX1")
    assert str(one.id) in str(refused.value)
    assert str(other.id) in str(refused.value)


def test_a_report_is_found_by_the_name_its_input_gave_it(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0), told(1)])
    assert find_report("report-1").id in set(Report.objects.values_list("id", flat=True))
    with pytest.raises(BadInput, match="No report is called"):
        find_report("report-9")


def test_a_report_that_tells_of_an_incident_as_of_two_events_is_one_report(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0)])
    report, one, other = Report.objects.get(), incident("SY20170512-1"), incident("SY20170512-2")
    propose(one, THREE)
    events = [(one.id, (report.id, "")), (other.id, (report.id, "2017-05-14"))]
    actions.keep_links(actions.the_machine("linked"), actions.Links(mentions=events))
    actions.merge(ANA, other, one)
    assert [known.reports for known in known_incidents()] == [1]
