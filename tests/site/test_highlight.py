"""A mark on a report's words never lies."""

import hypothesis.strategies as st
from hypothesis import given

from cairn.site.highlight import WHOLE_UP_TO, pieces
from cairn.values import Span

NEWS = "It was calm. Four people died, a nurse said. Rain fell 3.5 hours later."


def of(text, words):
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def test_a_claim_is_marked_in_the_sentence_that_holds_it():
    found = pieces(NEWS, [of(NEWS, "Four people")])
    assert [piece.text for piece in found if piece.claims] == ["Four people"]
    assert "".join(piece.text for piece in found if piece.sentence) == "Four people died, a nurse said."


def test_a_full_stop_inside_a_number_ends_no_sentence():
    found = pieces(NEWS, [of(NEWS, "hours")])
    assert "".join(piece.text for piece in found if piece.sentence) == "Rain fell 3.5 hours later."


def test_a_claim_inside_another_is_marked_as_both():
    found = pieces(NEWS, [of(NEWS, "Four people died"), of(NEWS, "people")])
    assert [piece.claims for piece in found if piece.claims] == [(1,), (1, 2), (1,)]
    assert [piece.begins for piece in found if piece.begins] == [(1,), (2,)]


def test_words_that_do_not_stand_in_the_text_are_not_marked():
    assert not any(piece.claims for piece in pieces(NEWS, [Span(0, 4, "Five")]))


def test_of_a_long_report_the_neighbourhood_of_its_claims_is_shown_and_the_gaps_say_so():
    text = "Calm. " * 2000 + "One man died. " + "Calm. " * 2000
    found = pieces(text, [of(text, "One man")])
    assert sum(len(piece.text) for piece in found) < WHOLE_UP_TO
    assert sum(len(piece.text) + piece.left_out for piece in found) == len(text)
    assert found[0].left_out and found[-1].left_out


def test_a_report_without_words_has_no_pieces():
    assert pieces("", []) == []


@given(st.text(max_size=6000), st.lists(st.tuples(st.integers(0, 6000), st.integers(1, 40)), max_size=6))
def test_pieces_put_together_are_the_report(text, marks):
    spans = [Span.of(text, start, start + length) for start, length in marks]
    found = pieces(text, spans)
    at = 0
    for piece in found:
        assert piece.left_out or piece.text == text[at : at + len(piece.text)]
        at += len(piece.text) + piece.left_out
    assert at == len(text)
    marked = {number for piece in found for number in piece.claims}
    assert marked == {number for number, span in enumerate(spans, 1) if span.stands_in(text)}
