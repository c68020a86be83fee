"""A belligerent is called what the reader's language calls it."""

from cairn.vocabulary.party_names import party_name


def test_a_belligerent_has_its_arabic_name():
    assert party_name("Russian Military", "ara") != "Russian Military"


def test_one_without_a_name_in_that_language_keeps_its_own():
    assert party_name("An Invented Brigade", "ara") == "An Invented Brigade"
