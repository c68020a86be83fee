"""One person told of twice in a row: "Ahmad, a boy of ten", "two civilians, a father and his son"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.items import Item
from cairn.extract.look import is_, key_of
from cairn.extract.mention import Mention, named
from cairn.values import Group

_BY_AGE_AND_SEX = (Group.CHILDREN, Group.WOMEN, Group.MEN, Group.ELDERLY)


def without_apposition(items: Sequence[Item], at: Sequence[int], people: list[Mention]) -> list[Mention]:
    """ "Ahmad, a boy of ten" is one person told of twice; "two sons, Ahmad and Omar" are two."""
    merged: list[Mention] = []
    room = 0  # how many more names the count before may have
    for index, mention in enumerate(people):
        joined = index > 0 and any(
            is_(items, k, "and") or is_(items, k, "with") for k in range(at[index - 1] + 1, at[index])
        )
        if merged and mention.how == "name" and (room and (not joined or merged[-1].people)):
            merged[-1] = replace(merged[-1], people=merged[-1].people + named(mention))
            room -= 1
        elif merged and not joined and _same_person(merged[-1], mention, index == len(people) - 1):
            merged[-1] = _one_of(merged[-1], mention)
        else:
            merged.append(mention)
            several = mention.how in ("counted", "one", "plural", "definite") and mention.count is not None
            room = mention.count.min if several and mention.count and mention.count.min > 1 else 0
            room = 99 if mention.how == "plural" else room
    return merged


def _same_person(first: Mention, second: Mention, last: bool) -> bool:
    if first.count is None or second.count is None:
        return False
    alone = first.count.min == 1 == second.count.min and {first.count.max, second.count.max} <= {1, None}
    if second.kin:
        return False  # "Ahmad, his wife" are two; "his wife, Mona" is one
    if alone and last and second.a and first.person and first.gender in (None, second.gender):
        return True  # "one volunteer, a photographer, was killed"; "a man, a boy and a girl" are three
    return alone and (first.how == "name") != (second.how == "name")


def _one_of(first: Mention, second: Mention) -> Mention:
    return replace(
        first,
        end=second.end,
        group=first.group or second.group,
        gender=first.gender or second.gender,
        age=first.age if first.age is not None else second.age,
        status=second.status if first.how == "name" else first.status,
        people=first.people or second.people,
        how="name",
    )


def spelt_out(
    items: Sequence[Item], at: Sequence[int], people: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """ "Two civilians, a father and his son, were killed": those behind the count are the same two."""
    first, rest = people[0], people[1:]
    counted = len(rest) == 1 and first.how == "plural" and rest[0].how == "counted"
    if counted and not is_(items, at[1] - 1, "and") and _closed(items, at):
        return rest, []  # "its occupants, three men, were killed"
    if not rest or first.how not in ("counted", "one") or first.count is None or first.count.min < 2:
        return people, []
    if first.group in _BY_AGE_AND_SEX and any(each.group is not first.group for each in rest):
        return people, []  # "two women, a child and a man" are four
    if first.group and first.group not in _BY_AGE_AND_SEX and not _closed(items, at):
        return people, []  # "two journalists, a paramedic and a driver were killed" are four
    if is_(items, at[0] + 1, "and") or sum(each.count.min for each in rest if each.count) != first.count.min:
        return people, []
    return [first], rest


def _closed(items: Sequence[Item], at: Sequence[int]) -> bool:
    """Whether a comma closes the row as an insertion: "two civilians, a nurse and a guard, were …"."""
    return key_of(items, max(at) + 1) in (",", "-", ")")
