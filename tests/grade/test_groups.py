"""Groups of the harmed: what is told of them and who is named among them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cairn.grade import assess
from cairn.values import OFFSPRING, Group, Harmed, Quantifier, Range, Status, Victim
from tests.grade.made import killed, report


def person(name, sex="female", **more):
    return Victim(f"{name} Fictive Madeup", gender=sex, harm="killed", **more)


def groups(*claims, people=()):
    return assess([report(*claims, people=tuple(people))]).killed_by_group


def children(n, **more):
    return killed(n, group=Group.CHILDREN, **more)


def women(n, **more):
    return killed(n, group=Group.WOMEN, **more)


LEILA, MONA = person("Leila", age=7), person("Mona", age=40)
SAMA = person("Sama", kin=OFFSPRING)


@pytest.mark.parametrize(
    ("claims", "people", "expected", "why"),
    [
        ([killed(9), children(4, part_of=0)], [], {"children": Range(4, 4)}, "as it is told"),
        ([], [LEILA, MONA], {"children": Range(1, 1), "women": Range(1, 1)}, "as they are named"),
        ([], [person("Hadi", "male", group="children")], {"children": Range(1, 1)}, "called a child"),
        (
            [],
            [LEILA, MONA, SAMA],
            {"children": Range(1, 2), "women": Range(2, 2)},
            "a daughter without an age is grown, and in the most of the children",
        ),
        ([], [SAMA], {"women": Range(1, 1)}, "where no child is named, nothing says that she is one"),
        (
            [],
            [person("Sama", kin=OFFSPRING, group="women")],
            {"women": Range(1, 1)},
            "who is told to be grown is no child",
        ),
        (
            [killed(9), children(Range.at_least(1), part_of=0)],
            [LEILA, SAMA],
            {"children": Range(1, 2), "women": Range(1, 1)},
            "“at least” leaves room for those who may be",
        ),
        (
            [killed(9), children(1, part_of=0)],
            [LEILA, SAMA],
            {"children": Range(1, 1), "women": Range(1, 1)},
            "",
        ),
        (
            [killed(4), women(1, part_of=0), women(1, part_of=0)],
            [],
            {"women": Range(2, 2)},
            "wife and mother",
        ),
        ([women(1), women(1)], [], {"women": Range(1, 1)}, "a woman told of twice is one"),
        (
            [killed(9), children(2, part_of=0, quantifier=Quantifier.VAGUE)],
            [LEILA, person("Rana", age=2), person("Nada", age=3)],
            {"children": Range(3, 3)},
            "a plural that nobody counted gives way to those named",
        ),
    ],
)
def test_a_group_is_what_is_told_and_who_is_named(claims, people, expected, why):
    assert groups(*claims, people=people) == expected, why


def test_a_kind_narrower_than_its_group_is_a_floor():
    boy = replace(children(1, part_of=0), who=Harmed(Status.CIVILIAN, Group.CHILDREN, "boys"))
    named = [LEILA, person("Rana", age=2), person("Nada", age=3)]
    assert groups(killed(9), boy, people=named) == {"children": Range(3, 3)}


def test_a_father_and_his_child_of_one_name_are_two():
    grown = Victim("Saeed Madeup", gender="male", harm="killed", group="men")
    child = Victim("Saeed Madeup", gender="male", harm="killed", age=5)
    assert groups(people=[grown, child]) == {"children": Range(1, 1), "men": Range(1, 1)}


SAMIR, HADI = person("Samir", "male"), person("Hadi", "male", age=30)


@pytest.mark.parametrize(
    ("claims", "people", "expected", "why"),
    [
        (
            [killed(5), children(4, part_of=0)],
            [SAMIR, HADI],
            {"children": Range(4, 4), "men": Range(1, 1)},
            "of five, four of them children, one is grown, and he has an age",
        ),
        (
            [killed(5), children(4, part_of=0), women(1, part_of=0)],
            [SAMIR],
            {"children": Range(4, 4), "women": Range(1, 1)},
            "nobody is left to be the man",
        ),
        (
            [killed(2), children(1, part_of=0)],
            [person("Omar", "male", age=40), HADI],
            {"children": Range(1, 1), "men": Range(2, 2)},
            "who is told to be grown is, whatever adds up",
        ),
        (
            [killed(Range.at_least(5)), children(4, part_of=0)],
            [SAMIR, HADI],
            {"children": Range(4, 4), "men": Range(1, 1)},
            "the convention's ceiling of “at least” is a ceiling here too",
        ),
    ],
)
def test_nobody_is_taken_for_grown_whom_the_whole_has_no_room_for(claims, people, expected, why):
    assert groups(*claims, people=people) == expected, why
