import io
import json
import sys

import pytest

from tests.archive.pdfs import pdf_of
from tests.cli.commands import cairn

LINE = "Mar. 14, 2021, near Qarn, Syria, via media report. Regrettably, four civilians were killed. 4411/XZ12"
TABLE = "airwars_id,code,previous_codes,date,location_en,lat,lon\n77,XZ12,Z1,2021-03-14,Qarn,34.5,38.2\n"


@pytest.fixture
def answers(monkeypatch):
    def ask(lines, *words):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
        done = cairn("admissions", "--jsonl", *words)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return ask


def test_a_line_is_answered_whole_without_any_incidents_to_match(answers):
    (answer,) = answers([json.dumps({"id": "1", "text": LINE, "published": "2021-05-01"})])
    assert answer["verdict"] == "credible"
    assert answer["conceded_killed"] == [4, 4]
    assert answer["date"] == "2021-03-14"
    assert (answer["match"], answer["incidents"]) == ("new", [])
    assert {"mgrs", "lat_lon", "place", "conceded_injured", "codes"} <= set(answer)


def test_a_line_that_cannot_be_read_does_not_stop_the_rest(answers):
    said = ['{"id": "1", "text": "cut', json.dumps({"id": "2"}), json.dumps({"id": "3", "text": LINE})]
    first, second, third = answers(said)
    assert "JSON" in first["error"]
    assert (second["id"], "no text" in second["error"]) == ("2", True)
    assert third["verdict"] == "credible"


def test_a_line_is_matched_to_a_table_of_incidents_by_its_old_or_new_code(answers, tmp_path):
    table = tmp_path / "incidents.csv"
    table.write_text(TABLE, "utf-8")
    said = [
        json.dumps({"id": code, "text": f"No strikes were conducted. {code}"}) for code in ("XZ12", "ZZ99")
    ]
    known, unknown = answers(said, "--against", table)
    assert (known["match"], known["incidents"]) == ("matched", ["77"])
    assert (unknown["match"], unknown["incidents"]) == ("none", [])


PERIODIC = """Alliance report on civilian casualties of March 2021
It carried over 12 open reports, received 5 new reports and completed 7 reports. 11 reports are still open.

Credible (1)
Mar. 14, 2021, near Qarn, Syria, via media report. Regrettably, four civilians were killed. 4411/XZ12

Non-credible (2)
Mar. 15, 2021, near Qarn, Syria, via media report. (4412)

Duplicates
Mar. 16, 2021, near Qarn, Syria. A duplicate of report 4411. (4413)
"""


def test_a_periodic_report_is_read_line_by_line_and_held_against_its_own_counts(tmp_path):
    (tmp_path / "march.txt").write_text(PERIODIC, "utf-8")
    (tmp_path / "incidents.csv").write_text(TABLE, "utf-8")
    done = cairn("admissions", tmp_path / "march.txt", "--against", tmp_path / "incidents.csv")
    said = done.stdout.splitlines()
    assert done.returncode == 0 and said[0] == "march.txt: 3 lines on allegations"
    assert said[1].split("  ")[1:] == [
        "credible",
        "2021-03-14",
        "Qarn",
        "killed 4, injured 0",
        "no. 4411",
        "matched 77: code XZ12",
    ]
    assert said[2].startswith("  non-credible  2021-03-15  Qarn  killed 0, injured 0  no. 4412")
    assert said[3].endswith("no. 4413  matched 77: duplicate of report 4411, seen before")
    assert said[4:] == [
        "  march.txt does not add up: it says 11 are open now, but 12 carried over + 5 new − 7 completed are "
        "10. Compare it with the report.",
        "  march.txt does not add up: it says 2 are non-credible, but 1 line stands there. "
        "Compare it with the report.",
    ]


def test_a_periodic_report_may_be_a_pdf(tmp_path):
    (tmp_path / "march.pdf").write_bytes(pdf_of(PERIODIC.splitlines()))
    done = cairn("admissions", tmp_path / "march.pdf")
    assert "march.pdf: 3 lines on allegations" in done.stdout
    assert "credible  2021-03-14  Qarn  killed 4" in done.stdout


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "b.txt").write_text("Two people were killed at the mill.", "utf-8")
    done = cairn("admissions", tmp_path / "a.pdf", tmp_path / "b.txt")
    assert done.returncode == 1
    assert "a.pdf: it is broken" in done.stderr
    assert "b.txt: no line in it gives a verdict" in done.stdout


@pytest.mark.parametrize("words", [("x.txt", "--jsonl"), ("x.txt", "--published", "soon")])
def test_what_cannot_be_asked_is_said(words):
    assert cairn("admissions", *words).returncode == 1
