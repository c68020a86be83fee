"""A text is cut where spans begin and end, and put together again it is the text."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from cairn.values.span import stretches

TEXT = "Four people, two of them children, died."


def cut(*spans):
    return [(each.text, each.over) for each in stretches(TEXT, spans, 0, len(TEXT))]


def test_a_span_inside_another_lies_over_it():
    assert cut((0, 11), (5, 11))[:2] == [("Four ", (0,)), ("people", (0, 1))]


def test_the_longer_of_two_that_begin_together_is_the_outer():
    assert cut((0, 4), (0, 11))[0] == ("Four", (1, 0))


def test_spans_that_cross_share_what_both_cover():
    assert cut((0, 11), (5, 16))[:3] == [("Four ", (0,)), ("people", (0, 1)), (", two", (1,))]


def test_a_span_that_is_not_whole_in_the_part_or_empty_is_not_laid():
    assert [each.over for each in stretches(TEXT, [(0, 11), (6, 6)], 5, 16)] == [()]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_stretches_put_together_are_the_text_and_say_what_covers_them(text, spans):
    found = list(stretches(text, spans, 0, len(text)))
    assert "".join(each.text for each in found) == text
    at, begun, ended = 0, [], []
    for each in found:
        covering = {k for k, (a, b) in enumerate(spans) if a <= at and at + len(each.text) <= b <= len(text)}
        assert set(each.over) == covering
        begun, ended, at = [*begun, *each.begins], [*ended, *each.ends], at + len(each.text)
    laid = [k for k, (a, b) in enumerate(spans) if a < b <= len(text)]
    assert sorted(begun) == sorted(ended) == laid
