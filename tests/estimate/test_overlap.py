import pytest

from cairn.estimate.overlap import OverlapTable, table_from_dense, table_of
from cairn.exceptions import BadInput


def test_people_on_linked_lists_are_counted_by_the_lists_they_are_on():
    table = table_of({"hospital": ["a", "b", "c"], "survey": ["b", "d"], "press": ["b", "c"]})
    assert table.counts == {"100": 1, "111": 1, "101": 1, "010": 1}
    assert table.n == 4
    assert table.sizes.tolist() == [3, 2, 2]
    assert table.shared[0, 2] == 2


def test_the_hash_does_not_depend_on_the_order_of_rows():
    one = OverlapTable(("a", "b", "c"), {"100": 3, "010": 2})
    other = OverlapTable(("a", "b", "c"), {"010": 2, "100": 3, "111": 0})
    assert one.sha256 == other.sha256
    assert one.sha256 != OverlapTable(("a", "b", "c"), {"010": 3, "100": 2}).sha256


def test_leaving_a_list_out_forgets_those_it_alone_recorded():
    table = OverlapTable(("a", "b", "c"), {"100": 5, "110": 2, "111": 1})
    assert table.without(0).counts == {"10": 2, "11": 1}
    assert table.only([2, 1]).counts == {"01": 2, "11": 1}


def test_dense_counts_and_patterns_say_the_same(three_lists):
    assert table_from_dense(three_lists.lists, three_lists.dense).counts == three_lists.counts


@pytest.mark.parametrize(
    ("pattern", "count", "said"),
    [
        ("10", 4, "not 3 noughts and ones"),
        ("1x0", 4, "not 3 noughts and ones"),
        ("100", -4, "whole number"),
        ("100", 2.5, "whole number"),
        ("000", 7, "on no list"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(pattern, count, said):
    with pytest.raises(BadInput, match=said):
        OverlapTable(("a", "b", "c"), {pattern: count})
