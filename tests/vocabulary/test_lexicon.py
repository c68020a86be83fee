"""Every phrase of a language with all it can mean to the grammar."""

from __future__ import annotations

import pytest

from cairn.exceptions import BadVocabulary
from cairn.extract.words import words
from cairn.values import Group, Harm, Quantifier, Status
from cairn.vocabulary import lexicon as lexicon_module
from cairn.vocabulary.lexicon import lexicon


def sense(text, language):
    keys = [word.key for word in words(text)]
    return lexicon(language).at(keys, 0)


def test_a_word_for_people_says_how_many_and_who():
    boy = sense("boy", "eng").value.people
    assert (boy.how_many, boy.group, boy.gender) == (1, Group.CHILDREN, "male")
    assert sense("soldiers", "eng").value.people.status is Status.COMBATANT
    assert sense("طفلان", "ara").value.people.how_many == 2


def test_a_word_for_harm_says_which_and_where_its_people_stand():
    killing = sense("killing", "eng").value
    assert (killing.harm, killing.frame) == ((Harm.KILLED,), "after")


def test_the_longest_phrase_is_found_first():
    found = sense("at least nine", "eng")
    assert (found.value.quantifier, found.length) == (Quantifier.AT_LEAST, 2)


def test_a_small_word_that_hangs_on_another_is_told_apart():
    found = sense("والجرحى", "ara")
    assert found.hung == "وال"
    assert found.value.harm == (Harm.INJURED,)


def test_words_of_another_script_are_known_beside_a_language():
    assert sense("killed", "ara").value.harm == (Harm.KILLED,)
    assert sense("مقتل", "eng").value.harm == (Harm.KILLED,)


def test_a_file_that_names_a_group_nobody_knows_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(
        lexicon_module, "section", lambda code, name: {"words": [{"group": "giants", "one": ["giant"]}]}
        if name == "people" else {},
    )  # fmt: skip
    with pytest.raises(BadVocabulary, match=r"giants.*eng\.yml.*children"):
        dict(lexicon_module._read("eng"))


def test_a_word_that_yaml_takes_for_true_is_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(
        lexicon_module, "section", lambda code, name: {"words": {True: 10}} if name == "numbers" else {}
    )
    with pytest.raises(BadVocabulary, match=r"tur\.yml.*quotes"):
        dict(lexicon_module._read("tur"))


def test_accents_tell_no_words_apart_so_each_has_the_senses_of_both():
    assert {"preposition", "range to", "adverb"} <= sense("à", "fra").value.signs


def test_an_ending_hangs_on_a_number_and_on_a_word_for_people():
    assert sense("binden", "tur").value.scale == 1000
    assert sense("sivilin", "tur").value.people.status is Status.CIVILIAN
