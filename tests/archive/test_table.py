"""Tables of reports, as people export them."""

from __future__ import annotations

import pytest

from cairn.archive.readable import Readable, readable
from cairn.exceptions import BadInput

TABLE = """id,Text,published,countries,mood
a,"Two people, brothers, were killed.
Their house burnt down.",2017-05-12,"SY, IQ",grim

b,"He said ""three"" died.",2017-05,,
"""


def read(table: str | bytes, kind: str = "text/csv") -> list[Readable | BadInput]:
    return [*readable(table.encode() if isinstance(table, str) else table, kind, {}, "t.csv")]


def test_each_row_is_a_report_with_its_number():
    first, second = read(TABLE)
    assert isinstance(first, Readable) and isinstance(second, Readable)
    assert (first.part, second.part) == (1, 3)
    assert first.report.text == "Two people, brothers, were killed.\nTheir house burnt down."
    assert first.report.countries == ("SY", "IQ")
    assert second.report.text == 'He said "three" died.'
    assert str(second.report.published) == "2017-05"


def test_columns_that_are_not_read_are_named_once():
    first, second = read(TABLE)
    assert isinstance(first, Readable) and isinstance(second, Readable)
    assert "mood" in first.remarks[0] and second.remarks == ()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_semicolons_and_tabs_are_as_good_as_commas(delimiter):
    (found,) = read(f"id{delimiter}text\n1{delimiter}Two dead, one hurt.\n")
    assert isinstance(found, Readable) and found.report.text == "Two dead, one hurt."


def test_a_table_from_a_spreadsheet_bears_a_mark_and_another_line_break():
    (found,) = read("\ufefftext;id\r\nقُتل اثنان;1\r\n")
    assert isinstance(found, Readable) and found.report.text == "قُتل اثنان"


def test_a_table_without_words_says_which_column_is_wanted():
    (refusal,) = read("id,body\n1,Two dead.\n")
    assert isinstance(refusal, BadInput) and "id, body" in str(refusal)


def test_a_faulty_row_is_named_and_the_others_are_read():
    found = read("id,text\n1,Two dead, one hurt.\n2,Three dead.\n3,\n")
    assert [type(one) for one in found] == [BadInput, Readable, BadInput]
    assert str(found[0]).startswith("t.csv, row 1: it has 3 cells")


def test_a_cell_as_long_as_a_book_is_read():
    (found,) = read('text\n"' + "word " * 100_000 + '"\n')
    assert isinstance(found, Readable) and len(found.report.text) == 500_000
