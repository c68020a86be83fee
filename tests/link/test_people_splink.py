"""Known truth for the engine that learns; run where the extra is installed."""

import random

import pytest

from cairn.exceptions import CannotLearn
from cairn.link import people_splink
from cairn.link.listed import listed_person
from cairn.link.same_person import doubtful, safely

OWN = ["فريد", "نهى", "رامز", "شادن", "لؤي", "ثائر", "ميسون", "عصام", "دعد", "قصي", "سهير", "زكريا"]
OWN += ["سمير", "هدى", "جلال", "نزار", "رباب", "وسيم", "ليال", "باسل", "غادة", "منذر", "سلوى", "كنان"]
FAMILIES = ["الباز", "الرملي", "القلعي", "أبو شامة", "العكرماوي", "الزيتاوي", "البستنجي", "النجدي"]
FAMILIES += [
    "الحداد",
    "الصايغ",
    "الدباغ",
    "البيطار",
    "الخياط",
    "النحاس",
    "الطحان",
    "القزاز",
    "العطار",
    "المرجاني",
]


@pytest.fixture(scope="module")
def both():
    """1,500 people in the one list, and 900 of them as another would write them."""
    pytest.importorskip("splink", reason="cairn-recorder[people] is not installed")
    drawn = random.Random(4)
    rows = [
        {
            "id": str(n),
            "name_ar": " ".join((*drawn.choices(OWN, k=3), drawn.choice(FAMILIES))),
            "age": str(drawn.randint(0, 80)),
            "sex": drawn.choice("mf"),
            "date": f"2031-05-{drawn.randint(1, 28):02}",
        }
        for n in range(1500)
    ]
    again = [{**row, "name_ar": _shorter(row["name_ar"], drawn)} for row in rows[:900]]
    return [listed_person(row) for row in again], [listed_person(row) for row in rows]


def _shorter(name, drawn):
    own, father, grandfather, *family = name.split()
    middle = [father] if drawn.random() < 0.3 else [father, grandfather]
    return " ".join((own, *middle, *family)).replace("أ", "ا").replace("ة", "ه")


@pytest.fixture(scope="module")
def pairs(both):
    return people_splink.weighed(*both)


def test_a_noisy_copy_of_a_list_is_recovered_without_answers(pairs, both):
    said = safely(pairs)
    right = sum(pair.a == pair.b for pair in said)
    assert right / len(said) >= 0.98
    assert right / len(both[0]) >= 0.85


def test_every_pair_keeps_its_probability_and_its_reasons(pairs):
    assert all(0 < pair.score <= 1 for pair in pairs)
    assert all("family" in pair.why or "father" in pair.why for pair in pairs)
    assert {pair.a for pair in doubtful(pairs)}.isdisjoint(pair.a for pair in safely(pairs))


def test_the_same_lists_are_weighed_the_same_again(pairs, both):
    again = {(pair.a, pair.b): pair.score for pair in people_splink.weighed(*both)}
    assert again == pytest.approx({(pair.a, pair.b): pair.score for pair in pairs}, abs=0.01)


def test_too_little_can_be_learned_from_short_lists_or_from_lists_of_other_people(both):
    with pytest.raises(CannotLearn, match="needs 200 people"):
        people_splink.weighed(both[0][:5], both[1])
    strangers = [
        listed_person({"id": f"s{n}", "name_ar": f"نبيل {chr(0x628 + n % 9)}اطور"}) for n in range(300)
    ]
    with pytest.raises(CannotLearn, match="too few"):
        people_splink.weighed(strangers, both[1])


def test_splink_learns_from_the_same_people_in_whatever_order_they_stand(both):
    assert people_splink.by_lot(both[1]) == people_splink.by_lot(both[1][::-1])
