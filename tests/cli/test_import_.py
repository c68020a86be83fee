"""`cairn import` and `cairn export`: a table in, the same table out."""

import csv
import hashlib
import sqlite3
from contextlib import closing

from tests.cli.commands import cairn, refused, said
from tests.records.actions.test_importing import COLUMNS, DEFAULTS, INCIDENTS, incidents, table


def every_table(ledger):
    """A hash of all that stands in each table of the ledger."""
    with closing(sqlite3.connect(ledger / "cairn.db")) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for name in names}
    return {name: hashlib.sha256("".join(stands).encode()).hexdigest() for name, stands in rows.items()}


AIRWARS = ("--mapping", "airwars")


def test_a_table_comes_back_byte_for_byte(after_run, tmp_path):
    file = incidents(tmp_path)
    assert "3 new, 0 changed, 0 unchanged, 0 refused." in said(
        "import", after_run, file, *AIRWARS, "--by", "Ana"
    )
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
    assert "3 new, 0 changed, 0 unchanged, 0 refused. Nothing was changed" in said(
        "import", after_run, incidents(tmp_path), *AIRWARS, "--dry-run"
    )
    assert "2 proposals" in said("review", after_run)
    assert "EX1" not in said("total", after_run, "--provisional", "--grade", "all", "--by", "place")


def test_a_dry_run_says_cell_by_cell_what_would_change(after_run, tmp_path):
    said("import", after_run, incidents(tmp_path), *AIRWARS)
    rows = [{**DEFAULTS, **row} for row in INCIDENTS]
    rows[0] |= {"civ_killed_max": "9"}
    later = table(tmp_path / "later.csv", rows[:2], COLUMNS)
    diff = tmp_path / "diff.csv"
    told = said("import", after_run, later, *AIRWARS, "--dry-run", "--diff", diff)
    assert "changed, line 2 (11): civ_killed_max: 5 → 9" in told
    assert "no longer in the table: 13, EX3" in told
    assert "0 new, 1 changed, 1 unchanged, 0 refused, 1 no longer in the table. Nothing was changed" in told
    with diff.open(encoding="utf-8", newline="") as file:
        lines = [(line["what"], line["id"], line["column"], line["new"]) for line in csv.DictReader(file)]
    assert lines == [("changed", "11", "civ_killed_max", "9"), ("missing", "13", "", "")]
    assert "3–5" in said("total", after_run, "--grade", "fair", "--by", "place", "--from", "2017-05-12")


def test_what_is_gone_is_withdrawn_only_when_that_is_asked_for(after_run, tmp_path):
    said("import", after_run, incidents(tmp_path), *AIRWARS)
    later = table(tmp_path / "later.csv", [{**DEFAULTS, **row} for row in INCIDENTS[:2]], COLUMNS)
    assert "1 no longer in the table" in said("import", after_run, later, *AIRWARS)
    assert "1 no longer in the table" in said("import", after_run, later, *AIRWARS)
    assert "1 rows withdrawn." in said("import", after_run, later, *AIRWARS, "--withdraw-missing")
    assert "no longer" not in said("import", after_run, later, *AIRWARS)


def test_a_row_that_is_refused_is_not_withdrawn_for_it(after_run, tmp_path):
    said("import", after_run, incidents(tmp_path), *AIRWARS)
    rows = [{**DEFAULTS, **row} for row in INCIDENTS]
    rows[1] |= {"civ_killed_min": "many"}
    bad = table(tmp_path / "bad.csv", rows, COLUMNS)
    done = cairn("import", after_run, bad, *AIRWARS, "--withdraw-missing")
    assert "0 new, 0 changed, 3 unchanged, 1 refused." in done.stdout


def test_where_a_row_may_be_the_one_that_is_missing_nothing_is_imported_and_nothing_withdrawn(
    after_run, tmp_path
):
    said("import", after_run, incidents(tmp_path), *AIRWARS)
    rows = [{**DEFAULTS, **row} for row in INCIDENTS]
    rows[0] |= {"civ_killed_max": "9"}
    rows[1] |= {"airwars_id": ""}
    before = every_table(after_run)
    for stands, why in (
        (rows, "bad.csv, line 3: It has no airwars_id. Fill it in."),
        (rows[1:2], "No row of "),
        ([], "No row of "),
    ):
        bad = table(tmp_path / "bad.csv", stands, COLUMNS)
        told = refused("import", after_run, bad, *AIRWARS, "--withdraw-missing")
        assert why in told
        assert "nothing is imported and nothing withdrawn" in told
        assert every_table(after_run) == before


def test_columns_that_only_one_side_knows_are_said(after_run, tmp_path):
    rows = [{**DEFAULTS, **INCIDENTS[0], "weather": "rain"}]
    narrow = [column for column in COLUMNS if column != "geo_accuracy"]
    told = said("import", after_run, table(tmp_path / "own.csv", rows, [*narrow, "weather"]), *AIRWARS)
    assert "Not in the table, though the mapping airwars reads it: geo_accuracy." in told
    assert "Kept with each row, and read by nobody: observations, weather." in told


def test_a_bad_row_is_named_and_the_rest_goes_on(after_run, tmp_path):
    rows = [{**DEFAULTS, **row} for row in INCIDENTS]
    rows[1] |= {"civ_killed_min": "7", "civ_killed_max": "2"}
    rows[2] |= {"date": "2917-06-01"}
    done = cairn("import", after_run, table(tmp_path / "bad.csv", rows, COLUMNS), *AIRWARS)
    assert done.returncode == 1
    assert (
        "line 3 (12): In civ_killed_min and civ_killed_max: The minimum 7 is above the maximum 2"
        in done.stdout
    )
    assert "line 4 (13): In date: “2917-06-01”" in done.stdout
    assert "1 new, 0 changed, 0 unchanged, 2 refused." in done.stdout
