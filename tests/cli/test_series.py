"""`cairn series`: what was said, by whom and when; out as CSV and in again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands import cairn, refused, said

HEADER = "date,said_on,since,measure,counted,of,place,country,unit,low,high,source"
TOLLS = """\
2031-01-02,2031-01-02,2031-01-01,killed,cumulative,,Hill Country,SY,people,10,10,Ministry of Hills
2031-01-02,2031-01-04,2031-01-01,killed,cumulative,,Hill Country,SY,people,12,12,Ministry of Hills
2031-01-03,2031-01-03,2031-01-01,killed,cumulative,,Hill Country,SY,people,9,9,Ministry of Hills
2031-01-03,,,territory held,,Hill Army,Hill Country,SY,percent,45.5,50,Hill Monitor
"""


def ledger(tmp_path: Path) -> Path:
    said("init", tmp_path / "ledger")
    (tmp_path / "tolls.csv").write_text(f"{HEADER}\n{TOLLS}", encoding="utf-8")
    said("import", tmp_path / "ledger", tmp_path / "tolls.csv", "--mapping", "series")
    return tmp_path / "ledger"


def test_each_series_is_a_line_with_its_last_word(tmp_path):
    told = said("series", ledger(tmp_path))
    assert "killed, cumulative since 2031-01-01; Hill Country; people" in told
    assert "2 days, 1 revised, 2031-01-02 to 2031-01-03; last 9 (Ministry of Hills)" in told
    assert "territory held; Hill Army; Hill Country; percent" in told


def test_a_ledger_without_series_says_what_it_has_none_of_and_how_to_get_one(tmp_path):
    said("init", tmp_path / "ledger")
    for how in ([], ["--differences"], ["--format", "json"], ["--format", "csv"]):
        done = cairn("series", tmp_path / "ledger", *how)
        assert done.returncode == 0
        assert done.stderr.startswith(
            "There is no series: no report is read that gives a toll or figure of an area."
        )
        assert "`cairn import FILE --mapping series`" in done.stderr
    assert cairn("series", tmp_path / "ledger").stdout == ""
    assert said("series", tmp_path / "ledger", "--format", "json") == "[]\n"
    assert said("series", tmp_path / "ledger", "--format", "csv").splitlines() == [HEADER]


def test_a_measure_is_told_point_by_point_and_as_it_was_said_by_a_day(tmp_path):
    here = ledger(tmp_path)
    assert "2031-01-02                  12  Ministry of Hills" in said("series", here, "--measure", "killed")
    early = said("series", here, "--measure", "killed", "--said-by", "2031-01-03")
    assert "2031-01-02                  10  Ministry of Hills" in early


def test_a_fall_is_told_as_a_revision(tmp_path):
    told = said("series", ledger(tmp_path), "--measure", "killed", "--differences")
    assert "fell from 12 to 9: a revision, not deaths undone" in told


def test_what_is_written_as_csv_can_be_imported_again(tmp_path):
    written = said("series", ledger(tmp_path), "--format", "csv")
    (tmp_path / "again.csv").write_text(written, encoding="utf-8")
    said("init", tmp_path / "other")
    said("import", tmp_path / "other", tmp_path / "again.csv", "--mapping", "series")
    assert said("series", tmp_path / "other", "--format", "csv") == written


def test_json_holds_the_revisions_and_the_words(tmp_path):
    [killed, held] = json.loads(said("series", ledger(tmp_path), "--format", "json"))
    assert killed["revisions"][0]["before"]["value"] == [10, 10]
    assert held["points"][0] == {
        "date": "2031-01-03",
        "value": [45.5, 50],
        "said": [{"by": "Hill Monitor", "value": [45.5, 50], "words": "45.5–50"}],
    }


def test_a_series_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    here = ledger(tmp_path)
    assert "No series is of that" in refused("series", here, "--measure", "displaced")
    assert "No cumulative count" in refused("series", here, "--measure", "territory held", "--differences")


def test_tolls_and_figures_are_in_no_total(tmp_path):
    told = said("total", ledger(tmp_path), "--grade", "all", "--provisional", "--format", "json")
    assert json.loads(told)["total"]["killed"] == [0, 0]
