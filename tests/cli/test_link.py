import io
import json
import sys
from typing import Any

import pytest

from cairn.cli.link import reading_or_fault
from cairn.values import Reading, ReportText
from tests.cli.commands import cairn, refused

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


def test_a_report_that_breaks_the_reading_is_answered_and_the_others_are_read():
    no_text: Any = None  # what no input can bring: the fault would be our own
    answers = [
        reading_or_fault(ReportText(id, text)) for id, text in (("1", no_text), ("2", "Two people died."))
    ]
    assert answers[0]["id"] == "1" and "Report it." in answers[0]["error"]
    assert isinstance(answers[1], Reading) and answers[1].claims


def test_a_ledger_without_doubts_says_so(after_run):
    assert "Nothing is in doubt" in cairn("link", "suggest", after_run).stdout


def test_what_link_is_asked_beside_suggest_is_refused():
    assert "`suggest`" in refused("link", "everything")
