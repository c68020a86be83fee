import pytest

from cairn.estimate.overlap import OverlapTable
from cairn.estimate.overlap_csv import read_table, write_table
from cairn.exceptions import BadInput


def test_a_table_of_patterns_is_read():
    table = read_table("pattern,count\n100,5\n011,2\n000,\n")
    assert table.lists == ("list 1", "list 2", "list 3")
    assert table.counts == {"100": 5, "011": 2}


def test_a_table_with_a_column_for_each_list_is_read_with_their_names():
    table = read_table('\ufeff"north","south","press","count"\n1,0,0,5\n0,1,1,2\n0,0,0,NA\n')
    assert table.lists == ("north", "south", "press")
    assert table.counts == {"100": 5, "011": 2}


def test_a_table_that_is_written_is_read_as_it_was(three_lists):
    assert read_table(write_table(three_lists)).sha256 == three_lists.sha256


def test_the_name_of_a_list_may_hold_a_comma():
    table = OverlapTable(("Example News, Qarn", 'the "survey"'), {"10": 3, "01": 4, "11": 2})
    assert read_table(write_table(table)) == table


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("pattern,count\n", "empty"),
        ("pattern,people\n100,5\n", "columns"),
        ("pattern,count\n100,five\n", "row 2"),
        ("pattern,count\n100,-5\n", "row 2: -5 people"),
        ("pattern,count\n100,2.5\n", "whole number"),
        ("pattern,count\n100,1e400\n", "whole number"),
        ("pattern,count\n100,nan\n", "whole number"),
        ("pattern,count\n100,5\n100,6\n", "twice"),
        ("pattern,count\n100,5,7\n", "3 cells"),
        ("pattern,count\n100,5\n11,6\n", "leading noughts"),
        ("pattern,count\n100,5\n000,6\n", "on no list"),
    ],
)
def test_a_table_that_cannot_be_is_refused_in_a_sentence(text, said):
    with pytest.raises(BadInput, match=said):
        read_table(text, "lists.csv")
