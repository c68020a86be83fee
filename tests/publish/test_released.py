"""A release holds every shape of one record, and the same record gives the same bytes."""

import csv
import io
import json
import sqlite3
from contextlib import closing

import duckdb
import pytest

from cairn.publish import Edition, Released, write_release
from cairn.publish.formats import rows_as_csv
from cairn.publish.parquet import read_parquet, write_parquet
from cairn.publish.released import every_table
from cairn.publish.shapes import rows_of
from cairn.publish.sqlite_file import read_sqlite, write_sqlite
from cairn.total import as_json, total
from cairn.total.facts.answering import answer
from cairn.total.facts.databases import in_parquet, in_sqlite
from cairn.vocabulary.columns import Column, Kind, Table, tables
from tests.publish.invented import BRIDGE, FORMULA, MARKET, QUESTIONS, RECORD, SILENT, write


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    return write(tmp_path_factory.mktemp("released") / "release")


def bytes_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def table(release, name):
    return list(csv.DictReader(io.StringIO((release / name).read_text(encoding="utf-8"), newline="")))


def test_the_same_record_gives_the_same_bytes_in_every_file(release, tmp_path):
    again = bytes_of(write(tmp_path / "again"))
    assert {name for name, body in bytes_of(release).items() if again.get(name) != body} == set()


def test_every_table_of_the_codebook_is_there_in_csv_in_parquet_and_in_the_database(release):
    for one in every_table():
        rows = [dict(row) for row in read_sqlite(release / "release.db", one)]
        assert rows == list(read_parquet(release / "parquet" / f"{one.name}.parquet", one))
    assert {path.stem for path in (release / "parquet").iterdir()} == {one.name for one in every_table()}


def test_a_ledger_of_nothing_is_released_as_well(tmp_path):
    (tmp_path / "empty").mkdir()
    write_release(tmp_path / "empty", Released(Edition("Nothing yet", release="r"), "1", ()))
    assert (tmp_path / "empty" / "manifest.json").is_file()


def test_the_second_line_of_the_hxl_table_holds_its_tags(release):
    names, tags, first = (release / "incidents-hxl.csv").read_text(encoding="utf-8").splitlines()[:3]
    assert tags.split(",")[0] == "#meta+code" and "#affected+killed+civilians+min" in tags.split(",")
    assert len(names.split(",")) == len(tags.split(",")) and first.startswith("N12,")


def test_in_the_shape_of_ucdp_deaths_are_low_and_high_and_best_is_low(release):
    market = table(release, "incidents-ucdp.csv")[0]
    assert (market["low"], market["best"], market["high"]) == ("9", "9", "14")
    assert (market["deaths_civilians"], market["deaths_a"], market["type_of_violence"]) == ("8", "", "")


def test_in_the_shape_of_ucdp_a_month_is_its_days_with_the_code_that_says_so(release):
    market, bridge, mill = table(release, "incidents-ucdp.csv")
    assert (market["date_start"][:10], market["date_end"][:10], market["date_prec"]) == (
        "2021-05-01",
        "2021-05-31",
        "4",
    )
    assert (bridge["date_prec"], mill["date_prec"], mill["year"]) == ("1", "5", "2021")


def test_in_the_shape_of_ucdp_there_is_no_event_without_known_deaths(release):
    assert SILENT.id not in [row["id"] for row in table(release, "incidents-ucdp.csv")]


def test_two_who_are_accused_are_no_side_of_a_dyad(release):
    assert table(release, "incidents-ucdp.csv")[0]["side_a"] == ""


def entities(release):
    lines = (release / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    return {one["id"]: one for one in map(json.loads, lines)}


def test_an_event_points_to_everybody_involved_and_to_its_place(release):
    found = entities(release)
    event = found[f"cairn-{MARKET.id}"]
    involved = {found[id_]["properties"]["name"][0] for id_ in event["properties"]["involved"]}
    assert involved == {
        "Northern Alliance",
        "Guard, “Second”",
        "Karim Odeh",
        "Lina Odeh",
        "Sami Haddad",
    }
    (place,) = event["properties"]["addressEntity"]
    assert found[place]["properties"]["latitude"] == ["35.5"]


def test_only_somebody_who_died_has_a_day_of_death(release):
    people = {
        one["properties"]["name"][0]: one for one in entities(release).values() if one["schema"] == "Person"
    }
    assert people["Karim Odeh"]["properties"]["deathDate"] == ["2021-05"]
    assert "deathDate" not in people["Sami Haddad"]["properties"]


def test_an_entity_keeps_its_id_from_one_release_to_the_next(release, tmp_path):
    fewer = entities(write(tmp_path / "fewer", (MARKET,)))
    assert fewer.keys() <= entities(release).keys()


def test_somebody_withheld_is_no_entity():
    from cairn.publish import Care, public
    from cairn.publish.ftm import entities as made

    told = list(made([public(MARKET, Care(names=()))]))
    assert {one["schema"] for one in told} == {"Organization", "Address", "Event"}


def test_words_are_searched_in_the_database(release):
    with closing(sqlite3.connect(release / "release.db")) as database:
        found = database.execute(
            "select i.code from incidents_fts f join incidents i on i.rowid = f.rowid "
            "where incidents_fts match 'amber'"
        ).fetchall()
    assert found == [("N12",)]


def test_datasette_is_told_what_every_column_means_and_its_unit(release):
    said = json.loads((release / "datasette.json").read_text(encoding="utf-8"))
    told = said["databases"]["release"]["tables"]
    with closing(sqlite3.connect(release / "release.db")) as database:
        for name in told:
            columns = {row[1] for row in database.execute(f"pragma table_info({name})")}
            assert set(told[name]["columns"]) == columns
    assert told["incidents"]["units"]["killed_min"] == "people"
    units = {column.unit for one in every_table() for column in one.columns if column.unit}
    assert units - {"degrees", "years"} == {unit.removesuffix(" = []") for unit in said["custom_units"]}


def test_any_question_is_answered_from_the_parquet_files_and_from_the_database_alike(release):
    connection = duckdb.connect(":memory:")
    for facts in (
        in_parquet(connection, release / "parquet"),
        in_sqlite(sqlite3.connect(release / "release.db")),
    ):
        for question in QUESTIONS:
            assert as_json(answer(facts, question)) == as_json(total(RECORD, question))
        facts.connection.close()


def test_the_codebook_says_what_every_word_of_a_grade_means(release):
    page = (release / "codebook.md").read_text(encoding="utf-8")
    assert "* fair: Two or more independent sources agree" in page
    assert "| several | 2 | 2 |" in page


def test_the_first_page_tells_the_headline_and_how_to_check_it(release):
    page = (release / "README.md").read_text(encoding="utf-8")
    assert "4 incidents, killed 10–17 (1 where nobody numbered them)" in page
    assert "cairn verify" in page


def test_every_row_has_only_columns_that_the_codebook_knows():
    for name in ("incidents", "groups", "attributions", "admissions", "people", "ucdp"):
        rows = list(rows_of(name, RECORD))
        assert rows and set().union(*rows) <= set(tables()[name].names)


def test_an_incident_without_words_for_anything_is_a_row_of_what_is_known():
    (cells,) = rows_of("incidents", [BRIDGE])
    assert "place" not in cells and cells["killed_min"] == 2


ODD = Table(
    "odd", "", (Column("text", Kind.TEXT, ""), Column("n", Kind.WHOLE, ""), Column("x", Kind.NUMBER, ""))
)
ROWS = [
    {"text": 'a "quoted", cell\r\nof two lines\u2028and a half', "n": 0, "x": -1.5},
    {"text": "=HYPERLINK(1)"},
    {"n": 9_007_199_254_740_993},
    {"text": "سوق تل عنبر", "x": 35.0},
    {"text": "'already quoted \\n \\u0041 {braces} 'and' ; -- "},
    {},
]


def test_odd_words_come_back_from_parquet_and_from_sqlite_as_they_were(tmp_path):
    odd = tmp_path / "it's [all] * that.parquet"
    write_parquet(odd, ODD, ROWS)
    assert list(read_parquet(odd, ODD)) == ROWS
    write_sqlite(tmp_path / "odd.db", [(ODD, ROWS)])
    assert list(read_sqlite(tmp_path / "odd.db", ODD)) == ROWS


def test_a_formula_is_quoted_for_spreadsheets_only():
    assert "'=1+1" in "".join(rows_as_csv(("place",), ({"place": "=1+1"},)))
    (cells,) = rows_of("incidents", [FORMULA])
    assert str(cells["place"]).startswith("=1+1")
