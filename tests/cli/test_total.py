"""`cairn total` on a ledger that somebody imported: the command line's question is the one on the answer."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

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
