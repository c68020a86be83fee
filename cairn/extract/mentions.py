"""People as a text mentions them: "at least five Palestinian children", "his wife", "12", "طفلان".

A mention is a count and the word for people that it counts. A word in the singular is one person, a dual is
two; a plural that nobody counted is what conventions.yml says; with "the" it speaks of people told of before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.ages import age_at, aged, is_age
from cairn.extract.counted import is_passive, made, people_beyond_belief, people_counted
from cairn.extract.heads import head_at, heads_from, may_modify
from cairn.extract.mention import Mention, by_age
from cairn.extract.not_counted import people_uncounted
from cairn.extract.numbers import Count, begins_a_count, count_at, too_many_at
from cairn.extract.units import NOTHING, Unit
from cairn.values import Group, Quantifier, Range
from cairn.vocabulary.lexicon import People

_MOST_MODIFIERS = 7
_OPEN_A_MENTION = frozenset({"one", "definite", "own", "asked"})
_PARENTS = {"mother": (Group.WOMEN, "female"), "father": (Group.MEN, "male")}


def may_begin(said: Sequence[Unit], at: int) -> bool:
    """Whether people may be mentioned from this unit on: seldom, so that `mention_at` is seldom asked."""
    unit = said[at]
    sense = unit.sense
    if at and said[at - 1].sense.frame:
        return True
    if sense is not NOTHING and (sense.people or sense.signs & (_OPEN_A_MENTION | _PARENTS.keys())):
        return True
    return begins_a_count(unit)


def mention_at(said: Sequence[Unit], start: int, stop: int, version: str = "1") -> Mention | None:
    """The people mentioned from this unit on, if a mention begins here."""
    unit = said[start]
    if unit.sense.people and unit.sense.people.other and start + 1 < stop:
        # "another 21 civilians", "others, 12": the count follows the word.
        counted = count_at(said, start + 1, stop, version)
        if counted and unit.sense.people.how_many == 1:
            return people_counted(said, start, counted, stop, version, other=True)
        if unit.sense.people.how_many == 1 and (head := head_at(said, start + 1, stop, most=4)) is not None:
            # "another staff member"
            end, people = heads_from(said, head, stop)
            return made(said, start, end, Count(Range.exactly(1), Quantifier.EXACT, start, end), people, True)
    counted = count_at(said, start, stop, version)
    if counted:
        return people_counted(said, start, counted, stop, version)
    if too_many := too_many_at(said, start, stop):
        return people_beyond_belief(said, start, too_many, stop, version)
    if unit.sense.people:
        return people_uncounted(said, start, start, stop, version)
    if parent := next((_PARENTS[sign] for sign in _PARENTS if unit.is_(sign)), None):
        one = Count(Range.exactly(1), Quantifier.EXACT, start, start + 1)
        people = People(group=parent[0], gender=parent[1], how_many=1)
        theirs = _and_theirs(said, start + 1, stop)
        return replace(made(said, start, start + 1, one, people, False), how="one") if theirs else None
    if unit.is_("asked"):
        head = head_at(said, start + 1, stop, most=4)
        return None if head is None else Mention(None, Quantifier.VAGUE, start, head + 1, "asked")
    if unit.sense.signs & _OPEN_A_MENTION:
        return _after_article(said, start, stop, version)
    return _without_article(said, start, stop, version)


def _and_theirs(said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "أم وطفلاها": whoever has children or a spouse of her own right behind is somebody's mother here."""
    own = said[at + 1] if at + 1 < stop and said[at].is_("and") else None
    return own is not None and own.is_("own") and own.sense.people is not None


def _without_article(said: Sequence[Unit], start: int, stop: int, version: str) -> Mention | None:
    """ "Killed senior Al Qaeda commander Omar Haddad", "kills Al Qaeda fighters": as headlines have it."""
    unit, before = said[start], said[start - 1] if start else None
    if before is None or before.sense.frame not in ("verb", "after", "noun") or before.key >= "\u0370":
        return None
    if not (unit.unknown or unit.is_("modifier")) or is_passive(said, start - 1):
        return None
    head = head_at(said, start, stop, most=5)
    found = None if head is None else people_uncounted(said, start, head, stop, version)
    if found is None or (found.how != "one" and unit.unknown):
        return None  # "killing key leaders" says what somebody does
    following = said[found.end] if found.end < stop else None
    return None if following and following.unknown and not following.capital else found


def _after_article(said: Sequence[Unit], start: int, stop: int, version: str) -> Mention | None:
    if start + 1 < stop and said[start].is_("definite"):
        counted = count_at(said, start + 1, stop, version)
        if counted:
            whole = people_counted(said, start, counted, stop, version)
            return replace(whole, how="definite") if whole else None
    if start + 1 < stop and said[start].is_("own"):
        counted = count_at(said, start + 1, stop, version)
        if counted and not is_age(said, counted.end, stop):
            return people_counted(said, start, counted, stop, version)
    age, at = age_at(said, start + 1, stop, version)
    head = head_at(said, at, stop, most=4)
    if head is None and said[start].is_("one"):
        return aged(said, start, at, age) if age is not None else _told_by_who(said, start, stop)
    if head is None:
        return None
    ages = (age_at(said, k, head, version)[0] for k in range(at, head))
    age = next((told for told in (age, *ages) if told is not None), None)  # "a cousin's 3-year-old daughter"
    found = people_uncounted(said, start, head, stop, version)
    if found and said[start].is_("one"):
        found = replace(found, a=True)
    return replace(found, age=age, group=by_age(found.group, age)) if found else None


def _told_by_who(said: Sequence[Unit], start: int, stop: int) -> Mention | None:
    """ "a violinist who was killed": of things one says "which", so whatever is called so is a person."""
    at = start + 1
    while at < stop and at - start < _MOST_MODIFIERS and may_modify(said, at, stop):
        at += 1
    if at == start + 1 or at >= stop or not said[at].is_("relative person") or not said[at - 1].unknown:
        return None
    return Mention(Range.exactly(1), Quantifier.EXACT, start, at, "one", person=True)
