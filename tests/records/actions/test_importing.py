"""Another recorder's table comes in whole, once, and goes out as it came."""

import csv
from pathlib import Path

import pytest

from cairn.exchange import Rejected, Row, load_mapping, read_table, write_table
from cairn.records import actions
from cairn.records.exports import rows_for
from cairn.records.models import Admission, Assessment, Change, FigureRecord, ImportedRow, Incident, Source
from cairn.records.queries import find_incident, known_incidents, open_proposal
from cairn.values import Finding, Grade, Range, Verdict
from tests.records.told import ANA

INCIDENTS = [
    {"airwars_id": "11", "code": "EX1", "date": "2017-05-12", "location_en": "Mill village, by the river"},
    {"airwars_id": "12", "code": "EX2", "date": "2017-05", "grading": "Weak", "previous_codes": "EX02, EX2b"},
    {"airwars_id": "13", "code": "EX3", "date": "2017-06-01", "observations": 'said "so", twice'},
]
COLUMNS = [
    *("airwars_id", "code", "date", "date_end", "location_ar", "location_en", "region", "governorate"),
    *("district", "lat", "lon", "geo_accuracy", "belligerents", "strike_type", "strike_status"),
    *("civilian_harm_reported", "grading", "observations", "civ_killed_min", "civ_killed_max"),
    *("civ_injured_min", "civ_injured_max", "children_killed_min", "children_killed_max"),
    *("children_injured_min", "children_injured_max", "women_killed_min", "women_killed_max"),
    *("women_injured_min", "women_injured_max", "men_killed_min", "men_killed_max", "men_injured_min"),
    *("men_injured_max", "belligerents_killed_min", "belligerents_killed_max"),
    *("belligerents_injured_min", "belligerents_injured_max", "n_sources", "previous_codes"),
]
DEFAULTS = {"grading": "Fair", "civ_killed_min": "3", "civ_killed_max": "5", "n_sources": "2"}


def table(path: Path, rows: list[dict[str, str]], columns: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def incidents(path: Path, **changed: str) -> Path:
    rows = [{**DEFAULTS, **row} for row in INCIDENTS]
    rows[0] |= changed
    return table(path / "incidents.csv", rows, COLUMNS)


def rows_in(path: Path, mapping: str) -> list[Row]:
    found = list(read_table(path, load_mapping(mapping)))
    assert not any(isinstance(each, Rejected) for each in found)
    return [each for each in found if isinstance(each, Row)]


@pytest.fixture
def imported(ledger, tmp_path):
    file = incidents(tmp_path)
    assert actions.import_incidents(ANA, "airwars", rows_in(file, "airwars")) == 3
    return file


def test_every_cell_comes_back(imported, tmp_path):
    back = tmp_path / "back.csv"
    assert write_table(rows_for(load_mapping("airwars")), load_mapping("airwars"), back) == 3
    assert back.read_bytes() == imported.read_bytes()


def test_what_others_reviewed_is_known_as_reviewed(imported):
    known = {one.codes[0]: one for one in known_incidents()}
    assert known["EX1"].finding.killed == Range(3, 5)
    assert known["EX2"].finding.grade is Grade.WEAK
    assert known["EX2"].codes == ("EX2", "EX02", "EX2b")
    assert all(one.reviewed and one.reports == 2 for one in known.values())


def test_the_same_table_again_changes_nothing(imported):
    before = Change.objects.count()
    assert actions.import_incidents(ANA, "airwars", rows_in(imported, "airwars")) == 0
    assert Change.objects.count() == before


def test_a_row_that_changed_is_judged_anew_and_the_old_row_stays(imported, tmp_path):
    file = incidents(tmp_path, civ_killed_max="9")
    assert actions.import_incidents(ANA, "airwars", rows_in(file, "airwars")) == 1
    assert Incident.objects.count() == 3
    assert (ImportedRow.objects.count(), Assessment.objects.count()) == (4, 4)
    assert next(one for one in known_incidents() if "EX1" in one.codes).finding.killed == Range(3, 9)
    back = tmp_path / "back.csv"
    write_table(rows_for(load_mapping("airwars")), load_mapping("airwars"), back)
    assert back.read_bytes() == file.read_bytes()


def test_a_decision_shows_in_the_exported_row(imported, tmp_path):
    strike = find_incident("EX1")
    actions.decide(ANA, strike, Finding(killed=Range(4, 4), grade=Grade.CONFIRMED), None)
    rows = {row["airwars_id"]: row for row in rows_for(load_mapping("airwars"))}
    assert (rows["11"]["civ_killed_min"], rows["11"]["grading"]) == ("4", "Confirmed")
    assert rows["12"]["civ_killed_min"] == "3"


def test_who_is_accused_and_what_they_concede_comes_with_the_incident(imported, tmp_path):
    columns = ["incident", "belligerent", "type", "assessment"]
    columns += [
        "conceded_killed_min",
        "conceded_killed_max",
        "conceded_injured_min",
        "conceded_injured_max",
        "mgrs",
    ]
    said = {
        "belligerent": "coalition",
        "type": "suspected",
        "assessment": "credible",
        "conceded_killed_min": "4",
    }
    rows = [
        {**said, "incident": "11", "conceded_killed_max": "4"},
        {"incident": "99", "belligerent": "coalition", "type": "suspected"},
    ]
    file = table(tmp_path / "attributions.csv", rows, columns)
    kept, refused = actions.import_attributions(
        ANA, "airwars-attributions", rows_in(file, "airwars-attributions")
    )
    assert (kept, [each.number for each in refused]) == (1, [2])
    assert "which is not in this ledger" in str(refused[0])
    [concession] = next(one for one in known_incidents() if "EX1" in one.codes).concessions
    assert (concession.verdict, concession.killed) == (Verdict.CREDIBLE, Range(4, 4))
    actions.import_attributions(ANA, "airwars-attributions", rows_in(file, "airwars-attributions"))
    assert Admission.objects.count() == 1


def test_sources_are_kept_by_name_and_row_by_row(imported, tmp_path):
    columns = ["incident", "language", "medium", "source"]
    rows = [
        {"incident": "11", "language": "Arabic", "medium": "Radio", "source": "Riverside Radio"},
        {"incident": "11", "language": "Arabic", "medium": "Radio", "source": "Riverside Radio"},
        {"incident": "12", "language": "English", "medium": "Radio", "source": "Riverside Radio"},
    ]
    file = table(tmp_path / "sources.csv", rows, columns)
    kept, refused = actions.import_sources(ANA, "airwars-sources", rows_in(file, "airwars-sources"))
    assert (kept, refused) == (3, [])
    assert [source.name for source in Source.objects.all()] == ["Riverside Radio"]
    back = tmp_path / "back.csv"
    shape = load_mapping("airwars-sources")
    write_table(rows_for(shape), shape, back)
    assert back.read_bytes() == file.read_bytes()


def test_a_series_of_figures_stands_beside_the_incidents(ledger, tmp_path):
    file = tmp_path / "tolls.json"
    file.write_text(
        '[{"report_date": "2023-11-01", "report_source": "mohtel", "killed": 7, "killed_cum": 90}]'
    )
    assert actions.import_figures(ANA, "official-tolls", rows_in(file, "official-tolls")) == 1
    assert sorted(one.measure for one in FigureRecord.objects.all()) == [
        "killed, cumulative",
        "killed, that day",
    ]
    assert known_incidents() == []


def test_a_row_that_nobody_reviewed_is_a_proposal(imported):
    rows = rows_in(imported, "airwars")[:1]
    from dataclasses import replace

    unreviewed = [replace(row, value=replace(row.value, reviewed=False)) for row in rows]
    actions.import_incidents(ANA, "elsewhere", unreviewed)
    [mine] = [one for one in known_incidents() if not one.reviewed]
    assert open_proposal(Incident.objects.get(id=mine.id)).author == "Ana"
