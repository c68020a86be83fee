import io
import json
import sys

import pytest

from tests.cli.commands import cairn

TOLD = {
    "1": "On 14 March 2021 shells hit the bread market of Aleppo and killed four people, residents said.",
    "2": "Four people were killed on 14 March 2021 when shells hit Aleppo's bread market.",
    "3": "Schools in Aleppo open again in autumn.",
}


@pytest.fixture
def answers(monkeypatch):
    def ask(lines):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
        done = cairn("link", "--jsonl")
        return [json.loads(line) for line in done.stdout.splitlines()]

    return ask


def lines(**more):
    return [json.dumps({"id": id, "text": text, "countries": ["SY"], **more}) for id, text in TOLD.items()]


def test_reports_of_one_strike_bear_one_label_and_others_none(answers):
    said = {answer["id"]: answer for answer in answers(lines())}
    assert said["1"]["incidents"] == said["2"]["incidents"] != []
    assert said["3"]["incidents"] == []


def test_each_line_is_answered_even_if_it_is_cut_or_comes_twice(answers):
    said = answers([*lines(), '{"id": "4", "te', lines()[0]])
    refused = [answer for answer in said if "error" in answer]
    assert "JSON" in refused[0]["error"]
    assert (refused[1]["id"], "came before" in refused[1]["error"]) == ("1", True)
    assert sorted(answer["id"] for answer in said if "incidents" in answer) == ["1", "2", "3"]
