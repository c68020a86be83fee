"""The words around a place, and its name in another case."""

from __future__ import annotations

import pytest

from cairn.vocabulary.fold import fold
from cairn.vocabulary.where_words import no_places, uninflected

CASES = [
    # as it stands in a sentence, as it is called, why
    ("Харькове", "Харьков", "a Russian locative"),
    ("Ракке", "Ракка", "a feminine one"),
    ("Сирии", "Сирия", "a country"),
    ("Харкові", "Харків", "a Ukrainian vowel that opens"),
    ("Києва", "Київ", "and another"),
    ("Дніпру", "Дніпро", "a neuter dative"),
]


@pytest.mark.parametrize(("bent", "name", "why"), CASES)
def test_a_name_in_any_case_may_be_what_no_case_bends(bent, name, why):
    assert fold(name) in uninflected(fold(bent)), why


def test_what_is_called_so_already_comes_first():
    assert uninflected("херсон")[0] == "херсон"


def test_a_language_may_say_that_its_own_words_name_no_place():
    assert "une" in no_places("fra")
    assert no_places("eng") == no_places(None) == frozenset()
