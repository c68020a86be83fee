"""Files as other programs save them: letters, marks between cells, long cells, lines."""

from __future__ import annotations

import pytest

from cairn.exceptions import BadInput
from cairn.exchange import Rejected, load_mapping, read_table

OWN = "kind: incidents\nid: nr\ndate: day\nplace: {name: where}\ncounts: {killed: [low, high]}\n"
TABLE = "nr,day,where,low,high\r\n1,2031-05-04,Tell Mill é,3,5\r\n2,2031-05-05,Ford,1,1\r\n"


def read(tmp_path, stored, mapping=OWN):
    (tmp_path / "own.yml").write_text(mapping, encoding="utf-8")
    (tmp_path / "table.csv").write_bytes(stored)
    return list(read_table(tmp_path / "table.csv", load_mapping(tmp_path / "own.yml")))


@pytest.mark.parametrize(
    ("stored", "mapping"),
    [
        (TABLE.encode("utf-8-sig"), OWN),
        (TABLE.encode("utf-16"), OWN),
        (TABLE.replace(",", "\t").encode("utf-16"), OWN),  # what Excel calls Unicode text
        (TABLE.replace(",", ";").encode(), OWN),
        (TABLE.encode("windows-1252"), OWN + "encoding: windows-1252\n"),
        (TABLE.replace("\r\n", "\n").encode(), OWN),
    ],
)
def test_a_table_says_the_same_however_a_program_saved_it(tmp_path, stored, mapping):
    found = [
        (row.id, row.value.finding.place.name, str(row.value.finding.killed))
        for row in read(tmp_path, stored, mapping)
    ]
    assert found == [("1", "Tell Mill é", "3–5"), ("2", "Ford", "1")]


def test_letters_of_an_unnamed_encoding_are_not_guessed_at(tmp_path):
    with pytest.raises(BadInput, match=r"not UTF-8 text: look at line 2.*encoding: windows-1256"):
        read(tmp_path, TABLE.encode("windows-1252"))


def test_a_cell_of_a_megabyte_is_read_and_a_refusal_quotes_little_of_it(tmp_path):
    long = "Ford " * 200_000
    good, bad = read(
        tmp_path, f"nr,day,where,low,high\n1,2031-05-04,{long},3,5\n2,{long},Ford,1,1\n".encode()
    )
    assert good.value.finding.place.name == long.strip()
    assert isinstance(bad, Rejected)
    assert len(str(bad)) < 400


def test_a_row_with_a_nul_is_refused_and_the_rest_goes_on(tmp_path):
    bad, good = read(tmp_path, TABLE.replace("Tell Mill é", "Tell\0Mill").encode())
    assert str(bad).startswith("line 2 (1): where holds a NUL")
    assert good.id == "2"


def test_two_columns_of_one_name_are_not_told_apart(tmp_path):
    with pytest.raises(BadInput, match="two columns low"):
        read(tmp_path, b"nr,low,low\n1,2,3\n")


@pytest.mark.parametrize(
    ("form", "cell", "day"),
    [
        ("excel", "42867", "2017-05-12"),
        ("DD/MM/YYYY", "12/5/2017", "2017-05-12"),
        ("MM/DD/YYYY", "05/12/2017 14:30", "2017-05-12"),
        ("DD.MM.YYYY", "12.05.2017", "2017-05-12"),
        ("MM/YYYY", "05/2017", "2017-05"),
        ("YYYY", "2017", "2017"),
        ("iso", "٢٠١٧-٠٥-١٢", "2017-05-12"),
        ("DD/MM/YYYY", "۱۲/۵/۲۰۱۷", "2017-05-12"),
    ],
)
def test_a_date_is_read_in_the_order_that_the_mapping_names(tmp_path, form, cell, day):
    [row] = read(
        tmp_path,
        f"nr,day,where,low,high\n1,{cell},Ford,1,1\n".encode(),
        OWN.replace("date: day", f"date: {{column: day, form: {form}}}"),
    )
    assert str(row.value.finding.date) == day


@pytest.mark.parametrize("cell", ["42867", "12/05/2017", "12 May 2017"])
def test_a_date_whose_order_nobody_named_is_refused_with_the_way_to_name_it(tmp_path, cell):
    [bad] = read(tmp_path, f"nr,day,where,low,high\n1,{cell},Ford,1,1\n".encode())
    assert f"day is “{cell}”, which is not a date" in bad.reason
    assert "form: iso, excel" in bad.reason


@pytest.mark.parametrize(("cell", "number"), [("1,234", "1234"), ("3.0", "3"), ("٣", "3")])
def test_a_count_may_be_grouped_by_thousands_or_end_in_a_nought(tmp_path, cell, number):
    [row] = read(tmp_path, f'nr,day,where,low,high\n1,2031,Ford,"{cell}","{cell}"\n'.encode())
    assert str(row.value.finding.killed) == number


@pytest.mark.parametrize("cell", ["1,5", "1.5", "3-5", "1e3", "nan"])
def test_what_is_no_count_of_people_is_never_made_one(tmp_path, cell):
    [bad] = read(tmp_path, f'nr,day,where,low,high\n1,2031,Ford,"{cell}",9\n'.encode())
    assert f"low is “{cell}”" in bad.reason
