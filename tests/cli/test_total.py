"""`cairn total` on a ledger that somebody imported: the command line's question is the one on the answer."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

from tests.cli.commands import refused
from tests.exchange.made import row, table


def cairn(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "cairn.cli", *words], capture_output=True, text=True)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("total")
    rows = table(
        folder,
        row(airwars_id="1"),
        row(airwars_id="2", belligerents="Hill Militia", date="2017-06-01", civ_killed_max=""),
        row(airwars_id="3", grading="Weak", civ_killed_min="", civ_killed_max=""),
    )
    path = str(folder / "ledger")
    assert cairn("init", path).returncode == 0
    done = cairn("import", path, str(rows), "--mapping", "airwars", "--by", "Somebody", "--reason", "a test")
    assert done.returncode == 0, done.stderr
    return path


def test_the_headline_is_fair_and_confirmed_as_of_today(ledger):
    done = cairn("total", ledger)
    assert done.stdout.startswith(
        "fair + confirmed, every belligerent, every country, whole record, as of 20"
    )
    assert "at least 4" in done.stdout


def test_each_option_narrows_the_question_and_stands_on_the_answer(ledger):
    done = cairn(
        *("total", ledger, "--by", "belligerent,month", "--belligerent", "us-led coalition"),
        *("--country", "Syria", "--from", "2017-05", "--to", "2017-05", "--grade", "all", "--format", "json"),
    )
    said = json.loads(done.stdout)
    assert said["question"].startswith("all alleged, US-led Coalition, Syria, 2017-05 to 2017-05, as of ")
    [only] = said["rows"]
    assert (only["belligerent"], only["month"]) == ("US-led Coalition", "2017-05")
    assert (only["incidents"], only["unknown"], only["killed"]) == (2, 1, [2, 5])


def test_a_belligerent_may_be_asked_for_by_another_of_its_names(ledger):
    said = json.loads(
        cairn("total", ledger, "--belligerent", "U.S.-led Coalition", "--format", "json").stdout
    )
    assert said["question"].startswith("fair + confirmed, US-led Coalition,")
    assert said["total"]["incidents"] == 1


def test_csv_is_a_table_for_a_spreadsheet(ledger):
    rows = list(
        csv.DictReader(io.StringIO(cairn("total", ledger, "--by", "grade", "--format", "csv").stdout))
    )
    assert [each["row"] for each in rows] == ["row", "total"]


def test_before_anything_was_known_there_was_nothing_to_total(ledger):
    said = json.loads(cairn("total", ledger, "--as-of", "2017-08-04", "--format", "json").stdout)
    assert said["total"]["incidents"] == 0
    assert said["question"].endswith("as of 2017-08-04")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--by", "colour"], "--by colour is not known"),
        (["--country", "Atlantis"], "two-letter code"),
        (["--from", "2917-01-01"], "lies outside"),
        (["--from", "2017-06", "--to", "2017-05"], "ends before it begins"),
        (["--grade", "good"], "--grade good is not known"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_in_a_sentence(ledger, words, reason):
    done = cairn("total", ledger, *words)
    assert done.returncode == 1
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_nobody_knows_what_will_be_known_on_a_day_to_come(ledger):
    done = cairn("total", ledger, "--as-of", "2199-01-01")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "still to come" in done.stderr


def test_the_words_of_an_answer_ask_for_it_again(ledger):
    first = json.loads(cairn("total", ledger, "--by", "month", "--grade", "all", "--format", "json").stdout)
    again = cairn("total", ledger, "--question", first["question"], "--by", "month", "--format", "json")
    assert json.loads(again.stdout) == first


def test_groups_places_statuses_and_areas_are_parts_of_the_question(ledger, tmp_path):
    shape = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]
    area = tmp_path / "far off.geojson"
    area.write_text(json.dumps({"type": "Polygon", "coordinates": shape}))
    done = cairn(
        *(
            "total",
            ledger,
            "--count",
            "children killed,men_injured",
            "--place",
            "Nowhere",
            "--within",
            str(area),
        ),
        *("--status", "likely", "--contested", "maximum", "--alone", "--grade", "no-harm-alleged"),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("children killed + men injured of no harm alleged, every belligerent,")
    assert "in Nowhere, within far off (area " in done.stdout
    assert "contested in no minimum" in done.stdout


def test_what_moved_a_total_is_told_with_who_and_why(ledger):
    from datetime import UTC, datetime

    today = datetime.now(UTC).date().isoformat()
    done = cairn("total", ledger, "--changes", f"2016..{today}", "--grade", "all")
    assert done.returncode == 0, done.stderr
    assert "Somebody: a test" in done.stdout and "new" in done.stdout
    said = json.loads(cairn("total", ledger, "--changes", f"2016..{today}", "--format", "json").stdout)
    assert said["before"]["incidents"] == 0 and len(said["changes"]) == said["after"]["incidents"] == 2


@pytest.mark.parametrize("said", ["2017-07", "2017-08..2017-07", "2017..2999", "then..now"])
def test_two_days_that_are_none_are_refused_in_a_sentence(ledger, said):
    done = cairn("total", ledger, "--changes", said)
    assert done.returncode != 0 and done.stdout == "" and done.stderr.strip().endswith(".")


def test_facts_can_be_made_afresh(ledger):
    assert cairn("total", ledger, "--afresh").stdout == cairn("total", ledger).stdout


def test_a_name_that_no_incident_bears_is_said_beside_the_nought(ledger):
    asked = ("total", ledger, "--belligerent", "Nobody")
    sentence = "No incident of this record names “Nobody”"
    table, listed, cells = cairn(*asked), cairn(*asked, "--format", "json"), cairn(*asked, "--format", "csv")
    assert (table.returncode, listed.returncode, cells.returncode) == (0, 0, 0)
    assert sentence in table.stdout
    assert json.loads(listed.stdout)["notes"][0].startswith(sentence)
    assert sentence in cells.stderr and sentence not in cells.stdout
    assert "notes" not in json.loads(cairn("total", ledger, "--format", "json").stdout)


@pytest.mark.parametrize(
    "options, wanting",
    [
        (["--by", "month,month"], "The question says “month” twice. Say it once."),
        (["--by", "month", "--by", "month"], "The question says “month” twice. Say it once."),
        (["--count", "killed,killed"], "The question says “killed” twice. Say it once."),
        (["--from", "2017", "--from", "2018"], "--from is given 2 times. Give it once."),
        (["--to", "2017", "--to", "2018"], "--to is given 2 times. Give it once."),
        (["--as-of", "2020", "--as-of", "2021"], "--as-of is given 2 times. Give it once."),
        (["--within", "a.geojson", "--within", "b.geojson"], "--within is given 2 times. Give it once."),
        (["--contested", "counted", "--contested", "maximum"], "--contested is given 2 times. Give it once."),
        (
            ["--question", "all alleged, every belligerent, Syria, whole record, by month + month"],
            "The question says “month” twice. Say it once.",
        ),
    ],
)
def test_what_is_asked_twice_is_refused_in_a_sentence(ledger, options, wanting):
    assert refused("total", ledger, *options) == wanting
