"""A sentence as mentions of people and the units between them; what describes a person is put with them.

"Ahmad (12 years old)", "Mona, 7," and "aged 22" tell the age of the person before; a title and a name side by
side are one person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cairn.extract.mentions import Mention, by_age, mention_at
from cairn.extract.units import Unit

Item = Mention | Unit
NameAt = Callable[[Sequence[Unit], int, int], Mention | None]
_OLDEST = 110


def items_of(said: Sequence[Unit], first: int, last: int, version: str, name_at: NameAt) -> list[Item]:
    """A sentence's mentions and the units between them, in order."""
    found: list[Item] = []
    at = first
    while at < last:
        mention = name_at(said, at, last) or mention_at(said, at, last, version)
        if mention is None:
            found.append(said[at])
            at += 1
        else:
            found.append(mention)
            at = mention.end
    return _with_ages(found)


def _with_ages(items: Sequence[Item]) -> list[Item]:
    told: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        before = told[-1] if told else None
        if isinstance(before, Mention) and isinstance(item, Mention) and _title_and_name(before, item):
            told[-1] = replace(item, start=before.start, group=before.group, status=before.status,
                               gender=before.gender or item.gender, age=before.age, kin=before.kin)  # fmt: skip
            at += 1
            continue
        age, after = _age_of(items, at) if isinstance(before, Mention) else (None, at)
        if age is not None and isinstance(before, Mention):
            sex = next(
                (each.gender for each in items[at:after] if isinstance(each, Mention) and each.gender), None
            )
            told[-1] = replace(before, age=age, group=by_age(before.group, age), gender=before.gender or sex)
            at = after
            continue
        told.append(item)
        at += 1
    return told


def _title_and_name(first: Mention, second: Mention) -> bool:
    """ "the paramedic Ahmad Ali": one person; "three paramedics Ahmad Ali" is not."""
    return (
        second.how == "name"
        and first.how in ("one", "definite")
        and first.count is not None
        and first.count.max == 1
    )


def _age_of(items: Sequence[Item], at: int) -> tuple[float | None, int]:
    """The age that stands here behind a person, and the item after it."""
    k, bracket = at, False
    if isinstance(items[k], Unit) and items[k].key in (",", "("):
        bracket, k = items[k].key == "(", k + 1
    elif not _is_unit(items, k, "aged"):
        return None, at
    named = _is_unit(items, k, "aged")
    while _is_unit(items, k, "aged"):
        k += 1
    age = _years(items[k], named or bracket) if k < len(items) else None
    if age is None:
        return None, at
    k += 1
    following = items[k] if k < len(items) else None
    ends = following is None or (isinstance(following, Unit) and following.key in (",", ")", ".", ";", ":"))
    ends = ends or (isinstance(following, Unit) and bool(following.sense.signs & {"and", "passive"}))
    stated = isinstance(items[k - 1], Mention) and items[k - 1].how == "age"
    if not (ends or stated or named):
        return None, at
    if bracket:
        while k < len(items) and not (isinstance(items[k], Unit) and items[k].key == ")"):
            k += 1
        k += 1
    elif isinstance(following, Unit) and following.key == "," and not stated:
        k += 1
    return age, k


def _years(item: Item, named: bool) -> float | None:
    if not isinstance(item, Mention):
        return None
    if item.how == "age":
        return item.age
    if item.how != "bare" or item.count is None or item.count.min != item.count.max:
        return None
    age = item.count.min
    return float(age) if 0 < age <= _OLDEST and (named or age > 0) else None


def _is_unit(items: Sequence[Item], at: int, sign: str) -> bool:
    item = items[at] if at < len(items) else None
    return isinstance(item, Unit) and sign in item.sense.signs
