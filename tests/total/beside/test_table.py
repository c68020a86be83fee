"""What stands beside the record, as it is read and as files."""

from __future__ import annotations

import csv
import io
import json

from cairn.total import Question
from cairn.total.beside.compared import beside
from cairn.total.beside.conceding import Word
from cairn.total.beside.files import beside_as_csv, beside_as_json
from cairn.total.beside.stated import Stated
from cairn.total.beside.table import APART, beside_as_text
from cairn.values import Concession, PartialDate, Range, Verdict
from tests.total.made import incident

NORTH, SOUTH = "Northern Air Force", "Southern Army"
INCIDENTS = [incident("a", Range(1200, 1300), conceded=700), incident("b", None), incident("c", Range(2, 2))]
WORDS = [
    Word("a", Concession(NORTH, Verdict.CREDIBLE, Range.exactly(700), None, PartialDate("2017-06-11"))),
    Word("b", Concession(NORTH, Verdict.NON_CREDIBLE)),
    Word(None, Concession(NORTH, Verdict.OPEN)),
]
STATED = [
    Stated(
        Range.at_least(624), NORTH, (NORTH,), own=True, said_on=PartialDate("2017-08"), words="624 people"
    ),
    Stated(Range(9000, 9500), "the council", (NORTH, SOUTH), words="nine thousand"),
]
FOUND = beside(INCIDENTS, WORDS, STATED, Question(belligerents=(NORTH,)))


def test_every_figure_stands_on_a_line_of_its_own():
    text = beside_as_text(FOUND)
    for line in (
        "recorded, fair + confirmed        1,202–1,302 killed, 3 incidents, in 1 nobody says how many",
        "conceded in these incidents       700 killed, 1 incident\n",
        "its own stated total              at least 624 killed, says Northern Air Force, 2017-08: “624",
        "9,000–9,500 killed by Northern Air Force and Southern Army together, says the council, day unknown",
        "2 of 3 (67%): 1 credible, 1 non-credible, 1 without a word",
        "statements on no single incident  1: 1 open",
        "middle 30 days, quartiles 30 and 30, of 1 admitted; 2 not admitted",
        "in the same 1 incident            recorded 1,200–1,300, conceded 700: 1.71 recorded at least",
        "conceded below our minimum        1 incident\n",
    ):
        assert line in text, line
    assert text.endswith(f"{APART}\nWhat is not admitted yet is in no middle: the wait for all is longer.")


def test_months_and_incidents_are_told_where_one_alone_was_asked_for():
    assert "    a                               recorded 1,200–1,300, conceded 700" in beside_as_text(FOUND)
    several = beside([*INCIDENTS, incident("d", by=(SOUTH,))], WORDS)
    assert "    a  " not in beside_as_text(several)
    assert "2017-05 " not in beside_as_text(several)


def test_nothing_known_is_said_in_a_sentence():
    assert beside_as_text([]).startswith("Nobody is accused")
    assert beside_as_json([])["belligerents"] == []
    assert beside_as_csv([]) == "belligerent\r\n"


def test_the_json_holds_every_part():
    [north] = json.loads(json.dumps(beside_as_json(FOUND)))["belligerents"]
    assert north["conceded_in_incidents"] == {"incidents": 1, "killed": [700, 700]}
    assert north["stated_now"]["killed"] == [624, None]
    assert [one["of"] for one in north["stated_by_others"]] == [[NORTH, SOUTH]]
    assert north["allegations"]["silent"] == 1
    assert north["lag"]["by_month"]["2017-05"]["quartile_days"] == [30, 30, 30]
    assert [one["code"] for one in north["conceded_below_minimum"]] == ["a"]


def test_the_csv_has_a_row_for_each_and_leaves_the_unknown_empty():
    [row] = csv.DictReader(io.StringIO(beside_as_csv(FOUND)))
    assert (row["stated_killed_min"], row["stated_killed_max"]) == ("624", "")
    assert (row["alleged_killed_min"], row["conceded_killed_max"], row["silent"]) == ("1202", "700", "1")
