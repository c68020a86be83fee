"""`cairn import` and `cairn export`: a table in, the same table out."""

import csv

from tests.cli.commands import cairn, said
from tests.records.actions.test_importing import COLUMNS, DEFAULTS, INCIDENTS, incidents, table

AIRWARS = ("--mapping", "airwars")


def test_a_table_comes_back_byte_for_byte(after_run, tmp_path):
    file = incidents(tmp_path)
    assert "3 rows kept of 3, 0 refused." in said("import", after_run, file, *AIRWARS, "--by", "Ana")
    said("export", after_run, *AIRWARS, "-o", tmp_path / "back.csv")
    theirs = file.read_text(encoding="utf-8").splitlines()
    assert (tmp_path / "back.csv").read_text(encoding="utf-8").splitlines()[: len(theirs)] == theirs


def test_the_ledgers_own_incidents_follow_those_that_were_imported(after_run, tmp_path):
    said("import", after_run, incidents(tmp_path), *AIRWARS)
    said("export", after_run, *AIRWARS, "-o", tmp_path / "back.csv")
    with (tmp_path / "back.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert codes == ["EX1", "EX2", "EX3", "SY20170112-1", "SY20170208-1"]


def test_a_dry_run_changes_nothing(after_run, tmp_path):
    assert "3 rows read, 0 refused." in said("import", after_run, incidents(tmp_path), *AIRWARS, "--dry-run")
    assert "2 proposals" in said("review", after_run)
    assert "EX1" not in said("total", after_run, "--provisional", "--grade", "all", "--by", "place")


def test_a_bad_row_is_named_and_the_rest_goes_on(after_run, tmp_path):
    rows = [{**DEFAULTS, **row} for row in INCIDENTS]
    rows[1] |= {"civ_killed_min": "7", "civ_killed_max": "2"}
    rows[2] |= {"date": "2917-06-01"}
    done = cairn("import", after_run, table(tmp_path / "bad.csv", rows, COLUMNS), *AIRWARS)
    assert done.returncode == 1
    assert (
        "row 2 (12): In civ_killed_min and civ_killed_max: The minimum 7 is above the maximum 2"
        in done.stdout
    )
    assert "row 3 (13): In date: “2917-06-01”" in done.stdout
    assert "1 rows kept of 3, 2 refused." in done.stdout
