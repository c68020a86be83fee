"""The groups of the harmed: how many of each are told, and how many people of each are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.grade.people import group_of, may_be_a_child
from cairn.grade.ranges import Rules, Stated, at_least_named, combine, stated
from cairn.grade.said import Said
from cairn.values import Group, Range, Victim


@dataclass(frozen=True, slots=True)
class _Named:
    """Those named who are of a group, and how many more may be of it."""

    sure: tuple[str, ...]
    others: int


def groups(heard: Sequence[Said], people: Iterable[Victim], rules: Rules) -> dict[str, Range]:
    """The range of each group that is told of or named."""
    known = list(people)
    found = ((group, _one(group, heard, known, rules)) for group in Group)
    return {group.value: count for group, count in found if count is not None}


def _one(group: Group, heard: Sequence[Said], people: Sequence[Victim], rules: Rules) -> Range | None:
    given = stated(heard, lambda said: said.groups.get(group))
    named = _named(group, people, rules)
    count, _ = combine(group.value, given, rules)
    count, _ = at_least_named(group.value, count, named.sure, given, rules)
    return _at_most(count, given, len(named.sure) + named.others)


def _named(group: Group, people: Sequence[Victim], rules: Rules) -> _Named:
    """Who may be a child is taken for grown, and is in the most of the children where children are named."""
    sure = tuple(each.name for each in people if group_of(each) is group)
    either = rules["son or daughter without an age"] == "child or grown"
    unsure = [each for each in people if either and may_be_a_child(each)]
    return _Named(sure, len(unsure) if group is Group.CHILDREN and sure else 0)


def _at_most(count: Range | None, given: Sequence[Stated], named: int) -> Range | None:
    """With those who may be of the group, where nobody said in full how many there were."""
    if count is None or count.max is None or any(each.count.max is not None for each in given):
        return count
    return Range(count.min, max(count.max, named))
