"""Known truth: lists made from invented names, with answers we chose."""

import itertools
import random

import pytest

from cairn.link.listed import ListedPerson
from cairn.link.people import match, weighed

OWN = ["فريد", "نهى", "رامز", "شادن", "لؤي", "ثائر", "ميسون", "عصام", "دعد", "قصي", "سهير", "زكريا"]
OWN += ["سمير", "هدى", "جلال", "نزار", "رباب", "وسيم", "ليال", "باسل", "غادة", "منذر", "سلوى", "كنان"]
FAMILIES = ["الباز", "الرملي", "القلعي", "أبو شامة", "العكرماوي", "الزيتاوي", "البستنجي", "النجدي"]


@pytest.fixture(scope="module")
def listed():
    """864 people of eight families, each with a name of four parts, an age and a sex."""
    drawn = random.Random(12)
    names = drawn.sample(list(itertools.permutations(OWN, 3)), 108)
    people = [" ".join((*own, family)) for own in names for family in FAMILIES]
    return [
        ListedPerson(f"b{n}", name_ar=name, age=float(drawn.randint(0, 80)), sex="male")
        for n, name in enumerate(people)
    ]


def person(name, age=None, sex=None):
    return ListedPerson("a", name_ar=name, age=age, sex=sex)


def test_a_missing_grandfather_and_a_birthday_do_not_hide_a_person(listed):
    meant = next(each for each in listed if _alone_without_the_grandfather(each, listed))
    own, father, _, *family = meant.name_ar.split()
    asked = person(" ".join((own, father, *family)), meant.age + 1, "male")
    (pair,) = match([asked], listed)
    assert pair.b == meant.id
    assert "same" in pair.why


def _alone_without_the_grandfather(each, listed):
    own, father, _, *family = each.name_ar.split()
    rest = (own, father, *family)
    return sum((*other.name_ar.split()[:2], *other.name_ar.split()[3:]) == rest for other in listed) == 1


def test_two_who_fit_equally_well_are_not_chosen_between():
    twins = [ListedPerson(f"b{n}", name_ar="وسيم جلال نزار الباز", age=20.0) for n in (1, 2)]
    others = [ListedPerson(f"c{n}", name_ar="غادة منذر كنان النجدي", age=40.0) for n in range(50)]
    assert match([person("وسيم جلال الباز", 20.0)], twins + others) == []


def test_a_brother_is_not_the_one_who_is_asked_for(listed):
    meant = listed[200]
    rest = " ".join(meant.name_ar.split()[1:])
    unlisted = next(name for name in OWN if not any(each.name_ar == f"{name} {rest}" for each in listed))
    assert match([person(f"{unlisted} {rest}", meant.age, "male")], listed) == []


def test_an_arabic_list_is_matched_to_a_latin_one(listed):
    fillers = [
        ListedPerson(f"c{n}", name_en=f"Basel Munther {family}") for n, family in enumerate(["Qali", "Najdi"])
    ]
    latin = [ListedPerson("b", name_en="Wasim Jalal Nizar al-Bustanji", age=31.0), *fillers]
    (pair,) = match([person("وسيم جلال نزار البستنجي", 31.0)], latin)
    assert pair.b == "b"


def test_day_and_place_of_death_tell_two_of_one_name_apart():
    died = [("b1", 100, "hlb"), ("b2", 300, "hms")]
    alike = [
        ListedPerson(id, name_ar="وسيم جلال نزار الباز", day=day, place=place) for id, day, place in died
    ]
    others = [
        ListedPerson(f"c{n}", name_ar="غادة منذر كنان النجدي", day=n, place=f"p{n % 9}") for n in range(400)
    ]
    asked = ListedPerson("a", name_ar="وسيم جلال نزار الباز", day=301, place="hms")
    (pair,) = match([asked], alike + others)
    assert pair.b == "b2"
    assert "day +" in pair.why
    assert "place +" in pair.why


def test_twins_share_the_probability_between_them():
    twins = [ListedPerson(f"b{n}", name_ar="وسيم جلال نزار الباز", age=20.0) for n in (1, 2)]
    others = [ListedPerson(f"c{n}", name_ar="غادة منذر كنان النجدي", age=40.0) for n in range(50)]
    pairs = list(weighed([person("وسيم جلال نزار الباز", 20.0)], twins + others))
    assert [pair.b for pair in pairs] == ["b2", "b1"]
    assert pairs[0].score == pairs[1].score <= 0.5


def test_nobody_is_named_twice(listed):
    meant = listed[300]
    asked = [person(meant.name_ar, meant.age, "male"), person(meant.name_ar, meant.age + 3, "male")]
    assert [pair.b for pair in match(asked, listed)] == [meant.id]


def test_a_person_without_a_name_is_nobody(listed):
    assert match([ListedPerson("a", age=30.0)], listed) == []
    assert match([person("وسيم جلال نزار الباز")], []) == []


def test_a_noisy_copy_of_a_list_is_recovered(listed):
    drawn = random.Random(7)
    asked = [_as_another_would_write(each, drawn) for each in listed]
    said = {pair.a: pair.b for pair in match(asked, listed)}
    right = sum(f"a{b}" == a for a, b in said.items())
    assert right / len(said) >= 0.98
    assert right / len(listed) >= 0.85


def _as_another_would_write(each, drawn):
    own, father, grandfather, *family = each.name_ar.split()
    middle = [father] if drawn.random() < 0.3 else [father, grandfather]
    name = " ".join((own, *middle, *family)).replace("أ", "ا").replace("ة", "ه")
    return ListedPerson(f"a{each.id}", name_ar=name, age=each.age + drawn.choice((0, 0, 1)), sex=each.sex)
