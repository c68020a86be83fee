"""A text as words: keys for look-up, offsets into what was written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.extract.words import words, words_outside

KEYS = [
    # text, keys, why
    ("Killed 1,200 men.", ["killed", "1200", "men", "."], "a grouped number is one number"),
    ("ki11ed", ["killed"], "digits stand for the letters they look like"),
    ("U.S. forces", ["u.s.", "forces"], "initials are one word"),
    ("the man's son", ["the", "man's", "son"], "a possessive stays with its noun"),
    ("10-15", ["10", "-", "15"], "a range is two numbers and a mark"),
    ("استـ ـشهـ ـاد", ["استشهاد"], "strokes on both sides of a blank join the word"),
    ("قصـ.ـف", ["قصف"], "a dot between strokes is no full stop"),
    ("و10 جرحى", ["و", "10", "جرحي"], "a number is cut from the letter that hangs on it"),
    ("п’ять і пʼять", ["п'ять", "і", "п'ять"], "an apostrophe within a Cyrillic word, whichever sign it is"),
    ("Publicقتل ١٢", ["public", "قتل", "12"], "two scripts are two words"),
]


@pytest.mark.parametrize(("text", "keys", "why"), KEYS)
def test_a_word_is_found_however_it_is_written(text, keys, why):
    assert [word.key for word in words(text)] == keys, why


THOUSANDS = [
    # text, marks, keys, why
    ("1 200 morts", " .", ["1200", "morts"], "a blank"),
    ("1\u202f200 morts", "", ["1200", "morts"], "a narrow blank parts them everywhere"),
    ("1.200 muertos", ". ", ["1200", "muertos"], "a stop"),
    ("1.200 muertos", "", ["1.200", "muertos"], "a decimal point in English"),
    ("12.5 km", ". ", ["12.5", "km"], "one digit behind a stop are no thousands"),
    ("12 мая 2017", " ", ["12", "мая", "2017"], "four digits are no thousands"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "marks", "keys", "why"), THOUSANDS)
def test_thousands_are_parted_as_the_language_parts_them(text, marks, keys, why):
    assert [word.key for word in words(text, marks)] == keys, why


@given(st.text(alphabet=st.characters(), max_size=200))
def test_words_lie_in_the_text_in_order_and_miss_nothing(text):
    found = words(text)
    at = 0
    for word in found:
        assert at <= word.start < word.end <= len(text)
        assert not text[at : word.start].strip()
        at = word.end
    assert not text[at:].strip()


def test_letters_that_only_end_an_arabic_word_part_lines_that_a_page_ran_together():
    text = "قصف على عين عيسىإصابة رجل في الحسكةاستشهد طفل"
    assert [text[word.start : word.end] for word in words(text)] == [
        "قصف", "على", "عين", "عيسى", "إصابة", "رجل", "في", "الحسكة", "استشهد", "طفل",
    ]  # fmt: skip
    assert [word.key for word in words("مدرسةٌ وقذيفةً")] == ["مدرسه", "وقذيفه"]


def test_words_outside_some_stretches_are_those_that_begin_in_none():
    found = words("one two three four five")
    assert [word.key for word in words_outside(found, [(0, 4), (8, 14)])] == ["two", "four", "five"]
    assert words_outside(found, []) is found


@pytest.mark.parametrize(
    ("piece", "end", "thousands"),
    [("234,", "x", ""), ("234 ", "2345", " "), ("a1", "@", ""), ("a11", "9", "")],
)
def test_groups_without_end_are_taken_apart_in_linear_time(piece, end, thousands):
    """Four times as long takes four times the time; tried from each group to the last it would be sixteen."""

    def seconds(times):
        start = time.process_time()
        words("1" + piece * times + end, thousands)
        return time.process_time() - start

    seconds(1_000)
    assert any(seconds(20_000) < 8 * max(seconds(5_000), 0.01) for _ in range(3))
