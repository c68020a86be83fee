"""A text's words as the grammar sees them, and where its sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.extract.units import sentences, units
from cairn.extract.words import words
from cairn.vocabulary.lexicon import lexicon


def units_of(text, language="eng"):
    return units(text, words(text), lexicon(language))


def test_a_phrase_is_one_unit_and_an_and_that_hangs_on_a_word_is_its_own():
    assert len(units_of("at least nine")) == 2
    text = "وأصيب"
    assert [text[unit.start : unit.end] for unit in units_of(text, "ara")] == ["و", "أصيب"]


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("Five died. Six were hurt.", 2, "a full stop"),
        ("Col. Testi died.", 1, "a title"),
        ("J. Testi died.", 1, "an initial"),
        ("Five died\nSix were hurt", 2, "a line"),
        ("It was a U.S. strike.", 1, "initials"),
        ("هل مات؟ نعم.", 2, "an Arabic question mark"),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, number, why):
    assert len(list(sentences(units_of(text), text))) == number, why


@given(st.text(max_size=200))
def test_units_lie_in_order_and_sentences_hold_each_once(text):
    said = units_of(text)
    assert all(one.start < one.end <= two.start for one, two in pairwise(said))
    assert [unit.place for unit in said] == list(range(len(said)))
    assert [at for first, last in sentences(said, text) for at in range(first, last)] == list(
        range(len(said))
    )
