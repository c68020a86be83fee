"""Open files say what the ledger knows, and no more."""

import csv
import io
import json

from cairn.publish import as_csv, as_geojson, as_json_lines
from cairn.values import (
    About,
    Belligerent,
    Concession,
    Finding,
    Grade,
    KnownIncident,
    PartialDate,
    Place,
    Precision,
    Range,
    Reason,
    Rule,
    Verdict,
    from_json,
)

MARKET = KnownIncident(
    "11111111-2222-3333-4444-555555555555",
    Finding(
        killed=Range(8, 12),
        injured=Range.at_least(20),
        killed_by_group={"children": Range(3, 3)},
        date=PartialDate("2021-05"),
        place=Place("Tell Amber", 35.5, 39.25, Precision.VILLAGE, "SY", name_ar="تل عنبر"),
        belligerents=(Belligerent("Northern Alliance"),),
        grade=Grade.FAIR,
        origins=2,
        reasons=(Reason(About.MAX, Rule.ONLY_ACCOUNT, ("r1",), {"measure": "killed", "count": "4"}),),
    ),
    codes=("N12", "N007"),
    concessions=(Concession("Northern Alliance", Verdict.CREDIBLE, Range(4, 4)),),
    reports=3,
)
NOWHERE = KnownIncident("22222222-2222-3333-4444-555555555555", Finding(grade=Grade.WEAK), codes=("N13",))


def table(*incidents):
    return list(csv.DictReader(io.StringIO("".join(as_csv(incidents)))))


def test_a_count_nobody_gave_is_an_empty_cell_and_never_nought():
    (line,) = table(NOWHERE)
    assert (line["killed_min"], line["killed_max"], line["injured_min"]) == ("", "", "")


def test_a_count_that_is_nought_is_written_as_nought():
    (line,) = table(KnownIncident("i", Finding(killed=Range(0, 0))))
    assert (line["killed_min"], line["killed_max"]) == ("0", "0")


def test_at_least_twenty_has_a_floor_and_no_ceiling():
    (line,) = table(MARKET)
    assert (line["injured_min"], line["injured_max"]) == ("20", "")


def test_a_month_stays_a_month():
    assert table(MARKET)[0]["date"] == "2021-05"


def test_earlier_codes_are_published_beside_the_current_one():
    (line,) = table(MARKET)
    assert (line["code"], line["earlier_codes"]) == ("N12", "N007")


def test_two_belligerents_who_concede_deaths_in_one_incident_concede_the_same_deaths():
    twice = KnownIncident(
        "i",
        Finding(),
        concessions=(
            Concession("A", Verdict.CREDIBLE, Range(4, 4)),
            Concession("B", Verdict.CREDIBLE, Range(1, 2)),
            Concession("C", Verdict.NON_CREDIBLE, Range(9, 9)),
        ),
    )
    (line,) = table(twice)
    assert (line["conceded_killed_min"], line["conceded_killed_max"], line["conceded_by"]) == (
        "1",
        "4",
        "A; B",
    )


def test_a_spreadsheet_does_not_run_a_place_name_as_a_formula():
    (line,) = table(KnownIncident("i", Finding(place=Place("=HYPERLINK(1)", 1.0, -2.0))))
    assert line["place"] == "'=HYPERLINK(1)"
    assert line["longitude"] == "-2.0"


def test_a_table_of_no_incidents_still_has_its_header():
    assert "".join(as_csv([])).startswith("code,id,")


def test_a_map_puts_longitude_first_and_keeps_an_incident_without_a_place():
    features = json.loads("".join(as_geojson([MARKET, NOWHERE])))["features"]
    assert features[0]["geometry"]["coordinates"] == [39.25, 35.5]
    assert features[1]["geometry"] is None
    assert features[1]["properties"]["code"] == "N13"


def test_json_lines_read_back_as_the_very_same_incidents():
    lines = "".join(as_json_lines([MARKET, NOWHERE])).splitlines()
    assert [from_json(KnownIncident, json.loads(line)) for line in lines] == [MARKET, NOWHERE]


def test_arabic_is_written_as_arabic():
    assert "تل عنبر" in "".join(as_json_lines([MARKET]))
