"""Marked words in a terminal without colours: every bracket that opens closes, and says whose it is."""

from __future__ import annotations

from cairn.cli.in_terminal import harmless, marked
from cairn.extract.explain import explain
from cairn.values import Claim, Harm, Quantifier, Range, Reading, ReportText, Span

TEXT = "Four people, two of them children, died."


def claims(*spans):
    return tuple(
        Claim(Harm.KILLED, Range(1, 1), Quantifier.EXACT, Span.of(TEXT, start, end)) for start, end in spans
    )


def shown(*spans, furniture=()):
    reading = Reading("eng", claims=claims(*spans), furniture=furniture)
    return marked(explain(ReportText("1", TEXT), reading).text).plain


def test_a_claim_inside_another_is_a_bracket_inside_a_bracket():
    assert shown((0, 39), (13, 33)) == "[1 Four people, [2 two of them children], died]."


def test_of_two_that_cross_the_one_that_closes_first_says_whose_it_is():
    assert shown((0, 16), (5, 33)) == "[1 Four [2 people, two 1] of them children], died."


def test_two_that_begin_and_end_together_nest():
    assert shown((0, 4), (0, 4)).startswith("[1 [2 Four]] people")


def test_what_the_page_added_stands_in_braces_and_they_close():
    assert shown(furniture=((0, 11),)) == "{Four people}, two of them children, died."
    assert shown(furniture=((34, 40),)).endswith("{ died.}")


def test_orders_to_the_terminal_are_no_words():
    assert harmless("a\x1b[2J\x9bb\rc\n\td\u202ee") == "a�[2J�b�c\n\tde"
