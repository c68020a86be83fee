"""Rolls of names, and people told of with their ages."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words

ROLLS = [
    (
        "The victims were identified as Omar Testi (36 years old), his wife Rana Testi (35 years old) and "
        "their son Adam Testi (1 year old).",
        "eng",
        [("Omar Testi", 36, "male"), ("Rana Testi", 35, "female"), ("Adam Testi", 1, "male")],
        "a roll in one sentence",
    ),
    (
        "Two children were killed, named as Lina Testi, 7, and Karim Testi, 4.",
        "eng",
        [("Lina Testi", 7, "female"), ("Karim Testi", 4, "male")],
        "ages behind commas",
    ),
    (
        "أسماء الشهداء:\n1- محمد التجريبي\n2- فاطمة التجريبي",
        "ara",
        [("محمد التجريبي", None, "male"), ("فاطمة التجريبي", None, "female")],
        "a roll over lines",
    ),
    (
        "Five people were killed. A grandmother, 66-year-old Huda Testi, and Samir Testi (12) lived there.",
        "eng",
        [("Huda Testi", 66, "female"), ("Samir Testi", 12, "male")],
        "people told of with their ages",
    ),
    (
        "Five people were killed. Police charged Karim Testi (41) with murder.",
        "eng",
        [],
        "the accused is no victim",
    ),
    ("Five people were killed, Karim Testi said.", "eng", [], "who tells is no victim"),
    ("Five people were killed near Testing Hospital.", "eng", [], "a hospital is no person"),
    (
        "Omar Testi “Abu Karim” was killed.",
        "eng",
        [("Omar Testi", None, "male")],
        "another name is not another person",
    ),
    (
        "His two sons, Karim (17) and Omar (13), were killed.",
        "eng",
        [("Karim", 17, "male"), ("Omar", 13, "male")],
        "a first name with an age is a name",
    ),
    (
        "A shell killed 2-year-old Baraa Testi, 5-year-old Kenan Testi and 14-year-old Rayan Testi.",
        "eng",
        [("Baraa Testi", 2, None), ("Kenan Testi", 5, "male"), ("Rayan Testi", 14, "male")],
        "an age before a name is the age of who follows",
    ),
    (
        "Karim Testi was killed with his wife, Rana Testi.",
        "eng",
        [("Karim Testi", None, "male"), ("Rana Testi", None, "female")],
        "a kinswoman and her name are one person",
    ),
    (
        "استشهاد الطفل محمد التجريبي (١٥ سنة) جراء القصف",
        "ara",
        [("محمد التجريبي", 15, "male")],
        "a title and a name",
    ),
]


@pytest.mark.parametrize(("text", "language", "people", "why"), ROLLS)
def test_those_named_are_found_with_age_and_sex(text, language, people, why):
    found = casualties(text, words(text), language)
    named = {person.start: (person.name, person.age, person.gender) for c in found for person in c.people}
    assert [named[at] for at in sorted(named)] == people, why


def test_who_stands_behind_the_verb_for_wounding_is_not_among_the_dead():
    text = (
        "استشهد الطفل سامر التجريبي (13 عاما)، وأصيب الشقيقان كريم التجريبي (9 أعوام) وعمر التجريبي (11 عاما)"
    )
    found = casualties(text, words(text), "ara")
    dead = {person.name for claim in found for person in claim.people if person.harm == "killed"}
    assert dead == {"سامر التجريبي"}


def test_a_roll_does_not_say_how_many_there_were_in_all():
    text = "The victims were identified as Omar Testi and Rana Testi."
    [claim] = casualties(text, words(text))
    assert claim.count is None
