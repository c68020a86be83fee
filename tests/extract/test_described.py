"""What stands behind a person tells their age and sex."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import Group


def people(text):
    return {person.name: person for claim in casualties(text, words(text)) for person in claim.people}


@pytest.mark.parametrize(
    ("behind", "age", "group"),
    [
        ("(12)", 12, None),
        ("(aged 10)", 10, None),
        ("(female, child, 7)", 7, None),
        ("(2 years)", 2, None),
        ("(3 months)", 0.2, None),
        ("(1.5 years)", 1.5, None),
        ("(less than a year old)", None, Group.CHILDREN),
        ("(under 1 year)", None, Group.CHILDREN),
        ("(aged between 12 and 13)", None, Group.CHILDREN),
        ("(aged between 38 and 40)", None, None),
        (", four years old", 4, None),
        (", who was eight", 8, None),
        (" who is 26 years old", 26, None),
    ],
)
def test_an_age_is_of_the_person_before_it(behind, age, group):
    person = people(f"The dead were named as Omar Karim Testi, Lina Testi {behind} and Samir Testi (40).")[
        "Lina Testi"
    ]
    assert person.age == age
    assert group is None or person.group is group


@pytest.mark.parametrize(
    ("behind", "sex"),
    [("(son)", "male"), ("(the wife of Samir Testi)", "female"), ("(female, 30)", "female"), ("(30)", None)],
)
def test_a_bracket_behind_a_name_tells_the_sex(behind, sex):
    found = people(f"Alaa Testi {behind} was killed along with his uncle.")
    assert found["Alaa Testi"].gender == sex
    assert "Samir Testi" not in found


def test_an_age_may_follow_what_befell_the_person():
    assert people("Omar Testi was also killed, aged 12, along with his uncle.")["Omar Testi"].age == 12


def test_people_in_brackets_behind_a_count_are_its_parts():
    text = "Five people (two women and three children) were killed."
    counts = [(claim.count.min, claim.who.group) for claim in casualties(text, words(text))]
    assert counts == [(5, None), (2, Group.WOMEN), (3, Group.CHILDREN)]
