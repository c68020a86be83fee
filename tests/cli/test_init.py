"""`cairn init`: a ledger that says what it watches."""

import tomllib

from tests.cli.commands import refused, said


def test_what_a_ledger_watches_stands_in_its_cairn_toml(tmp_path):
    told = said(
        "init",
        tmp_path / "north",
        "--name",
        "North",
        "--country",
        "SY",
        "--country",
        "IQ",
        "--from",
        "2014-08",
    )
    assert "Made the ledger" in told
    written = tomllib.loads((tmp_path / "north" / "cairn.toml").read_text(encoding="utf-8"))
    assert (written["name"], written["countries"]) == ("North", ["SY", "IQ"])
    assert written["window"] == {"start": "2014-08"}


def test_a_date_that_is_none_is_refused_before_anything_is_made(tmp_path):
    assert "2917" in refused("init", tmp_path / "north", "--from", "2917-01")
    assert not (tmp_path / "north").exists()


def test_a_second_ledger_in_the_same_folder_is_refused(tmp_path):
    said("init", tmp_path / "north")
    assert "is a ledger already" in refused("init", tmp_path / "north")


def test_a_country_that_is_no_code_is_refused_before_anything_is_made(tmp_path):
    assert "two capital letters" in refused("init", tmp_path / "north", "--country", "Syria")
    assert not (tmp_path / "north").exists()
