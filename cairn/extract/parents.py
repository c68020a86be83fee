"""Who is somebody's parent or spouse is grown: "Alaa Haddad was killed with her three children"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.described import Item
from cairn.extract.mention import Mention
from cairn.extract.units import Unit
from cairn.values import Group

_SEXES = {"his": "male", "hers": "female"}
_GROWN = {"male": Group.MEN, "female": Group.WOMEN}


def with_parents(items: list[Item], said: Sequence[Unit]) -> list[Item]:
    """The items; whoever has a son, a daughter, a wife or a husband ("his", "her") is a man or a woman."""
    for at, item in enumerate(items):
        if not (isinstance(item, Mention) and _of_the_grown(item, said)):
            continue
        sex = next((sex for sign, sex in _SEXES.items() if said[item.start].is_(sign)), None)
        owner = _owner(items, at, sex) if sex else None
        if owner is not None and isinstance(person := items[owner], Mention):
            items[owner] = _grown(person, str(sex))
    return items


def _grown(person: Mention, sex: str) -> Mention:
    people = tuple(replace(each, group=each.group or _GROWN[sex]) for each in person.people)
    return replace(person, gender=sex, people=people)


def _of_the_grown(kin: Mention, said: Sequence[Unit]) -> bool:
    child = kin.offspring or kin.group is Group.CHILDREN
    return child or any(said[at].is_("spouse") for at in range(kin.start, min(kin.end, kin.start + 6)))


def _owner(items: Sequence[Item], at: int, sex: str | None) -> int | None:
    """The nearest person named before who may be meant by "his" or "her", if no age is told."""
    for k in range(at - 1, -1, -1):
        item = items[k]
        if isinstance(item, Mention) and item.how == "name" and item.gender in (sex, None):
            return k if item.age is None else None
    return None
