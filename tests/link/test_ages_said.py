import pytest

from cairn.link.ages_said import ages_said

SAID = [
    ("A 7-year-old boy was shot on Marl Street", "eng", {7}, "an age with its marks"),
    ("A two-year-old and a 14 year old were hurt", "eng", {2, 14}, "a word, and an age without marks"),
    ("Basma Turek, 34, of Qarn died; Omar Dahan, 41.", "eng", {34, 41}, "alone behind a name"),
    ("girls aged 9 were hurt", "eng", {9}, "behind a word for aged"),
    ("It lasted 20 minutes, 12 were hurt, 300 fled", "eng", set(), "no age"),
    ("He was given 30 years in prison", "eng", set(), "a time is no age"),
    ("أصيب شاب عمره 25 عاما", "ara", {25}, "Arabic"),
    ("Погиб мальчик, 9 лет", "rus", {9}, "Russian"),
    ("A 7-year-old boy", None, {7}, "a language that is not known"),
]


@pytest.mark.parametrize(("text", "language", "ages", "reason"), SAID)
def test_ages_are_read_from_how_people_write_them(text, language, ages, reason):
    assert ages_said(text, language) == ages, reason


def test_only_the_head_of_a_text_tells_who_was_struck():
    assert ages_said("nothing is said. " * 200 + "A 7-year-old boy", "eng") == frozenset()
