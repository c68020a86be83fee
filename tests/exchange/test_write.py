"""Writing back: equal in every cell, but for what a person has changed since."""

from __future__ import annotations

import csv
import gzip
from dataclasses import replace

import pytest

from cairn.exceptions import BadInput
from cairn.exchange import Row, load_mapping, read_table, render, write_table
from cairn.values import Belligerent, Finding, Grade, KnownIncident, PartialDate, Place, Precision, Range
from tests.exchange.made import row, table

AIRWARS = load_mapping("airwars")


def read_one(folder, **changed) -> Row:
    [one] = read_table(table(folder, row(**changed)), AIRWARS)
    return one


def revised(one: Row, **changed) -> KnownIncident:
    return replace(one.value, finding=replace(one.value.finding, **changed))


def changed_cells(one: Row, known: KnownIncident) -> dict[str, str]:
    written = render(known, AIRWARS, one.cells)
    return {column: cell for column, cell in written.items() if cell != one.cells[column]}


@pytest.mark.parametrize(
    "odd",
    [{}, {"grading": "Fair, Weak"}, {"men_killed_min": "3", "men_killed_max": "1"}, {"lat": "035.50"}],
)
def test_an_incident_nobody_touched_comes_back_cell_for_cell(tmp_path, odd):
    one = read_one(tmp_path, **odd)
    assert render(one.value, AIRWARS, one.cells) == one.cells


def test_what_was_revised_is_written_in_the_recorders_own_words(tmp_path):
    one = read_one(tmp_path)
    assert changed_cells(one, revised(one, grade=Grade.CONFIRMED)) == {"grading": "Confirmed"}
    assert changed_cells(one, revised(one, killed=Range.at_least(4))) == {
        "civ_killed_min": "4",
        "civ_killed_max": "",
    }
    assert changed_cells(one, revised(one, date=PartialDate("2017-05"))) == {"date": "2017-05"}
    assert changed_cells(one, revised(one, belligerents=(Belligerent("US-led Coalition"),))) == {
        "belligerents": "U.S.-led Coalition"
    }
    assert changed_cells(one, revised(one, grade=Grade.NO_HARM_ALLEGED)) == {
        "grading": "",
        "civilian_harm_reported": "No",
    }


def test_an_incident_of_our_own_reads_back_as_it_was(tmp_path):
    ours = KnownIncident(
        "a1",
        Finding(
            killed=Range(3, 4),
            date=PartialDate("2018-02-03"),
            place=Place("Tell Other", 34.5, 38.5, Precision.TOWN, "SY"),
            belligerents=(Belligerent("US-led Coalition"),),
            grade=Grade.WEAK,
        ),
        codes=("YY1",),
        reviewed=True,
    )
    path = tmp_path / "out.csv"
    assert write_table([render(ours, AIRWARS)], AIRWARS, path) == 1
    [back] = read_table(path, AIRWARS)
    assert back.value == ours


def test_the_bytes_that_were_read_are_the_bytes_that_are_written(tmp_path):
    path = table(tmp_path, row(), row(airwars_id="8", grading=""))
    out = tmp_path / "out.csv.gz"
    write_table([one.cells for one in read_table(path, AIRWARS)], AIRWARS, out)
    assert gzip.decompress(out.read_bytes()) == path.read_bytes()


def test_a_table_of_nothing_still_has_its_header(tmp_path):
    path = tmp_path / "out.csv"
    write_table([], AIRWARS, path)
    header = next(csv.reader(path.read_text("utf-8").splitlines()))
    assert {"airwars_id", "code", "grading", "civ_killed_min", "geo_accuracy"} <= set(header)
    assert not {"SY", "US-led Coalition", "csv", "true"} & set(header)


def test_a_file_that_cannot_be_written_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(BadInput, match="cannot be written"):
        write_table([row()], AIRWARS, tmp_path / "no such folder" / "out.csv")


@pytest.mark.parametrize(
    ("file", "mapping"),
    [
        ("syria_incidents.csv.gz", "airwars"),
        ("syria_attributions.csv.gz", "airwars-attributions"),
        ("official_daily_tolls.json", "official-tolls"),
        ("territory_control_weekly.csv", "territory"),
        ("drone_strike_ranges.csv", "drone-ranges"),
    ],
)
def test_a_recorders_table_goes_in_and_out_without_loss(shared_data, tmp_path, file, mapping):
    mine = load_mapping(mapping)
    read = list(read_table(shared_data / "reference" / file, mine))
    out = tmp_path / ("out.json" if mine.format == "json" else "out.csv")
    incidents = mine.kind == "incidents"
    write_table([render(one.value, mine, one.cells) if incidents else one.cells for one in read], mine, out)
    back = list(read_table(out, mine))
    assert [one.cells for one in back] == [one.cells for one in read]
    assert [one.value for one in back] == [one.value for one in read]


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_a_table_of_another_encoding_is_written_as_its_mapping_reads_it(tmp_path, encoding):
    file, table = tmp_path / "mine.yml", tmp_path / "table.csv"
    file.write_text(f"kind: incidents\nid: nr\nplace: {{name: where}}\nencoding: {encoding}\n", "utf-8")
    table.write_bytes("nr,where\r\n1,تل زباد\r\n".encode(encoding))
    mine = load_mapping(file)
    [one] = read_table(table, mine)
    write_table([one.cells], mine, tmp_path / "again.csv")
    assert [again.cells for again in read_table(tmp_path / "again.csv", mine)] == [one.cells]
    assert one.value.finding.place.name == "تل زباد"


def test_letters_that_an_encoding_has_not_are_refused_in_a_sentence(tmp_path):
    file = tmp_path / "mine.yml"
    file.write_text("kind: incidents\nid: nr\nencoding: windows-1252\n", "utf-8")
    with pytest.raises(BadInput, match="windows-1252”, which has no “ت”"):
        write_table([{"nr": "تل"}], load_mapping(file), tmp_path / "table.csv")
