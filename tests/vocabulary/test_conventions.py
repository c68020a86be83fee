"""Conventions are data with a version: what a vague word comes to is looked up, never guessed."""

from __future__ import annotations

import pytest

from cairn.exceptions import BadVocabulary
from cairn.values import Range
from cairn.vocabulary.conventions import conventions, toll_from, up_to_floor, vague_range


@pytest.mark.parametrize(
    ("word", "people"),
    [
        ("several", Range(2, 2)),
        ("many", Range(2, 10)),
        ("dozen", Range(12, 12)),
        ("dozens", Range(12, 24)),
        ("hundreds", Range(100, 200)),
    ],
)
def test_vague_words_are_ranges_by_convention(word, people):
    assert vague_range(word) == people


def test_a_version_that_we_do_not_have_is_refused_with_the_one_we_have():
    with pytest.raises(BadVocabulary, match="version 7; we have 1"):
        conventions("7")


def test_a_vague_word_without_a_line_is_refused_by_name():
    with pytest.raises(BadVocabulary, match="umpteen"):
        vague_range("umpteen")


def test_up_to_has_no_floor_and_a_thousand_is_a_toll():
    assert up_to_floor() == 0
    assert toll_from() == 1000
