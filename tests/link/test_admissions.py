import json

import pytest

from cairn.exchange import load_mapping, read_table
from cairn.extract.admissions import read_admission
from cairn.link.admissions import match_admission
from cairn.link.incidents import IncidentIndex
from cairn.values import (
    AdmissionLine,
    Belligerent,
    Finding,
    KnownIncident,
    MatchState,
    PartialDate,
    Place,
    Precision,
    Range,
)

DAY = PartialDate("2021-03-14")
TOWN = (34.50, 38.20)


def incident(id, day="2021-03-14", at=TOWN, name="Qarn", codes=(), killed=None, who=("A",)):
    finding = Finding(
        killed=killed,
        date=PartialDate(day),
        place=Place(name, *at, Precision.TOWN),
        belligerents=tuple(Belligerent(name) for name in who),
    )
    return KnownIncident(id, finding, codes)


def beside(km):
    return (TOWN[0] + km / 111.2, TOWN[1])


def test_the_code_decides_before_anything_else():
    index = IncidentIndex([incident("1", codes=("XZ07", "Z7")), incident("2", day="2019-01-01")])
    far = AdmissionLine(codes=("Z7",), date=PartialDate("2019-01-01"))
    assert match_admission(far, index).incidents == ("1",)


def test_a_report_number_seen_before_leads_to_the_same_incident():
    line = AdmissionLine(report_number="4411")
    assert match_admission(line, IncidentIndex([]), {"4411": "9"}).incidents == ("9",)
    assert match_admission(line, IncidentIndex([])).state is MatchState.NONE


def test_a_duplicate_leads_to_the_incident_of_the_line_it_repeats():
    line = AdmissionLine(report_number="4413", duplicate_of="4411")
    match = match_admission(line, IncidentIndex([]), {"4411": "9", "4413": "5"})
    assert (match.state, match.incidents) == (MatchState.MATCHED, ("9",))
    assert "duplicate of report 4411" in match.why


def test_the_grid_tells_two_strikes_of_one_day_apart():
    index = IncidentIndex([incident("1", at=beside(1.8)), incident("2", at=beside(0.05))])
    match = match_admission(AdmissionLine(date=DAY, lat_lon=TOWN), index)
    assert (match.state, match.incidents[0]) == (MatchState.MATCHED, "2")


def test_two_that_fit_the_grid_equally_well_are_for_a_person():
    index = IncidentIndex([incident("1"), incident("2")])
    match = match_admission(AdmissionLine(date=DAY, lat_lon=TOWN), index)
    assert match.state is MatchState.AMBIGUOUS
    assert set(match.incidents) == {"1", "2"}


def test_what_is_conceded_orders_the_candidates():
    index = IncidentIndex([incident("1", killed=Range(1, 4)), incident("2", killed=Range(9, 12))])
    line = AdmissionLine(date=DAY, place=Place("Qarn", *TOWN), conceded_killed=Range(9, 9))
    match = match_admission(line, index)
    assert (match.state, match.incidents) == (MatchState.AMBIGUOUS, ("2", "1"))


def test_the_only_incident_at_the_place_on_the_day_is_meant():
    index = IncidentIndex([incident("1"), incident("2", at=beside(90), name="Dahr")])
    match = match_admission(AdmissionLine(date=DAY, place=Place("Qarn", *TOWN)), index)
    assert (match.state, match.incidents) == (MatchState.MATCHED, ("1",))


def test_the_only_incident_on_the_day_before_is_a_suggestion():
    index = IncidentIndex([incident("1", day="2021-03-13")])
    match = match_admission(AdmissionLine(date=DAY, place=Place("Qarn", *TOWN)), index)
    assert (match.state, match.incidents) == (MatchState.AMBIGUOUS, ("1",))


def test_another_belligerents_strike_fits_worse():
    index = IncidentIndex([incident("1", who=("B",)), incident("2", who=("A",))])
    line = AdmissionLine(date=DAY, place=Place("Qarn", *TOWN), belligerents=("A",))
    assert match_admission(line, index).incidents[0] == "2"


def test_where_nothing_is_known_near_the_incident_is_new():
    index = IncidentIndex([incident("1", at=beside(90), name="Dahr")])
    assert match_admission(AdmissionLine(date=DAY, lat_lon=TOWN), index).state is MatchState.NEW
    assert match_admission(AdmissionLine(date=DAY, place=Place("Qarn", *TOWN)), index).state is MatchState.NEW


def test_a_line_without_code_date_or_place_matches_nothing():
    index = IncidentIndex([incident("1")])
    assert match_admission(AdmissionLine(lat_lon=TOWN), index).state is MatchState.NONE
    assert match_admission(AdmissionLine(date=DAY), index).state is MatchState.NONE


def test_an_incident_of_a_month_may_be_meant_on_each_of_its_days():
    index = IncidentIndex([incident("1", day="2021-03")])
    assert match_admission(AdmissionLine(date=DAY, lat_lon=TOWN), index).incidents == ("1",)


@pytest.fixture(scope="module")
def syria(shared_data):
    rows = read_table(shared_data / "reference" / "syria_incidents.csv.gz", load_mapping("airwars"))
    return IncidentIndex(
        [row.value for row in rows if isinstance(getattr(row, "value", None), KnownIncident)]
    )


def test_only_the_grid_tells_the_strikes_near_raqqa_of_12_may_2017_apart(shared_data, syria):
    lines = (shared_data / "cases" / "raqqa_2017_05_12.jsonl").read_text("utf-8").splitlines()
    matches = {}
    for case in map(json.loads, lines):
        matches[case["id"]] = match_admission(read_admission(case["text"], countries=("SY", "IQ")), syria)
    ids = {code: syria.coded(code)[0].id for code in ("CS808", "CS809")}
    for code, id in ids.items():
        assert matches[f"{code}-grid"].state is MatchState.MATCHED
        assert matches[f"{code}-grid"].incidents[0] == id
        assert matches[f"{code}-plain"].state is MatchState.AMBIGUOUS
        assert id in matches[f"{code}-plain"].incidents[:3]
    assert matches["bare-verdict"].state is MatchState.NONE
