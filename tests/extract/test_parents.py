"""Who is somebody's parent or spouse is grown, and "his" or "her" tells the sex."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import OFFSPRING, Group


def people(text):
    return {person.name: person for claim in casualties(text, words(text)) for person in claim.people}


@pytest.mark.parametrize(
    ("text", "name", "sex", "group"),
    [
        ("Alaa Testi was killed with her three children.", "Alaa Testi", "female", Group.WOMEN),
        ("Baraa Testi died along with his wife Mona Testi.", "Baraa Testi", "male", Group.MEN),
        ("Baraa Testi died along with his brother Omar Testi.", "Baraa Testi", None, None),
        ("Alaa Testi (7) and her daughter were killed.", "Alaa Testi", None, Group.CHILDREN),
    ],
)
def test_a_parent_or_spouse_is_grown(text, name, sex, group):
    person = people(text)[name]
    assert (person.gender, person.group) == (sex, group)


def test_somebodys_son_or_daughter_may_be_a_child():
    found = people(
        "Hani Testi was killed with his wife Mona Testi and their daughters Lina Testi and Sama Testi."
    )
    assert {name for name, person in found.items() if person.kin == OFFSPRING} == {"Lina Testi", "Sama Testi"}


def test_whoever_is_called_a_father_is_no_child():
    assert people("Hani Testi was killed with his son Omar Testi (Abu Sami).")["Omar Testi"].kin is None


def test_where_one_of_their_children_is_grown_the_others_may_be():
    found = people("Hani Testi died with their children Omar Testi (26), Karim Testi and Lina Testi (9).")
    kin = {name: (person.kin, person.group) for name, person in found.items() if person.age is None}
    assert kin["Karim Testi"] == (OFFSPRING, None)
