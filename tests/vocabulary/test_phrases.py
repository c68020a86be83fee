"""Which phrase begins at a word, the longest first."""

from __future__ import annotations

from cairn.vocabulary.phrases import Phrases, keys_of

KNOWN = Phrases([("air strike", "strike"), ("air", "air"), ("كل", "all")], hang_on=("و",))


def test_the_longest_phrase_wins():
    assert KNOWN.at(["air", "strike"], 0).value == "strike"
    assert KNOWN.at(["air", "force"], 0).value == "air"


def test_a_phrase_cut_off_by_the_end_is_not_found_in_part():
    assert KNOWN.at(["strike"], 0) is None


def test_what_hangs_on_a_word_is_told():
    assert KNOWN.at(["وكل"], 0) == ("all", 1, "و")


def test_a_word_by_itself_is_not_another_with_something_hung_on_it():
    known = Phrases([("ولد", "boy"), ("لد", "other")], hang_on=("و",))
    assert known.at(["ولد"], 0).value == "boy"


def test_a_phrase_is_cut_as_a_text_is():
    assert keys_of("7-year-old") == ("7", "-", "year", "-", "old")
    assert keys_of("the man's") == ("the", "man's")


def test_an_apostrophe_parts_a_latin_word_and_no_cyrillic_one():
    assert keys_of("l'armée") == ("l", "'", "armee")
    assert keys_of("п'ять") == keys_of("п’ять") == keys_of("пʼять") == ("п'ять",)


def test_a_small_word_hangs_only_on_words_of_its_script():
    known = Phrases([("strike", "eng"), ("غارة", "ara")], hang_on=("و",))
    assert known.at(["وغاره"], 0).value == "ara"
    assert "وstrike" not in known
