"""One answer in three shapes; the question stands on each."""

from __future__ import annotations

import csv
import io

from cairn.total import Axis, Question, as_csv, as_json, as_text, total
from cairn.values import Range
from tests.total.made import incident


def answer():
    known = [
        incident("a", Range(8, 10), groups={"children": Range(1, 2)}),
        incident("b", Range.at_least(1200), country="IQ"),
        incident("c", None, country=None),
    ]
    return total(known, Question(by=(Axis.COUNTRY,)))


def test_json_gives_ranges_as_pairs_and_the_unknown_as_null():
    said = as_json(answer())
    assert said["question"] == "fair + confirmed, every belligerent, every country, whole record"
    assert [row["country"] for row in said["rows"]] == ["IQ", "SY", None]
    assert said["rows"][0]["killed"] == [1200, None]
    assert said["rows"][1] | {"killed": [8, 10], "children_killed": [1, 2]} == said["rows"][1]
    assert said["rows"][2] | {"incidents": 1, "unknown": 1, "killed": None} == said["rows"][2]
    assert said["total"] | {"incidents": 3, "killed": [1208, None], "open_ceilings": 1} == said["total"]


def test_no_incident_at_all_is_nought_and_not_unknown():
    assert as_json(total([]))["total"]["killed"] == [0, 0]


def test_csv_repeats_the_question_on_every_row():
    rows = list(csv.DictReader(io.StringIO(as_csv(answer()), newline="")))
    assert {row["question"] for row in rows} == {answer().heading}
    assert [row["row"] for row in rows] == ["row", "row", "row", "total"]
    assert (rows[0]["killed_min"], rows[0]["killed_max"]) == ("1200", "")


def test_the_table_says_that_it_is_an_envelope_and_why_it_has_no_ceiling():
    text = as_text(answer())
    assert text.startswith(answer().heading)
    assert "at least 1,208" in text
    assert "not a confidence interval" in text
    assert "Incidents with a floor and no ceiling: 1" in text
