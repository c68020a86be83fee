"""The word for people in a mention, and what belongs to it: "Palestinian children", "six of the family"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.units import Unit
from cairn.values import Status
from cairn.vocabulary.lexicon import People

_UNKNOWN = People()
_TO_THE_FAMILY = 12  # "three generations of the Madeup (Medup) family"


def head_at(said: Sequence[Unit], at: int, stop: int, most: int) -> int | None:
    """The unit of the first word for people from here on, past adjectives; None if there is none."""
    last = min(stop, at + most)
    weak: int | None = None
    while at < last:
        unit = said[at]
        if unit.sense.people and not unit.sense.people.weak:
            return at
        if unit.sense.people:
            weak = at if weak is None else weak  # "national": a person only where no other word follows
        elif unit.key == "(":
            closed = next((k for k in range(at + 1, min(stop, at + 8)) if said[k].key == ")"), None)
            if closed is None:
                return weak
            last, at = min(stop, last + closed - at), closed
        elif not may_modify(said, at, stop):
            return weak
        at += 1
    return weak


def may_modify(said: Sequence[Unit], at: int, stop: int) -> bool:
    unit = said[at]
    if unit.is_("preposition") and not unit.is_("modifier"):
        return False
    if unit.is_("definite") and said[at - 1].unknown:
        return False  # "ten cases involving the mother"
    if unit.is_("of them"):
        return False  # "3'ü çocuk": three of them
    if unit.key in "-'\"" or unit.sense.signs & {"adverb", "definite", "own", "modifier", "of"}:
        return True
    if at + 1 < stop and said[at + 1].is_("years"):
        return True  # "two 10-year-old girls"
    if unit.is_mark or unit.key[0].isdigit():
        return False
    if unit.sense.harm:
        # "12 wounded civilians", but not "12 wounded in", nor "a strike killed commander Omar Haddad"
        describes = _describes_harm(unit) and not said[at - 1].unknown
        return at + 1 < stop and bool(said[at + 1].sense.people) and describes
    if unit.is_("years"):
        return True
    return not (
        unit.sense.signs or unit.sense.number is not None or unit.sense.vague or unit.sense.quantifier
    )


def _describes_harm(unit: Unit) -> bool:
    return unit.sense.frame in ("verb", "state") and unit.key < "\u0600"


def heads_from(said: Sequence[Unit], head: int, stop: int) -> tuple[int, People]:
    """ "family members", "Taliban fighters": the last word counts, and what either says of them holds."""
    people = said[head].sense.people or _UNKNOWN
    end = head + 1
    while end < stop:
        after = _after_brackets(said, end, stop)
        behind = said[after].sense.people if after < stop else None
        if behind and not behind.other:
            end = after  # "international (Danish) staff"
        following = said[end].sense.people
        if (
            following is None
            or following.other
            or (following.kin and not people.kin and not _both_one(said, end))
        ):
            break
        if _did_it_to(people, following) or _counts_others(people, said[end]):
            break
        people = _both(people, following)
        if said[end].key >= "\u0600":
            # Arabic puts the describing word behind: an officer of police is one person.
            people = replace(people, how_many=(said[head].sense.people or people).how_many)
        end += 1
    if any(said[at].is_("grown") for at in range(head, end)):
        people = replace(people, group=None, kind="")  # "five adult children"
    return end, people


def _both_one(said: Sequence[Unit], at: int) -> bool:
    """ "Infant daughter": one person by two words, as far as a language puts them side by side."""
    first, second = said[at - 1].sense.people, said[at].sense.people
    one = first is not None and second is not None and first.how_many == 1 == second.how_many
    return one and said[at].key < "\u0370"


def _did_it_to(people: People, following: People) -> bool:
    """ "قتل قناص طفلا": an armed man, and behind him whom he killed, are not one person."""
    armed = people.status is Status.COMBATANT and following.status is not Status.COMBATANT
    return armed and bool(following.group or following.status is Status.CIVILIAN)


def _counts_others(people: People, following: Unit) -> bool:
    """ "3 مدنيين طفلان": both words for the same people would both be dual; here two are of the three."""
    counted = following.sense.people.how_many if following.sense.people else None
    return counted is not None and counted > 1 and people.how_many != counted


def _after_brackets(said: Sequence[Unit], at: int, stop: int) -> int:
    if said[at].key != "(":
        return at
    closed = next((k for k in range(at + 1, min(stop, at + 8)) if said[k].key == ")"), None)
    return at if closed is None else closed + 1


def _both(first: People, second: People) -> People:
    status = second.status if second.status is not Status.UNKNOWN else first.status
    return replace(
        second,
        status=status,
        group=second.group or first.group,
        gender=second.gender or first.gender,
        kind=second.kind or first.kind,
        family=False,
    )


def and_more(said: Sequence[Unit], end: int, people: People, stop: int) -> tuple[int, People]:
    """ "12 women and children": one count for both words, so neither word alone is its group."""
    if end + 1 < stop and said[end].sense.signs & {"and", "or"} and people.how_many is None:
        following = said[end + 1].sense.people
        if following and following.how_many is None and not following.other and not following.kin:
            same = following.status if following.status is people.status else Status.UNKNOWN
            return end + 2, replace(people, group=None, gender=None, status=same)
    return end, people


def with_family(said: Sequence[Unit], end: int, people: People, stop: int, most: int = 1) -> int:
    """ "six members of the Haddad family", "five people from two families": whose they are, not more people.

    `most` is how many families they can be of.
    """
    if end >= stop or people.family or not said[end].sense.signs & {"of", "from"}:
        return end
    for at in range(end + 1, min(stop, end + _TO_THE_FAMILY)):
        unit = said[at]
        if unit.sense.people:
            return at + 1 if unit.sense.people.family else end
        if not (
            unit.unknown
            or unit.sense.signs & {"definite", "own", "modifier", "one", "of"}
            or 0 < (unit.sense.number or 0) <= most
            or unit.key in "-'()"
        ):
            return end
    return end
