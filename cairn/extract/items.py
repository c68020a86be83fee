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
    return _with_members(_with_ages(found))


def _with_ages(items: Sequence[Item]) -> list[Item]:
    told: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        before = told[-1] if told else None
        quoted = isinstance(item, Unit) and at + 1 < len(items) and _before_name(before, item, items[at + 1])
        following = items[at + 1] if quoted else item
        if (
            isinstance(before, Mention)
            and isinstance(following, Mention)
            and _title_and_name(before, following)
        ):
            at += 1 if quoted else 0
            told[-1] = _titled(before, following)
            at += 1
            continue
        if isinstance(before, Mention) and before.how == "name" and (after := _other_name(items, at)) > at:
            at = after
            continue
        if isinstance(before, Mention) and isinstance(item, Mention) and _owner(before):
            told[-1] = item  # "Omar Haddad's grandson" is the grandson
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


def _owner(name: Mention) -> bool:
    return name.how == "name" and name.people[-1].name.endswith(("'s", "’s"))


def _room(item: Mention) -> int:
    """How many names may follow a count; a plural that nobody counted takes any number."""
    if item.how == "plural":
        return 99
    return item.count.min if item.how == "counted" and item.count and item.count.min > 1 else 0


def _titled(title: Mention, name: Mention) -> Mention:
    return replace(
        name,
        start=title.start,
        group=title.group,
        status=title.status,
        gender=title.gender or name.gender,
        age=title.age,
        kin=title.kin,
    )


def _with_members(items: list[Item]) -> list[Item]:
    """ "their four children: Omar, Ghada …": those named are of the kind that was counted."""
    kind: Mention | None = None
    room = 0
    for at, item in enumerate(items):
        if isinstance(item, Unit):
            if not (item.is_mark or item.sense.signs & {"and", "adverb", "named as", "passive", "with"}):
                room = 0
        elif item.how != "name":
            kind, room = item, _room(item)
        elif kind and room and not item.group:
            items[at] = replace(item, group=by_age(kind.group, item.age), gender=item.gender or kind.gender)
            room -= 1
    return items


def _title_and_name(first: Mention, second: Mention) -> bool:
    """ "the paramedic Ahmad Ali": one person; "three paramedics Ahmad Ali" is not."""
    if second.how != "name":
        return False
    if first.how == "plural" and first.kin:
        return True  # "sons Omar and Ali": each name after it is one of them
    return first.how in ("one", "definite", "age") and first.count is not None and first.count.max == 1


def _age_of(items: Sequence[Item], at: int) -> tuple[float | None, int]:
    """The age that stands here behind a person, and the item after it."""
    first = items[at]
    if isinstance(first, Mention):
        return None, at
    if first.key == "(":
        return _in_brackets(items, at)
    k = at + 1 if first.key == "," else at
    named = _is_unit(items, k, "aged")
    if k == at and not named:
        return None, at
    while _is_unit(items, k, "aged"):
        k += 1
    age = _years(items[k]) if k < len(items) else None
    if age is None:
        return None, at
    following = items[k + 1] if k + 1 < len(items) else None
    if isinstance(following, Mention):
        return None, at  # "Omar, 5-year-old Karim": the age is of the one who follows
    stated = named or _is_age(items[k])
    if not (stated or _ends(following)):
        return None, at
    comma = isinstance(following, Unit) and following.key == "," and not stated
    return age, k + (2 if comma else 1)


def _in_brackets(items: Sequence[Item], at: int) -> tuple[float | None, int]:
    """ "(12 years old, female)", "(17)", "(son, aged 9)": all that stands there describes the person."""
    end = at + 1
    while end < min(len(items), at + 12) and not _closes(items[end]):
        end += 1
    ages = [age for item in items[at + 1 : end] if (age := _years(item)) is not None]
    closed = end < len(items) and _closes(items[end])
    return (ages[0], end + 1) if ages and closed else (None, at)


def _before_name(person: Item | None, mark: Unit, name: Item) -> bool:
    """Whether the mark only parts a person from the name: "the teacher “Omar”", "his wife, Mona Haddad"."""
    if mark.key == '"':
        return True
    if mark.key != "," or not isinstance(person, Mention) or not isinstance(name, Mention):
        return False
    return (
        person.kin
        and person.how == "one"
        and not (person.gender and name.gender not in (person.gender, None))
    )


def _closes(item: Item) -> bool:
    return isinstance(item, Unit) and item.key == ")"


def _is_age(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "age"


def _ends(following: Item | None) -> bool:
    """Whether a bare number before this is an age: "Mona Haddad, 7," and "Mona Haddad, 7, was"."""
    if following is None:
        return True
    if isinstance(following, Mention):
        return False
    return following.key in (",", ")", ".", ";", ":") or bool(following.sense.signs & {"and", "passive"})


_KUNYA = frozenset(("abu", "abo", "umm", "um", "om", "abou"))


def _other_name(items: Sequence[Item], at: int) -> int:
    """The item after another name for the person before: "Ahmad Haddad (Abu Omar)", "Ahmad “Abu Omar”"."""
    if at + 2 >= len(items):
        return at
    opens, name, closes = items[at : at + 3]
    if not (isinstance(opens, Unit) and isinstance(name, Mention) and isinstance(closes, Unit)):
        return at
    if (opens.key, closes.key) not in (("(", ")"), ('"', '"')) or not name.people:
        return at
    return at + 3 if name.people[0].name.split()[0].lower() in _KUNYA else at


def _years(item: Item) -> float | None:
    if not isinstance(item, Mention):
        return None
    if item.how == "age":
        return item.age
    if item.how != "bare" or item.count is None or item.count.min != item.count.max:
        return None
    return float(item.count.min) if 0 < item.count.min <= _OLDEST else None


def _is_unit(items: Sequence[Item], at: int, sign: str) -> bool:
    item = items[at] if at < len(items) else None
    return isinstance(item, Unit) and sign in item.sense.signs
