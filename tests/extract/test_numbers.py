"""How many: numbers in words and figures, with what stands before and after them."""

from __future__ import annotations

import pytest

from cairn.extract.numbers import count_at, too_many_at
from cairn.extract.units import units
from cairn.extract.words import words
from cairn.values import Quantifier, Range
from cairn.vocabulary.lexicon import lexicon

COUNTS = [
    ("12", "eng", Range(12, 12), Quantifier.EXACT),
    ("1,200", "eng", Range(1200, 1200), Quantifier.EXACT),
    ("twenty-five", "eng", Range(25, 25), Quantifier.EXACT),
    ("two hundred and five", "eng", Range(205, 205), Quantifier.EXACT),
    ("three thousand", "eng", Range(3000, 3000), Quantifier.EXACT),
    ("1.5 million", "eng", Range(1_500_000, 1_500_000), Quantifier.EXACT),
    ("at least nine", "eng", Range(9, None), Quantifier.AT_LEAST),
    ("up to eight", "eng", Range(0, 8), Quantifier.UP_TO),
    ("about 50", "eng", Range(50, 50), Quantifier.ABOUT),
    ("between ten and fifteen", "eng", Range(10, 15), Quantifier.BETWEEN),
    ("between 80 and “over 200", "eng", Range(80, 201), Quantifier.BETWEEN),
    ("from ten to as many as 15", "eng", Range(10, 15), Quantifier.BETWEEN),
    ("10-15", "eng", Range(10, 15), Quantifier.BETWEEN),
    ("two or three", "eng", Range(2, 3), Quantifier.BETWEEN),
    ("at least one but possibly up to 12", "eng", Range(1, 12), Quantifier.BETWEEN),
    ("as few as three and as many as nine", "eng", Range(3, 9), Quantifier.BETWEEN),
    ("at least 4 (and up to 6)", "eng", Range(4, 6), Quantifier.BETWEEN),
    ("eight (or nine)", "eng", Range(8, 9), Quantifier.BETWEEN),
    ("ten or more", "eng", Range(10, None), Quantifier.AT_LEAST),
    ("two dozen", "eng", Range(24, 24), Quantifier.EXACT),
    ("a dozen", "eng", Range(12, 12), Quantifier.VAGUE),
    ("dozens of", "eng", Range(12, 24), Quantifier.VAGUE),
    ("خمسة وعشرون", "ara", Range(25, 25), Quantifier.EXACT),
    ("ثلاثة عشر", "ara", Range(13, 13), Quantifier.EXACT),
    ("١٢", "ara", Range(12, 12), Quantifier.EXACT),
    ("ما لا يقل عن 7", "ara", Range(7, None), Quantifier.AT_LEAST),
    ("نحو 80", "ara", Range(80, 80), Quantifier.ABOUT),
    ("العشرات", "ara", Range(12, 24), Quantifier.VAGUE),
]


@pytest.mark.parametrize(("text", "language", "people", "quantifier"), COUNTS)
def test_a_number_and_its_quantifier_are_a_range(text, language, people, quantifier):
    said = units(text, words(text), lexicon(language))
    count = count_at(said, 0, len(said))
    assert count is not None
    assert (count.range, count.quantifier, count.end) == (people, quantifier, len(said))


@pytest.mark.parametrize("text", ["people", "99999999999999", "at least", "3.5", ""])
def test_what_is_no_count_of_people_gives_none(text):
    said = units(text, words(text), lexicon("eng"))
    assert not said or count_at(said, 0, len(said)) is None


@pytest.mark.parametrize("text", ["9" * 400 + " million people", "30 million people", "9" * 5000 + " people"])
def test_a_number_beyond_belief_is_no_count_and_is_known_for_one(text):
    said = units(text, words(text), lexicon("eng"))
    assert count_at(said, 0, len(said)) is None
    beyond = too_many_at(said, 0, len(said))
    assert beyond is not None
    assert said[beyond.end].key == "people"


def test_a_hundred_thousand_digits_end_in_bounded_time():
    text = "7" * 100_000 + " people"
    said = units(text, words(text), lexicon("eng"))
    assert count_at(said, 0, len(said)) is None
