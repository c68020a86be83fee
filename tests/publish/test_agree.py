"""A release that was forged is found out, and what was forged is named, even under a new manifest."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cairn.publish import Edition, write_manifest
from cairn.publish.manifest import altered
from cairn.publish.parquet import read_parquet, write_parquet
from cairn.publish.recount import Engine, Inquiry, moved
from cairn.story import disagreements
from cairn.vocabulary.columns import tables
from tests.publish.invented import MARKET, write


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write(tmp_path_factory.mktemp("agree") / "release")


@pytest.fixture
def release(written, tmp_path):
    return Path(shutil.copytree(written, tmp_path / "release"))


def found(folder):
    return list(disagreements(folder))


def forged(folder):
    """What is found after a forger wrote the manifest anew over the altered files."""
    write_manifest(folder, Edition("An invented ledger", "2024-03-01", "ab12", "Cairn 0", "first"))
    assert list(altered(folder)) == []
    return found(folder)


def rewritten(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def in_parquet(path, table, change):
    rows = change(list(read_parquet(path, tables()[table])))
    path.unlink()
    write_parquet(path, tables()[table], rows)


def in_sqlite(path, statement):
    with closing(sqlite3.connect(path)) as database:
        assert database.execute(statement).rowcount == 1
        database.commit()


def test_an_honest_release_agrees_with_itself(release):
    assert list(altered(release)) == []
    assert found(release) == []


def test_one_flipped_byte_is_found_in_whichever_file_it_is(release):
    files = [path for path in release.rglob("*") if path.is_file() and path.name != "manifest.json"]
    assert len(files) > 30
    for path in files:
        kept = path.read_bytes()
        torn = bytearray(kept)
        torn[len(torn) // 2] ^= 1
        path.write_bytes(torn)
        (sentence,) = altered(release)
        assert path.relative_to(release).as_posix() in sentence
        if path.name.startswith(("release", "incidents.", "questions")):
            found(release)  # whatever the byte was, the check of what the files say ends
        path.write_bytes(kept)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("incidents.csv", ",8,12,", ",7,12,"),
        ("incidents-hxl.csv", ",8,12,", ",7,12,"),
        ("incidents.geojson", '"killed_min":8', '"killed_min":7'),
        ("incidents.jsonl", '"killed":[8,12]', '"killed":[7,12]'),
    ],
)
def test_an_altered_number_is_named_with_its_incident_and_its_file(release, file, old, new):
    rewritten(release / file, old, new)
    sentences = [one for one in forged(release) if one.startswith("Incident N12: killed_min is ")]
    assert len(sentences) == 1
    seven = next(part for part in sentences[0].split(";") if "7 in " in part)
    assert file in seven and seven.count(",") == 0


def test_a_number_altered_in_the_database_is_named(release):
    in_sqlite(release / "release.db", "update incidents set killed_max = 13 where code = 'N12'")
    (sentence,) = forged(release)
    assert sentence.startswith("Incident N12: killed_max is 12 in incidents.jsonl")
    assert sentence.endswith("; 13 in release.db.")


def test_a_number_altered_in_a_parquet_file_is_named(release):
    def lower(rows):
        return [row | {"killed_max": 11} if row.get("code") == "N12" else row for row in rows]

    in_parquet(release / "parquet" / "incidents.parquet", "incidents", lower)
    (sentence,) = forged(release)
    assert sentence.endswith("; 11 in parquet/incidents.parquet.")


def test_a_point_moved_on_the_map_alone_is_named(release):
    rewritten(release / "incidents.geojson", '"coordinates":[39.25,35.5]', '"coordinates":[39.25,36.5]')
    (sentence,) = forged(release)
    assert sentence.startswith("Incident N12: latitude is 35.5 in incidents.jsonl")


def test_an_entity_altered_for_investigators_is_named_by_its_incident(release):
    rewritten(release / "entities.ftm.json", "killed: 8–12", "killed: 1–12")
    (sentence,) = forged(release)
    assert sentence.startswith("Incident N12, in the table entities: properties is ")


def test_a_row_in_the_shape_of_ucdp_is_held_against_the_incident(release):
    rewritten(release / "incidents-ucdp.csv", "0,3,0", "0,9,0")
    assert [one for one in forged(release) if one.startswith("Incident N14, in the table ucdp: ")]


def without(text):
    return "".join(line for line in io.StringIO(text, newline="") if "22222222-" not in line)


@pytest.mark.parametrize("file", ["incidents.csv", "incidents-hxl.csv", "incidents.jsonl"])
def test_an_incident_removed_from_a_file_is_named(release, file):
    path = release / file
    path.write_text(without(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert any(
        one.startswith("Incident N13: ") or one.startswith("Incident 22222222-") for one in forged(release)
    )


def test_an_incident_removed_from_the_map_is_named(release):
    path = release / "incidents.geojson"
    said = json.loads(path.read_text(encoding="utf-8"))
    said["features"] = [one for one in said["features"] if one["properties"]["code"] != "N13"]
    path.write_text(json.dumps(said), encoding="utf-8")
    (sentence,) = forged(release)
    assert sentence.startswith("Incident N13: once in incidents.jsonl")
    assert sentence.endswith("missing in incidents.geojson.")


def test_an_incident_removed_from_the_database_is_named(release):
    in_sqlite(release / "release.db", "delete from incidents where code = 'N13'")
    (sentence,) = forged(release)
    assert sentence.endswith("missing in release.db.")


def test_a_number_altered_alike_in_every_file_moves_the_totals_that_are_asked_again(release):
    lower = MARKET.finding.killed
    assert lower and lower.min == 8
    for path in release.iterdir():
        if path.name.startswith("incidents"):
            text = path.read_text(encoding="utf-8")
            text = text.replace(",8,12,", ",7,12,").replace('"killed_min":8', '"killed_min":7')
            path.write_text(text.replace("[8,12]", "[7,12]"), encoding="utf-8")
    sentences = forged(release)
    headline = (
        "The total “fair + confirmed, every belligerent, every country, whole record, as of 2024-03-01”"
    )
    assert f"{headline}: killed is 10–14 as published and 9–14 by the incidents." in sentences
    assert any(
        "by belligerent, year”, Northern Alliance, 2021: killed is 8–12 as published and 7–12 by" in one
        for one in sentences
    )


def test_a_published_total_that_was_altered_everywhere_is_asked_again_and_named(release):
    said = json.loads((release / "questions.json").read_text(encoding="utf-8"))
    said["questions"][0]["answer"]["total"]["killed"] = [1, 2]
    (release / "questions.json").write_text(json.dumps(said), encoding="utf-8")
    sentences = forged(release)
    assert any("killed is 1–2 as published and 10–14 by the incidents" in one for one in sentences)
    assert any("killed_min is 1 in questions.json; 10 in totals.csv" in one for one in sentences)


def test_a_row_left_out_of_a_published_table_is_missed(release):
    said = json.loads((release / "questions.json").read_text(encoding="utf-8"))
    said["questions"][2]["answer"]["rows"].pop(0)
    (release / "questions.json").write_text(json.dumps(said), encoding="utf-8")
    assert any("this row follows from the incidents and is not there" in one for one in forged(release))


def test_another_question_under_an_old_answer_is_seen_through(release):
    said = json.loads((release / "questions.json").read_text(encoding="utf-8"))
    said["questions"][0]["asked"]["grades"] = ["weak"]
    (release / "questions.json").write_text(json.dumps(said), encoding="utf-8")
    assert any("is not what was asked" in one for one in forged(release))


def test_a_person_struck_from_one_file_is_missed(release):
    path = release / "people.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "Karim" not in line), encoding="utf-8")
    (sentence,) = forged(release)
    assert sentence.startswith("Incident N12, in the table people: 3 times in incidents.jsonl")
    assert sentence.endswith("; 2 times in people.csv.")


def test_a_toll_altered_in_one_file_is_named_by_its_row(release):
    rewritten(release / "tolls.csv", ",40,", ",4,")
    (sentence,) = forged(release)
    assert sentence.startswith("“row 1”, in the table tolls: people_min is 4 in tolls.csv; 40 in release.db")


def test_a_fact_altered_for_databases_is_named_by_its_incident(release):
    in_sqlite(
        release / "release.db",
        "update facts set killed_min = 1 where incident = "
        "(select id from facts_incidents where code = 'N12')",
    )
    (sentence,) = forged(release)
    assert sentence.startswith("Incident N12, in the table facts: killed_min is 8 in incidents.jsonl")


@pytest.mark.parametrize("file", ["incidents.jsonl", "questions.json", "incidents.csv", "tolls.csv"])
def test_a_file_that_a_forger_took_out_of_the_manifest_too_is_missed(release, file):
    (release / file).unlink()
    assert any(file in one for one in forged(release))


@pytest.mark.parametrize("torn", ["", "[", "{}", "[]", "3", '{"questions": 4, "memberships": []}'])
def test_torn_files_are_told_in_a_sentence_and_the_rest_is_checked(release, torn):
    (release / "questions.json").write_text(torn)
    (release / "incidents.geojson").write_text(torn)
    assert forged(release)
    (release / "release.db").write_text(torn)
    (release / "parquet" / "incidents.parquet").write_text(torn)
    assert forged(release)


def test_a_release_of_an_earlier_version_with_fewer_columns_still_agrees(release):
    """An earlier version knew no column `named`: its files have none, and its codebook says so."""
    for name in ("incidents.csv", "incidents-hxl.csv"):
        text = (release / name).read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        kept = [column for column in rows[0] if column != "named"]
        with (release / name).open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, kept, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    lines = (release / "codebook.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (release / "codebook.csv").write_text(
        "".join(line for line in lines if not line.startswith("incidents,named,")), encoding="utf-8"
    )
    in_sqlite(release / "release.db", "delete from codebook where \"column\" = 'named'")
    in_parquet(
        release / "parquet" / "codebook.parquet",
        "codebook",
        lambda rows: [row for row in rows if row["column"] != "named"],
    )
    said = json.loads((release / "incidents.geojson").read_text(encoding="utf-8"))
    for feature in said["features"]:
        feature["properties"].pop("named", None)
    (release / "incidents.geojson").write_text(json.dumps(said), encoding="utf-8")
    assert forged(release) == []


def test_an_incident_that_cannot_be_is_named_by_its_line_and_the_rest_is_checked(release):
    file = release / "incidents.jsonl"
    first, *rest = file.read_text(encoding="utf-8").splitlines()
    impossible = json.loads(first)
    impossible["finding"]["killed"] = [9, 3]
    file.write_text("\n".join([json.dumps(impossible), *rest]) + "\n", encoding="utf-8")
    told = forged(release)
    assert "incidents.jsonl, line 1, is no incident" in told[0]
    assert len(told) > 1


def test_what_does_not_follow_is_told_in_the_order_in_which_it_was_published():
    numbers = {f"measure {letter}": 1 for letter in "dbcahgfe"}
    answer = {"question": "all", "total": numbers, "rows": []}
    asked = {"name": "all", "asked": {"by": []}, "answer": answer}
    engine = Engine(lambda *_: {**answer, "total": dict.fromkeys(numbers, 2)}, lambda *_: {})
    told = list(moved([], Inquiry([asked]), engine))
    assert [sentence.partition(": ")[2][:9] for sentence in told] == list(numbers)
