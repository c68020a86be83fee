"""The demo does the whole job in one command, and doing it twice doubles nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def demo(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cairn.cli", "demo", str(folder)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    return folder, demo(folder)


def incidents(folder: Path) -> dict[str, dict]:
    lines = (folder / "site" / "data" / "incidents.jsonl").read_text("utf-8").splitlines()
    return {said["codes"][0]: said for said in map(json.loads, lines)}


def test_the_demo_prints_totals_and_the_address_of_the_site(made):
    folder, said = made
    assert "fair + confirmed, every belligerent" in said
    assert "Nothing was tampered with" in said
    assert (folder / "site" / "index.html").resolve().as_uri() in said


def test_the_example_ledger_has_an_incident_of_each_grade(made):
    folder, _ = made
    grades = {said["finding"]["grade"] for said in incidents(folder).values()}
    assert grades == {"confirmed", "fair", "weak", "contested", "discounted", "no harm alleged"}


def test_the_example_ledger_has_two_belligerents_and_two_languages(made):
    folder, _ = made
    named = {
        party["name"]
        for said in incidents(folder).values()
        for party in said["finding"].get("belligerents", [])
    }
    assert {"US-led Coalition", "Russian Military"} <= named
    assert {"en", "ar"} <= {path.name for path in (folder / "site").iterdir()}


def test_the_coalition_is_on_record_for_the_ten_civilians_near_raqqa(made):
    folder, _ = made
    (near_raqqa,) = [said for code, said in incidents(folder).items() if code.startswith("SY20170512")]
    assert near_raqqa["finding"]["killed"] == [10, 10]
    assert near_raqqa["finding"]["grade"] == "confirmed"
    assert near_raqqa["concessions"][0]["killed"] == [10, 10]


def test_an_aggregate_toll_is_in_no_incident(made):
    folder, _ = made
    assert max(said["finding"].get("killed", [0, 0])[1] for said in incidents(folder).values()) < 624


def test_a_second_demo_doubles_nothing(made):
    folder, _ = made
    before = incidents(folder)
    said = demo(folder)
    assert "0 reports collected" in said and "0 findings proposed" in said
    assert incidents(folder) == before
