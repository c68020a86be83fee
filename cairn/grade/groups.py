"""The groups of the harmed: how many of each are told, and how many people of each are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.grade.people import group_of, may_be_a_child, taken_for_grown
from cairn.grade.ranges import Rules, Stated, at_least_named, combine, stated
from cairn.grade.said import Said
from cairn.grade.voice import BY_AGE_AND_SEX
from cairn.values import Group, Range, Victim


@dataclass(frozen=True, slots=True)
class _Named:
    """Those named who are of a group, and how many more may be of it."""

    sure: tuple[str, ...]
    others: int


def groups(
    heard: Sequence[Said], people: Iterable[Victim], rules: Rules, everyone: Range | None = None
) -> dict[str, Range]:
    """The range of each group that is told of or named; `everyone` is the whole that they are of."""
    known = list(people)
    found = _each(heard, known, rules)
    sure = _each(heard, [each for each in known if not taken_for_grown(each)], rules)
    if everyone and everyone.max is not None:
        found = _held(found, sure, everyone.max)
    return {group.value: count for group, count in found.items()}


def _each(heard: Sequence[Said], people: Sequence[Victim], rules: Rules) -> dict[Group, Range]:
    found = ((group, _one(group, heard, people, rules)) for group in Group)
    return {group: count for group, count in found if count is not None}


def _held(found: dict[Group, Range], sure: dict[Group, Range], most: int) -> dict[Group, Range]:
    """Without those who were taken for women and men though the others leave no room for them: of five
    killed, four of them children, one is grown, whoever else is named without an age.

    Counts that were stated need not add up, and are held to nothing.
    """
    kept = dict(found)
    least = {group: sure[group].min if group in sure else 0 for group in BY_AGE_AND_SEX}
    for group in (Group.WOMEN, Group.MEN):
        left = most - sum(count for other, count in least.items() if other is not group)
        if group in found and least[group] <= left < found[group].min:
            kept[group] = Range(left, left)
        least[group] = kept[group].min if group in kept else 0
    return {group: count for group, count in kept.items() if count.max != 0 or group in sure}


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
