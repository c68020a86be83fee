"""Harm that one sentence tells of in several breaths: added up, or told of again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.items import Item
from cairn.extract.join import Join
from cairn.extract.look import is_
from cairn.extract.units import Unit
from cairn.values import Harm, Way

_FATES = (Harm.KILLED, Harm.INJURED)
_COUNTS = ("counted", "one", "bare", "name", "pronoun")


def added_up(items: Sequence[Item], found: list[Join]) -> list[Join]:
    """ "One staff killed, two nationals killed" is three, told in one breath."""
    told: list[Join] = []
    for join in found:
        if told and _adds_to(items, told[-1], join):
            first = told[-1]
            told[-1] = replace(
                first, people=first.people + join.people, at=first.at + join.at, rule=Way.ADDED_UP
            )
        else:
            told.append(join)
    return told


def _adds_to(items: Sequence[Item], first: Join, second: Join) -> bool:
    if first.kinds != second.kinds or first.denied or second.denied or first.among or second.among:
        return False
    if set(first.at) & set(second.at) or {Way.TOLL, Way.DEADLY_EVENT} & {first.rule, second.rule}:
        return False
    if not all(each.count and each.how in _COUNTS for each in (*first.people, *second.people)):
        return False
    between = items[max((*first.at, first.word)) + 1 : min((*second.at, second.word))]
    if not between and second.rule is Way.ONESELF and second.word > first.word:
        return True  # "killed his wife and himself"
    if not between or any(isinstance(item, Unit) and item.key in "()" for item in between):
        return False
    if second.rule is Way.ONESELF:
        return not any(is_(items, k, "among") for k in range(first.word, second.word))
    if any(isinstance(item, Unit) and item.key == ":" for item in between):
        return False  # "one fatality: Omar Haddad, 69"
    if first.word < min(first.at, default=0) and all(isinstance(i, Unit) and i.is_mark for i in between):
        return False  # "the murder of Omar Haddad, a violinist who was shot": the same man
    return all(each.other for each in second.people) or (
        len(between) <= 4
        and all(
            isinstance(item, Unit) and (item.is_mark or item.sense.signs & {"and", "adverb"})
            for item in between
        )
    )


def without_earlier_state(found: list[Join]) -> list[Join]:
    """ "was wounded and later died": those who died are not counted among the wounded too."""
    dead = {join.at for join in found if join.kinds == (Harm.KILLED,) and join.at and not join.denied}
    earlier = ((Harm.INJURED,), (Harm.MISSING,))
    found = [join for join in found if join.kinds not in earlier or join.at not in dead]
    return [join for at, join in enumerate(found) if not _is_told_apart(join, found[at + 1 :])]


def _is_told_apart(hurt: Join, later: Sequence[Join]) -> bool:
    """ "Three men were shot, killing one and wounding two": those shot are told of again by what became of
    them."""
    dead, alive = (sum(_least(join) for join in later if join.kinds == (kind,)) for kind in _FATES)
    all_told = _least(hurt) == dead + alive and dead and alive
    return hurt.kinds == (Harm.INJURED,) and _least(hurt) > 1 and bool(all_told)


def _least(join: Join) -> int:
    return sum(each.count.min for each in join.people if each.count)
