"""Another recorder's table comes in whole, once, and goes out as it came."""

import csv
import json
from pathlib import Path

import pytest

from cairn.exchange import Rejected, Row, load_mapping, read_table, write_table
from cairn.records import actions
from cairn.records.chain import altered_rows, broken_links
from cairn.records.exports import rows_for
from cairn.records.importing import planned
from cairn.records.models import (
    Admission,
    Assessment,
    Attribution,
    Change,
    FigureRecord,
    ImportedRow,
    Incident,
    Source,
)
from cairn.records.queries import find_incident, known_incidents, open_proposal
from cairn.values import Counted, Finding, Grade, Range, Verdict
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
        ANA, load_mapping("airwars-attributions"), rows_in(file, "airwars-attributions")
    )
    assert (kept, [each.number for each in refused]) == (1, [2])
    assert "which is not in this ledger" in str(refused[0])
    [concession] = next(one for one in known_incidents() if "EX1" in one.codes).concessions
    assert (concession.verdict, concession.killed) == (Verdict.CREDIBLE, Range(4, 4))
    actions.import_attributions(
        ANA, load_mapping("airwars-attributions"), rows_in(file, "airwars-attributions")
    )
    assert Admission.objects.count() == 1


def test_sources_are_kept_by_name_and_row_by_row(imported, tmp_path):
    columns = ["incident", "language", "medium", "source"]
    rows = [
        {"incident": "11", "language": "Arabic", "medium": "Radio", "source": "Riverside Radio"},
        {"incident": "11", "language": "Arabic", "medium": "Radio", "source": "Riverside Radio"},
        {"incident": "12", "language": "English", "medium": "Radio", "source": "Riverside Radio"},
        {"incident": "11", "language": "Arabic", "medium": "Print", "source": "Riverside Radio"},
    ]
    file = table(tmp_path / "sources.csv", rows, columns)
    kept, refused = actions.import_sources(
        ANA, load_mapping("airwars-sources"), rows_in(file, "airwars-sources")
    )
    assert (kept, refused) == (4, [])
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
    assert actions.import_figures(ANA, load_mapping("official-tolls"), rows_in(file, "official-tolls")) == 1
    assert {(one.measure, one.value.counted) for one in FigureRecord.objects.all()} == {
        ("killed", Counted.CUMULATIVE),
        ("killed", Counted.DAILY),
    }
    assert known_incidents() == []


def test_a_row_that_nobody_reviewed_is_a_proposal(imported):
    rows = rows_in(imported, "airwars")[:1]
    from dataclasses import replace

    unreviewed = [replace(row, value=replace(row.value, reviewed=False)) for row in rows]
    actions.import_incidents(ANA, "elsewhere", unreviewed)
    [mine] = [one for one in known_incidents() if not one.reviewed]
    assert open_proposal(Incident.objects.get(id=mine.id)).author == "Ana"


def imported_again(tmp_path, rows):
    file = table(tmp_path / "again.csv", [{**DEFAULTS, **row} for row in rows], COLUMNS)
    return actions.import_incidents(ANA, "airwars", rows_in(file, "airwars"))


def test_the_judgement_of_a_changed_row_says_which_cells_changed(imported, tmp_path):
    imported_again(tmp_path, [INCIDENTS[0] | {"civ_killed_max": "9", "grading": "Weak"}])
    newest = Assessment.objects.order_by("id").last()
    assert newest.reason == f"{ANA.reason}; grading: Fair → Weak; civ_killed_max: 5 → 9"


def test_a_change_in_a_column_that_nobody_reads_is_kept_and_judges_nothing(imported, tmp_path):
    assert imported_again(tmp_path, [INCIDENTS[0] | {"observations": "a note"}]) == 1
    assert (ImportedRow.objects.count(), Assessment.objects.count()) == (4, 3)


def test_another_recorders_new_word_is_never_put_over_a_decision_made_here(imported, tmp_path):
    strike = find_incident("EX1")
    actions.decide(ANA, strike, Finding(killed=Range(4, 4), grade=Grade.CONFIRMED), None)
    imported_again(tmp_path, [INCIDENTS[0] | {"civ_killed_max": "9"}])
    assert next(one for one in known_incidents() if "EX1" in one.codes).finding.killed == Range(4, 4)
    assert open_proposal(strike).finding.killed == Range(3, 9)


def test_what_a_table_no_longer_has_is_withdrawn_when_that_is_asked_for(imported):
    airwars = load_mapping("airwars")
    assert actions.withdraw_missing(ANA, airwars, ["12"]) == []
    assert sorted(one.codes[0] for one in known_incidents()) == ["EX1", "EX3"]
    assert [row["airwars_id"] for row in rows_for(airwars)] == ["11", "13"]
    assert Incident.objects.count() == 3


def test_an_incident_on_which_people_here_decided_is_not_withdrawn_with_its_row(imported):
    actions.decide(ANA, find_incident("EX1"), Finding(killed=Range(4, 4), grade=Grade.FAIR), None)
    assert actions.withdraw_missing(ANA, load_mapping("airwars"), ["11", "12"]) == ["11"]
    assert sorted(one.codes[0] for one in known_incidents()) == ["EX1", "EX3"]


def test_a_row_that_comes_back_is_an_incident_to_which_the_old_one_leads(imported, tmp_path):
    old = find_incident("EX2")
    for _ in range(2):
        actions.withdraw_missing(ANA, load_mapping("airwars"), ["12"])
        assert imported_again(tmp_path, [INCIDENTS[1]]) == 1
    assert sorted(one.codes[0] for one in known_incidents()) == ["EX1", "EX2", "EX3"]
    assert find_incident("EX2") == find_incident(str(old.id)) != old
    assert list(broken_links()) == []
    assert list(altered_rows()) == []


def test_a_figure_that_a_later_table_corrects_is_kept_beside_the_correction(ledger, tmp_path):
    file = tmp_path / "tolls.json"
    for cumulative in (90, 88):
        day = {"report_date": "2023-11-01", "report_source": "mohtel", "killed_cum": cumulative}
        file.write_text(json.dumps([day]))
        assert (
            actions.import_figures(ANA, load_mapping("official-tolls"), rows_in(file, "official-tolls")) == 1
        )
    assert [
        (one.value.value[0], one.withdrawn_at is None) for one in FigureRecord.objects.order_by("id")
    ] == [
        (90, False),
        (88, True),
    ]


def test_a_belligerent_that_thinks_again_has_said_both(imported, tmp_path):
    columns = ["incident", "belligerent", "type", "assessment", "mgrs"]
    columns += [f"conceded_{harm}_{bound}" for harm in ("killed", "injured") for bound in ("min", "max")]
    accused = load_mapping("airwars-attributions")
    for verdict, role in (("non_credible", "suspected"), ("credible", "known")):
        row = {"incident": "11", "belligerent": "coalition", "type": role, "assessment": verdict}
        file = table(tmp_path / "accused.csv", [row], columns)
        assert actions.import_attributions(ANA, accused, rows_in(file, "airwars-attributions")) == (1, [])
    assert [one.concession.verdict for one in Admission.objects.order_by("id")] == [
        Verdict.NON_CREDIBLE,
        Verdict.CREDIBLE,
    ]
    [known] = [one for one in known_incidents() if "EX1" in one.codes]
    assert [one.verdict for one in known.concessions] == [Verdict.CREDIBLE]
    standing = Attribution.objects.filter(withdrawn_at=None)
    assert [(one.belligerent, one.kind) for one in standing] == [("US-led Coalition", "known")]
    actions.withdraw_missing(ANA, accused, [one.key for one in planned(accused, []).missing])
    assert not Attribution.objects.filter(withdrawn_at=None).exists()
