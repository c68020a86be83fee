import pytest

from cairn.link.people_told import people_told

SAID = [
    ("Basma Turek, 34, of Qarn died.", "eng", {"Basma Turek"}, "an age behind the name"),
    (
        "Police seek 41-year-old Omar K. Dahan of Qarn.",
        "eng",
        {"Omar Dahan"},
        "an age before it, and an initial",
    ),
    ("Charged were Omar Dahan (41) and others", "eng", {"Omar Dahan"}, "an age in brackets"),
    ("Sheriff Basma Turek said so on May 3.", "eng", set(), "an official has no age"),
    ("Turek, 34, died.", "eng", set(), "one word is no full name"),
    ("In a small town, 12, or more, died", "eng", set(), "no name"),
    ("Вчера погиб Игорь Тернов, 41.", "rus", {"Игорь Тернов"}, "capitals of another script"),
    ("توفي عمر دهان، 41،", "ara", set(), "no capitals tell a name there"),
]


@pytest.mark.parametrize(("text", "language", "names", "reason"), SAID)
def test_people_are_known_by_the_age_beside_their_name(text, language, names, reason):
    assert people_told(text, language) == names, reason
