"""JSON lines in, JSON lines out: one line out for each line in, whatever comes in."""

import io
import json
import sys

import pytest

from tests.cli.commands import cairn

TOLD = "Four people were killed on 14 March 2021 when shells hit Aleppo."
HOSTILE = {
    "half a character in the text": json.dumps({"id": "a", "text": f"\ud83d {TOLD}"}),
    "half a character in the id": json.dumps({"id": "\ud800", "text": TOLD}),
    "half a character in the place of JSON": '"\ud83d"'.encode("utf-8", "surrogatepass"),
    "a number of 5,000 digits": '{"id": 1' + "0" * 5000 + ', "text": "x"}',
    "brackets without end": "[" * 100_000,
    "a line cut in half": '{"id": "a", "text": "Four peo',
    "no object": "null",
    "an id that is a list": json.dumps({"id": ["a"], "text": TOLD}),
    "countries that are no list": json.dumps({"id": "a", "text": TOLD, "countries": 5}),
    "countries that are no words": json.dumps({"id": "a", "text": TOLD, "countries": [1, None]}),
    "a language nobody speaks": json.dumps({"id": "a", "text": TOLD, "language": ["tlh"]}),
    "the year 2917": json.dumps({"id": "a", "text": TOLD, "published": "2917-01-01"}),
    "a count of 400 digits": json.dumps({"id": "a", "text": f"At least {'9' * 400} people were killed."}),
    "nothing but NUL": json.dumps({"id": "a", "text": "\0"}),
}


@pytest.mark.parametrize("command", ["extract", "link", "assess", "admissions"])
@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_line_is_answered_and_the_next_one_too(command, line, monkeypatch):
    said = [
        line if isinstance(line, bytes) else line.encode(),
        json.dumps({"id": "b", "text": TOLD}).encode(),
    ]
    if command == "assess":
        said = [b'{"id": "x", "reports": [' + each + b"]}" for each in said]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(said))))
    done = cairn(command, "--jsonl")
    written = done.stdout.encode("utf-8").splitlines()  # raises where a terminal or a file would
    answers = [json.loads(each) for each in written]
    assert len(answers) == 2
    assert [each for each in answers if "error" not in each]
    assert "Traceback" not in done.stderr


def test_what_half_a_character_stood_beside_keeps_its_place(monkeypatch):
    text = f"\ud83d {TOLD}"
    line = json.dumps({"id": "a", "text": text})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    (claim,) = json.loads(cairn("extract", "--jsonl").stdout)["claims"]
    assert text[claim["start"] : claim["end"]] == claim["phrase"]


def test_evidence_without_an_id_or_without_reports_is_refused_in_a_sentence(monkeypatch):
    said = [{"reports": []}, {"id": "a", "reports": 5}, {"id": "b", "countries": "SY", "reports": []}]
    lines = "\n".join(map(json.dumps, said)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    refused = [json.loads(line)["error"] for line in cairn("assess", "--jsonl").stdout.splitlines()]
    assert ["no id" in refused[0], "no list of reports" in refused[1], "countries" in refused[2]] == [
        True
    ] * 3
