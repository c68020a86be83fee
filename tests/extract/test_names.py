"""Names of people in a text: whole, and of the harmed alone."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words


def names(text):
    return [person.name for claim in casualties(text, words(text)) for person in claim.people]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Nibal (Nepal) Testi was killed.", ["Nibal Testi"], "another spelling in brackets"),
        (
            "Omar al-Testi, al-Madeup (23) was killed.",
            ["Omar al-Testi, al-Madeup"],
            "the wider family's name",
        ),
        ("Omar Testi (Abu Sami) (al-Madeup) was killed.", ["Omar Testi"], "other names in brackets"),
        ("A girl named Rana Testi was killed.", ["Rana Testi"], "named so"),
        ("One woman identified as Rana Testi was killed.", ["Rana Testi"], "identified as"),
        ("The wife of Karim Testi was killed with Omar Madeup.", ["Omar Madeup"], "whose wife she was"),
        ("His infant daughter, Lina Testi, was killed.", ["Lina Testi"], "one person in two words"),
        ("The dead were named as Omar Testi (30) in Khan Hadra.", ["Omar Testi"], "the place is nobody"),
    ],
)
def test_the_harmed_are_named_and_nobody_else(text, expected, why):
    assert list(dict.fromkeys(names(text))) == expected, why
