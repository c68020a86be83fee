"""A sentence as mentions of people and the units between them; what describes a person is put with them.

"Ahmad (12 years old)", "Mona, 7," and "aged 22" tell the age of the person before; a title and a name side by
side are one person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cairn.extract.described import Item as Item
from cairn.extract.described import described, told_later
from cairn.extract.mention import Mention, by_age
from cairn.extract.mentions import may_begin, mention_at
from cairn.extract.parents import with_parents
from cairn.extract.same_person import counted_once
from cairn.extract.units import NOTHING, Unit
from cairn.values import Group

_FIRST_ARABIC = "\u0600"
NameAt = Callable[[Sequence[Unit], int, int], Mention | None]


def items_of(said: Sequence[Unit], first: int, last: int, version: str, name_at: NameAt) -> list[Item]:
    """A sentence's mentions and the units between them, in order."""
    found: list[Item] = []
    at, nobody = first, True
    while at < last:
        unit = said[at]
        mention = None
        if unit.capital or unit.key >= _FIRST_ARABIC:
            mention = name_at(said, at, last)
        if mention is None and may_begin(said, at):
            mention = mention_at(said, at, last, version)
        if mention is None:
            found.append(unit)
            at += 1
        else:
            found.append(mention)
            at, nobody = mention.end, False
    if nobody:
        return found
    return with_parents(_with_members(_described(counted_once(found))), said)


def _described(items: Sequence[Item]) -> list[Item]:
    """The items, each person with the title before and the description behind."""
    told: list[Item] = []
    at, count = 0, len(items)
    before: Item | None
    while at < count:
        before = told[-1] if told else None
        item = items[at]
        if isinstance(item, Unit) and item.sense is NOTHING and not isinstance(before, Mention):
            told.append(item)  # as most are: a word that means nothing, behind nobody
            at += 1
        elif _is_aged(item) and (later := told_later(told, items, at)):
            place, said = later
            person = told[place]
            assert isinstance(person, Mention)
            told[place], at = said.of(person), said.end
        elif isinstance(before, Mention) and (put := _put_with(before, items, at)):
            told[-1], at = put
            if _repeats(told):
                del told[-2:]
            elif one := _named_behind(told):
                told[-2:] = [one]
        else:
            told.append(items[at])
            at += 1
    return told


def _is_aged(item: Item) -> bool:
    return isinstance(item, Unit) and "aged" in item.sense.signs


def _put_with(person: Mention, items: Sequence[Item], at: int) -> tuple[Mention, int] | None:
    """The person with what follows, where that is of the same one; and the item after it."""
    item = items[at]
    quoted = isinstance(item, Unit) and at + 1 < len(items) and _before_name(person, item, items[at + 1])
    following = items[at + 1] if quoted else item
    if isinstance(following, Mention) and _title_and_name(person, following):
        return _titled(person, following), at + 1 + quoted
    if person.how == "name" and (after := _other_name(items, at)) > at:
        return _with_other_name(person, items[at + 1]), after
    if called := _called(person, items, at):
        return _titled(person, called), at + 2
    if _whose(person, items, at):
        return replace(person, kin=True), at + 2
    if isinstance(item, Mention):
        return (item, at + 1) if _owner(person) else None  # "Omar Haddad's grandson" is the grandson
    said = described(items, at, person)
    return (said.of(person), said.end) if said else None


def _owner(name: Mention) -> bool:
    return name.how == "name" and name.people[-1].name.endswith(("'s", "’s"))


def _room(item: Mention) -> int:
    """How many names may follow a count; a plural that nobody counted takes any number."""
    if item.how == "plural" or item.first:
        return 99
    return item.count.min if item.how == "counted" and item.count and item.count.min > 1 else 0


def _titled(title: Mention, name: Mention) -> Mention:
    age = title.age if title.age is not None else name.age
    group = by_age(title.group or name.group, age)  # "their children Omar (26)": theirs, and no child
    return replace(
        name,
        start=title.start,
        group=group,
        status=title.status,
        gender=title.gender or name.gender,
        age=age,
        harm=title.harm,
        kin=title.kin,
        offspring=title.offspring or (title.group is Group.CHILDREN and group is None),
        first=title.how == "plural",
    )


def _with_members(items: list[Item]) -> list[Item]:
    """ "their four children: Omar, Ghada …": those named are of the kind that was counted."""
    kind: Mention | None = None
    room = 0
    begun = False
    for at, item in enumerate(items):
        if isinstance(item, Unit):
            if room and not _goes_on(item, begun):
                room = 0
        elif item.how != "name" or item.first:
            kind, room, begun = item, _room(item), item.first
        elif kind and room and not item.group:
            items[at] = _of_kind(item, kind)
            room, begun = room - 1, True
    return items


def _goes_on(unit: Unit, begun: bool) -> bool:
    """Whether the names of those counted may follow: "and" stands between them, and not before the first."""
    if unit.sense.signs & {"and", "with"}:
        return begun
    return unit.is_mark or bool(unit.sense.signs & {"adverb", "named as", "passive"})


def _of_kind(person: Mention, kind: Mention) -> Mention:
    told = (
        None if kind.first and kind.age is not None else kind.group
    )  # the age of the first is nobody else's
    group = by_age(told, person.age)
    return replace(person, group=group, gender=person.gender or kind.gender, offspring=kind.offspring)


def _title_and_name(first: Mention, second: Mention) -> bool:
    """ "the paramedic Ahmad Ali": one person; "three paramedics Ahmad Ali" is not."""
    if second.how != "name":
        return False
    if first.how == "plural" and first.kin:
        return True  # "sons Omar and Ali": each name after it is one of them
    single = first.how in ("one", "definite", "age", "counted")
    return single and first.count is not None and first.count.min == 1 == first.count.max


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


_KUNYA = frozenset(("abu", "abo", "umm", "um", "om", "abou"))
_PARTS_OF_OTHER_NAMES = _KUNYA | {"al", "el"}


def _other_name(items: Sequence[Item], at: int) -> int:
    """The item after another name for the person before: "Ahmad Haddad (Abu Omar)", "Ahmad “al-Masri”"."""
    opens = items[at]
    closing = {"(": ")", '"': '"'}.get(opens.key) if isinstance(opens, Unit) else None
    if closing is None:
        return at
    for k in range(at + 1, min(len(items), at + 6)):
        item = items[k]
        if isinstance(item, Unit) and item.key == closing:
            return k + 1 if k > at + 1 else at
        if not (_is_other_name(item) or (isinstance(item, Unit) and item.key == "/")):
            return at
    return at


def _with_other_name(person: Mention, name: Item) -> Mention:
    """Who is called somebody's father or mother is no child, whosever son or daughter it was."""
    kunya = isinstance(name, Mention) and name.people[0].name.split()[0].lower() in _KUNYA
    return replace(person, offspring=False) if kunya else person


def _is_other_name(item: Item) -> bool:
    if isinstance(item, Unit):
        return item.unknown and item.capital
    if not item.people:
        return False
    return item.people[0].name.replace("-", " ").split()[0].lower() in _PARTS_OF_OTHER_NAMES


def _called(person: Mention, items: Sequence[Item], at: int) -> Mention | None:
    """The name of "a woman named Rana Haddad", "one man identified as Omar Haddad"."""
    following = items[at + 1] if at + 1 < len(items) else None
    if not (isinstance(following, Mention) and _title_and_name(person, following)):
        return None
    item = items[at]
    return following if isinstance(item, Unit) and item.is_("called") and not person.victims else None


def _named_behind(told: Sequence[Item]) -> Mention | None:
    """ "Their daughter 7-year-old Mona Haddad": the one told of last but one, with the name right behind."""
    title, name = (None, None, *told)[-2:]
    if not (isinstance(title, Mention) and isinstance(name, Mention)):
        return None
    return _titled(title, name) if _title_and_name(title, name) else None


def _repeats(told: Sequence[Item]) -> bool:
    """ "His two nephews, sons of Karim Haddad": the nephews once more."""
    counted, comma, kin = (None, None, None, *told)[-3:]
    if not (isinstance(counted, Mention) and isinstance(comma, Unit) and isinstance(kin, Mention)):
        return False
    return comma.key == "," and counted.how == "counted" and kin.how == "plural" and kin.offspring


def _whose(person: Mention, items: Sequence[Item], at: int) -> bool:
    """Whether "of Omar Haddad" follows, of a wife, a son or a neighbour: he is not among the harmed."""
    following = items[at + 1] if at + 1 < len(items) else None
    item = items[at]
    if person.how == "name" or not (isinstance(item, Unit) and item.is_("of")):
        return False
    if isinstance(following, Unit):
        return person.kin and following.unknown and following.capital  # "wife of Omar, Mona Haddad"
    kin = person.kin or person.offspring or person.how == "one"
    return kin and following is not None and following.how == "name"
