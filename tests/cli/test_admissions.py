import io
import json
import sys

import pytest

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
