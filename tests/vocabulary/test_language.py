"""A language is a file; where there is none, nothing is known and nothing breaks."""

from __future__ import annotations

import pytest

from cairn.vocabulary.language import languages, section, sections, three_letters


@pytest.mark.parametrize(("said", "code"), [("en", "eng"), ("en-GB", "eng"), ("AR", "ara"), ("ukr", "ukr")])
def test_a_language_has_one_code_however_it_is_said(said, code):
    assert three_letters(said) == code


def test_english_and_arabic_have_their_files():
    assert {"eng", "ara"} <= set(languages())


def test_a_language_without_a_file_has_no_sections():
    assert sections("xxx") == {}
    assert section("xxx", "people") == {}


@pytest.mark.parametrize("code", languages())
def test_no_word_of_a_file_was_taken_for_yes_or_no(code):
    """YAML reads a bare `on` or `no` as a truth value; a word must be quoted then."""

    def truths(value):
        if isinstance(value, dict):
            return [found for each in value.values() for found in truths(each)]
        if isinstance(value, list):
            return [each for each in value if isinstance(each, bool)] + [
                found for each in value if not isinstance(each, bool) for found in truths(each)
            ]
        return []

    grammar = ("numbers", "vague", "quantifiers", "harm", "signs", "scope", "names")
    for name in grammar:
        assert truths(section(code, name)) == [], name
