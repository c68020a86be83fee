"""A mention: people as a text mentions them, and what the words beside them say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cairn.values import OFFSPRING, Group, Harm, Quantifier, Range, Status, Victim


@dataclass(frozen=True, slots=True)
class Mention:
    """People mentioned in units `start` to `end`.

    `how`: "counted", "one" (a singular), "plural" (not counted), "definite" (told of before), "bare" (a
    number with no word for people), "name", "asked" ("how many people"). `harm` where the word itself says
    what was done ("martyrs").
    """

    count: Range | None
    quantifier: Quantifier
    start: int
    end: int
    how: str
    status: Status = Status.UNKNOWN
    group: Group | None = None
    gender: str | None = None
    kind: str = ""  # narrower than the group
    harm: tuple[Harm, ...] = ()
    age: float | None = None
    other: bool = False
    kin: bool = False
    offspring: bool = False  # a word for somebody's son, daughter or grandchild
    first: bool = False  # the first of those whom a plural names: "sons Omar and Ali"
    person: bool = False  # a word for people stands in it
    people: tuple[Victim, ...] = ()
    victims: bool = False  # a word for those harmed that does not say how
    either: bool = False  # a form that is one person behind a noun of harm, else several
    a: bool = False  # "a" or "an" stands before it


def named(mention: Mention) -> tuple[Victim, ...]:
    """The people named in a mention, with what it says of them."""
    people = tuple(_told(person, mention) for person in mention.people)
    if len(people) != 1:
        return people
    person = people[0]
    age = mention.age if mention.age is not None else person.age
    gender = mention.gender or person.gender
    if age == person.age and gender == person.gender:
        return people
    return (replace(person, age=age, gender=gender),)


def _told(person: Victim, mention: Mention) -> Victim:
    """The person with what the words beside the name say, where nothing said it before."""
    kin = OFFSPRING if mention.offspring else None
    group, kin = person.group or mention.group, person.kin or kin
    if group is person.group and kin is person.kin:
        return person
    return replace(person, group=group, kin=kin)


def by_age(group: Group | None, age: float | None) -> Group | None:
    """Under 18 is a child, whatever word was used."""
    if age is not None and age < 18 and group in (None, Group.MEN, Group.WOMEN):
        return Group.CHILDREN
    if age is not None and age >= 18 and group is Group.CHILDREN:
        return None
    return group
