"""`cairn review`: people decide, by name and with a reason."""

import re

from cairn.records.ledger import open_ledger
from cairn.records.models import GroundCheck
from cairn.records.queries import find_incident, known_incidents
from cairn.values import Range
from tests.cli.commands import refused, said
from tests.records.actions.test_importing import COLUMNS, table
from tests.records.told import write_reports

CODE, OTHER = "SY20170112-1", "SY20170208-1"
ANA = ("--by", "Ana", "--reason", "read both reports")


def known(ledger):
    open_ledger(ledger)
    return {one.codes[0]: one for one in known_incidents()}


def test_what_waits_is_listed_by_code(after_run):
    listed = said("review", after_run)
    assert "2 proposals" in listed
    assert CODE in listed
    assert "Aleppo: 4 killed" in listed
    assert "2 reports" in listed


def test_an_accepted_proposal_no_longer_waits(after_run):
    said("review", after_run, "accept", CODE, OTHER, *ANA)
    assert "proposals" not in said("review", after_run)
    assert all(one.reviewed for one in known(after_run).values())


def test_a_person_sets_a_range_and_a_grade(after_run):
    said("review", after_run, "set", CODE, "--grade", "fair", "--killed", "4-6", *ANA)
    found = known(after_run)[CODE].finding
    assert (found.grade, found.killed.to_json()) == ("fair", [4, 6])
    assert any(reason.rule == "set by a person" for reason in found.reasons)


def test_everyone_is_never_fewer_than_those_who_are_not_known_as_combatants(after_run):
    assert known(after_run)[CODE].finding.all_killed == Range(4, 4)
    told = said("review", after_run, "set", CODE, "--killed", "6-", *ANA)
    assert told == f"{CODE}: set by Ana. With them everyone killed is at least 6 now, was 4.\n"
    found = known(after_run)[CODE].finding
    assert (found.killed, found.all_killed) == (Range(6, None), Range(6, None))
    assert said("review", after_run, "set", CODE, "--killed", "3", *ANA) == f"{CODE}: set by Ana.\n"
    assert known(after_run)[CODE].finding.all_killed == Range(6, None)


def test_a_refused_proposal_is_in_no_total(after_run):
    said("review", after_run, "reject", CODE, *ANA)
    assert list(known(after_run)) == [OTHER]


def test_another_person_signs_off(after_run):
    said("review", after_run, "accept", CODE, *ANA)
    assert "a second person must sign it off" in refused("review", after_run, "sign-off", CODE, "--by", "Ana")
    assert said("review", after_run, "sign-off", CODE, "--by", "Omar") == f"{CODE}: signed off by Omar.\n"


def test_two_incidents_are_made_one(after_run):
    said("review", after_run, "same", CODE, OTHER, *ANA)
    assert list(known(after_run)) == [CODE]
    assert find_incident(OTHER) == find_incident(CODE)


def test_a_report_is_taken_from_one_incident_and_put_to_another(after_run):
    said("review", after_run, "same", OTHER, "report-2", *ANA)
    said("run", after_run)
    assert {code: one.reports for code, one in known(after_run).items()} == {OTHER: 3}  # and its fellow
    said("review", after_run, "different", "report-2", OTHER, *ANA)
    said("run", after_run)
    assert known(after_run)[OTHER].reports == 1
    assert sum(one.reports for one in known(after_run).values()) == 3


def test_what_is_in_doubt_is_listed_so_that_a_person_can_decide(after_run, tmp_path):
    mill = {
        "id": "mill",
        "text": "Rockets hit a mill in Aleppo on 5 March 2017 and 9 civilians were killed.",
        "published": "2017-03-06",
        "language": "eng",
        "source": "Outlet of the hills",
    }
    row = {"airwars_id": "21", "code": "EX7", "date": "2017-03-05", "location_en": "Aleppo"}
    row |= {"lat": "36.2", "lon": "37.16", "geo_accuracy": "city", "civ_killed_min": "30"}
    imported = table(tmp_path / "one.csv", [{"grading": "Fair", "civ_killed_max": "40", **row}], COLUMNS)
    said("import", after_run, imported, "--mapping", "airwars", *ANA)
    said("collect", after_run, write_reports(tmp_path / "mill", [mill]))
    said("run", after_run)
    listed = said("review", after_run).splitlines()
    [line] = [line for line in listed if line.endswith(" EX7")]
    assert "2017-03-05 Aleppo, Outlet of the hills “Rockets hit a mill in Aleppo" in line
    assert "EX7 2017-03-05  Aleppo: 30–40 killed" in line
    assert set(known(after_run)) == {CODE, OTHER, "EX7"}
    said("review", after_run, "different", "mill", "EX7", *ANA)
    said("run", after_run)
    assert set(known(after_run)) == {CODE, OTHER, "EX7", "SY20170305-1"}


def test_two_reports_are_kept_apart(after_run):
    said("review", after_run, "different", "report-1", "report-2", *ANA)
    said("run", after_run)
    assert len(known(after_run)) == 3


def test_a_decision_needs_a_name_a_reason_and_something_to_decide(after_run, monkeypatch):
    monkeypatch.delenv("CAIRN_PERSON", raising=False)
    assert "say who you are" in refused("review", after_run, "accept", CODE, "--reason", "read it")
    assert "needs a reason" in refused("review", after_run, "accept", CODE, "--by", "Ana")
    assert "the program does not decide" in refused(
        "review", after_run, "accept", CODE, "--by", "cairn", "--reason", "x"
    )
    assert "needs the codes of incidents" in refused("review", after_run, "accept", *ANA)
    assert "changes nothing" in refused("review", after_run, "set", CODE, *ANA)
    assert "is not a count" in refused("review", after_run, "set", CODE, "--killed", "many", *ANA)
    assert "does not know “bless”" in refused("review", after_run, "bless", CODE, *ANA)
    assert "neither an incident nor a report" in refused("review", after_run, "same", CODE, "nobody", *ANA)


def test_a_count_that_is_no_number_of_people_is_refused(after_run):
    for many in ("99999999999999999999999", "1-2000000000", "9" * 5000):
        told = refused("review", after_run, "set", CODE, "--killed", many, *ANA)
        assert "is more than 1,000,000,000, which is not a number of people" in told
    assert not known(after_run)[CODE].reviewed


def test_several_are_accepted_together_or_none_is(after_run):
    assert "“NOPE”" in refused("review", after_run, "accept", CODE, OTHER, "NOPE", *ANA)
    assert not any(one.reviewed for one in known(after_run).values())
    said("review", after_run, "accept", OTHER, *ANA)
    assert f"No proposal on {OTHER} waits" in refused("review", after_run, "accept", CODE, OTHER, *ANA)
    assert not known(after_run)[CODE].reviewed


def test_one_incident_under_two_codes_is_not_kept_apart_from_itself(after_run):
    said("review", after_run, "same", CODE, OTHER, *ANA)
    told = refused("review", after_run, "different", CODE, OTHER, *ANA)
    assert f"cairn review split {CODE}" in told


def test_one_record_of_two_incidents_is_split(after_run):
    open_ledger(after_run)
    report = find_incident(CODE).mentions.order_by("report_id").first().report_id
    told = said("review", after_run, "split", CODE, report, *ANA)
    assert "two incidents, says Ana" in told
    for answer in (
        refused("trace", after_run, CODE),
        refused("review", after_run, "same", CODE, OTHER, *ANA),
    ):
        assert "Several incidents answer" in answer
        assert all(code in answer for code in re.findall(r"SY\w+-\d+", told.split("says Ana:")[1]))
    assert "on both sides" in refused("review", after_run, "split", OTHER, *_reports(OTHER), *ANA)


def _reports(code):
    return list(find_incident(code).mentions.values_list("report_id", flat=True))


def test_what_was_found_on_the_ground_is_kept_and_the_grade_stays(after_run):
    before = known(after_run)[CODE].finding
    told = said("review", after_run, "fell", CODE, "--by", "Ana", "--reason", "we asked in every house")
    assert (
        told == f"{CODE}: found not as recorded on the ground, says Ana. Its grade stays until it is set.\n"
    )
    assert known(after_run)[CODE].finding == before
    [check] = GroundCheck.objects.all()
    assert (check.upheld, check.person, check.reason) == (False, "Ana", "we asked in every house")
    assert "needs the code" in refused("review", after_run, "upheld", *ANA)
