"""Where a sentence begins to name the harmed."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import Harm, Range


def named(text):
    return {p.name: p.harm for claim in casualties(text, words(text)) for p in claim.people}


@pytest.mark.parametrize(
    ("text", "names", "why"),
    [
        (
            "Among the deceased were Amjad Testi (Abu Sami) ; his sons, Omar Testi and Ali Testi ; and his "
            "brother, Nashat Testi .",
            ["Amjad Testi", "Omar Testi", "Ali Testi", "Nashat Testi"],
            "a list parted by semicolons",
        ),
        (
            "Three people were killed: Ashour Testi, Tawfiq Testi and Yazan Testi.",
            ["Ashour Testi", "Tawfiq Testi", "Yazan Testi"],
            "behind a colon",
        ),
        (
            "Another victim of the raid was a neighbour of Abu Kayed, Khalil Testi.",
            ["Khalil Testi"],
            "and not the one whose neighbour he was",
        ),
        (
            "Friends identified among those killed engineer Dr. Omar Testi, his son Ali Testi.",
            ["Dr. Omar Testi", "Ali Testi"],
            "right behind “those killed”",
        ),
        (
            "The raid killed two men of one family, named Kamel Testi and Darwish Testi.",
            ["Kamel Testi", "Darwish Testi"],
            "named so",
        ),
        (
            "The raid killed Amal Testi and all her children, namely, her sons – Bader Testi and Hani Testi.",
            ["Amal Testi", "Bader Testi", "Hani Testi"],
            "namely",
        ),
        (
            "The dead were Musa Testi, his children, Samir , Omar and Hamada Testi , and Maha Testi.",
            ["Musa Testi", "Hamada Testi", "Maha Testi"],
            "past those told by their given names alone",
        ),
        ("Athar Testi was also named among the victims.", ["Athar Testi"], "named among them"),
        ("The victims were pulled out by Omar Testi.", [], "who helped is no victim"),
    ],
)
def test_those_named_behind_the_words_for_the_harmed_are_the_harmed(text, names, why):
    assert list(named(text)) == names, why


def test_those_named_among_the_injured_are_injured():
    found = named("Five people were killed. Among the injured were Hamza Testi and Karim Testi.")
    assert found == {"Hamza Testi": Harm.INJURED, "Karim Testi": Harm.INJURED}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Asma Testi , her daughter Sama Testi* , and her daughter Lana Testi* were killed.", 3),
        ("A paramedic Nazmi Testi and ABC volunteer Odeh Testi were killed.", 2),
        ("Asma Testi , who was ill, and her daughter Lana Testi were killed.", 2),
        ("Omar Testi , Ali and Mona’s sons Hani Testi and Sami Testi were killed.", 3),
        ("He wrote to his uncle, Sakhr Testi , who was killed.", 1),
    ],
)
def test_a_row_of_names_is_read_to_its_end(text, names):
    assert len(named(text)) == names


def test_told_in_brackets_of_one_it_is_of_nobody_else():
    found = named("Omar Testi, Ali Testi (who died later) and Samir Testi were at the school.")
    assert found == {"Ali Testi": Harm.KILLED}


def test_a_person_behind_a_comma_is_no_place():
    assert list(named("A preacher affiliated with a party, Dr. Wael Testi, died of his wounds.")) == [
        "Dr. Wael Testi"
    ]


def test_whose_daughter_and_how_old_is_one_person():
    text = (
        "Their daughter one year-old Lina Testi died with her nieces 14-year-old Asma Testi and Rawan Testi."
    )
    people = [p for claim in casualties(text, words(text)) if claim.part_of is None for p in claim.people]
    assert [(p.name, p.age) for p in people] == [("Lina Testi", 1), ("Asma Testi", 14), ("Rawan Testi", None)]


def test_two_men_died_is_no_row_with_those_hurt_before():
    text = "The raid hurt nine people; three men died."
    counts = [claim.count for claim in casualties(text, words(text)) if claim.kind is Harm.KILLED]
    assert counts == [Range(3, 3)]
