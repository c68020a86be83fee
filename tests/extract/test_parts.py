"""Parts of a count, wherever the sentence names them."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import Harm, Range


def told(text):
    return [(c.count, c.who.group and c.who.group.value, c.who.kind) for c in casualties(text, words(text))]


@pytest.mark.parametrize(
    ("text", "claims", "why"),
    [
        (
            "Eight civilians – including a child – were killed.",
            [(Range(8, 8), None, ""), (Range(1, 1), "children", "")],
            "between dashes",
        ),
        (
            "Four of the Madeup family – a married couple with their two small children – were killed.",
            [(Range(4, 4), None, ""), (Range(2, 2), None, ""), (Range(2, 2), "children", "")],
            "between dashes, all of them",
        ),
        (
            "Four people – two guards and one child – were killed.",
            [(Range(4, 4), None, "")],
            "between dashes, but not as many",
        ),
        (
            "Twelve people, including at least five women and four children, were killed.",
            [
                (Range(12, 12), None, ""),
                (Range.at_least(5), "women", ""),
                (Range.at_least(4), "children", ""),
            ],
            "“at least” is said of both",
        ),
        (
            "Nine people were killed, among them three mothers and two infants.",
            [
                (Range(9, 9), None, ""),
                (Range(3, 3), "women", "mothers"),
                (Range(2, 2), "children", "infants"),
            ],
            "mothers are some of the women",
        ),
        ("Five adult children of the couple were killed.", [(Range(5, 5), None, "")], "grown"),
        (
            "Omar Testi died during the raid, along with a cousin's three-year-old daughter.",
            [(Range(2, 2), None, ""), (Range(1, 1), None, ""), (Range(1, 1), "children", "")],
            "along with, behind where it was",
        ),
        (
            "Omar Testi was killed alongside his two nephews, sons of Karim Testi.",
            [(Range(3, 3), None, ""), (Range(1, 1), None, ""), (Range(2, 2), None, "")],
            "the nephews are the sons",
        ),
        (
            "At least nine of the family that had fled from the camp, including four women, were killed.",
            [(Range.at_least(9), None, ""), (Range(4, 4), "women", "")],
            "what is told of the family stands in between",
        ),
        (
            "8 elderly people, children, women and youth were killed.",
            [(Range(8, 8), None, "")],
            "one number counts the row",
        ),
    ],
)
def test_parts_are_told_of_beside_their_whole(text, claims, why):
    assert told(text) == claims, why


@pytest.mark.parametrize(
    ("text", "injured", "why"),
    [
        (
            "Eight people were killed, including women and children, and one child was wounded.",
            Range(1, 1),
            "a list behind “killed” is of the killed",
        ),
        (
            "Five people were killed, a woman and four children, and two others injured.",
            Range(2, 2),
            "and so is a row that spells them out",
        ),
        ("Omar Testi was killed, and a woman, a boy, and his father were hurt.", Range(3, 3), "one row"),
        (
            "Six people, including a nurse, a boy, and two women, were injured.",
            Range(6, 6),
            "an insertion is of its own word",
        ),
        (
            "Nine died, including at least five children, and a large number were injured.",
            Range(12, 24),
            "a large number is dozens",
        ),
        ("Nine died, and it is unknown how many were injured.", None, "nobody says how many"),
        ("15 people were injured in addition to 5 deaths.", Range(15, 15), "the deaths are not injuries"),
    ],
)
def test_a_list_is_of_the_harm_it_follows(text, injured, why):
    counts = [claim.count for claim in casualties(text, words(text)) if claim.kind is Harm.INJURED]
    assert (counts[0] if counts else None) == injured, why


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        (
            "At least 21 relatives spanning three generations of the Madeup (Medup) family were killed.",
            Range.at_least(21),
            "generations are nobody's number",
        ),
        (
            "At least 25 civilians belonging to three families, including ten children, were killed.",
            Range.at_least(25),
            "families that they belong to are no more people",
        ),
        (
            "At least 16 civilians, almost all women and children, were killed.",
            Range.at_least(16),
            "almost all of them are some of them",
        ),
    ],
)
def test_whose_the_people_are_and_what_most_of_them_are_is_no_count_of_its_own(text, count, why):
    assert told(text)[0][0] == count, why


@pytest.mark.parametrize(
    ("text", "claims", "why"),
    [
        (
            "استشهاد 3 مدنيين طفلان وامرأة بقصف على القرية",
            [(Range(3, 3), None, ""), (Range(2, 2), "children", ""), (Range(1, 1), "women", "")],
            "the two and the one are the three",
        ),
        (
            "مقتل شخصين أحدهما طفل",
            [(Range(2, 2), None, ""), (Range(1, 1), "children", "")],
            "one of the two",
        ),
        (
            "استشهاد سيدة وطفلتها في القصف",
            [(Range(2, 2), None, ""), (Range(1, 1), "women", ""), (Range(1, 1), "children", "")],
            "“her child” is a child, as “her daughter” may not be",
        ),
        (
            "استشهاد سيدة وابنتها في القصف",
            [(Range(2, 2), None, ""), (Range(1, 1), "women", ""), (Range(1, 1), None, "")],
            "",
        ),
    ],
)
def test_arabic_tells_parts_without_a_mark(text, claims, why):
    found = casualties(text, words(text), "ara")
    assert [(c.count, c.who.group and c.who.group.value, c.who.kind) for c in found] == claims, why


@pytest.mark.parametrize(
    ("text", "claims", "why"),
    [
        (
            "مقتل أم وطفليها بقصف",
            [(Range(3, 3), None, ""), (Range(1, 1), "women", ""), (Range(2, 2), "children", "")],
            "a mother, for her children stand behind her",
        ),
        (
            "استشهاد أب وزوجته وأطفالهما الأربعة",
            [
                (Range(6, 6), None, ""),
                (Range(1, 1), "men", ""),
                (Range(1, 1), "women", ""),
                (Range(4, 4), "children", ""),
            ],
            "a father",
        ),
        (
            "مقتل ثلاثة مدنيين بينهم أم وطفلها",
            [(Range(3, 3), None, ""), (Range(1, 1), "women", ""), (Range(1, 1), "children", "")],
            "among others",
        ),
        (
            "استشهد اليوم 7 آب طفلان",
            [(Range(2, 2), "children", "")],
            "the seventh of August, not seven fathers",
        ),
        ("مقتل 3 مدنيين في أم الوهم", [(Range(3, 3), None, "")], "the name of a village"),
    ],
)
def test_an_arabic_mother_or_father_is_one_where_the_children_follow(text, claims, why):
    found = casualties(text, words(text), "ara")
    assert [(c.count, c.who.group and c.who.group.value, c.who.kind) for c in found] == claims, why


def test_a_mother_of_somebody_keeps_the_name_she_goes_by():
    text = "استشهاد أم سمير حداد بقصف"
    assert [p.name for c in casualties(text, words(text), "ara") for p in c.people] == ["أم سمير حداد"]


def test_a_young_daughter_is_a_child():
    assert told("A man and his two young daughters were killed.")[2][1] == "children"
    assert told("A man and his two daughters were killed.")[2][1] is None
