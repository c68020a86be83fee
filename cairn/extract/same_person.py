"""What only describes people already told of, and so counts nobody: parenthood, and some of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.described import Item
from cairn.extract.mention import Mention
from cairn.extract.units import Unit
from cairn.values import Group


def counted_once(items: Sequence[Item]) -> list[Item]:
    """The items with "father of three" as one person and "three of their five children" as three."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        if isinstance(items[at], Unit):
            kept.append(items[at])
            at += 1
        elif _is_parenthood(items, at):
            person = _described(kept)
            if person is None:
                kept.append(items[at])  # "a mother of two was killed"
            else:
                kept[person:] = [_with_sex(kept[person], items[at])]  # "a teacher and father of three"
            at += 3
        elif _is_some_of(items, at):
            kept.append(_some_of(items[at], items[at + 2]))
            at += 3
        else:
            kept.append(items[at])
            at += 1
    return kept


def _with_sex(person: Item, parent: Item) -> Item:
    assert isinstance(person, Mention)
    assert isinstance(parent, Mention)
    return replace(person, gender=person.gender or parent.gender, group=person.group or parent.group)


def _is_parenthood(items: Sequence[Item], at: int) -> bool:
    parent, of, number = (*items[at : at + 3], None, None, None)[:3]
    if not (isinstance(parent, Mention) and isinstance(of, Unit) and isinstance(number, Mention)):
        return False
    alone = parent.gender and parent.count is not None and parent.count.max == 1 and not parent.people
    counted = number.how == "bare" or (number.how == "counted" and number.group is Group.CHILDREN)
    return bool(alone) and of.is_("of") and counted


def _described(kept: Sequence[Item]) -> int | None:
    """Where the one person stands whom the parenthood describes, right before it."""
    at = len(kept) - 1
    while at >= 0 and isinstance(link := kept[at], Unit) and (link.is_("and") or link.key == ","):
        at -= 1
    person = kept[at] if at >= 0 and at < len(kept) - 1 else None
    one = isinstance(person, Mention) and person.count is not None and person.count.max == 1
    return at if one else None


def _is_some_of(items: Sequence[Item], at: int) -> bool:
    """ "Three of their five children", "two of the soldiers": those before are some of those behind."""
    some, of, whole = (*items[at : at + 3], None, None, None)[:3]
    if not (isinstance(some, Mention) and isinstance(of, Unit) and isinstance(whole, Mention)):
        return False
    several = whole.person and whole.how in ("counted", "definite", "plural") and not whole.harm
    return some.how == "bare" and of.is_("of") and several


def _some_of(some: Item, whole: Item) -> Item:
    assert isinstance(some, Mention)
    assert isinstance(whole, Mention)
    return replace(
        whole, count=some.count, quantifier=some.quantifier, start=some.start, how="counted", other=some.other
    )
