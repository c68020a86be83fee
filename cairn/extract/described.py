"""What stands behind a person and describes them: "(12 years old, female)", ", aged 7", "who was seven"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cairn.extract.mention import Mention, by_age
from cairn.extract.units import Unit
from cairn.values import Group, Quantifier

Item = Mention | Unit
_OLDEST = 110
_OF_AGE = 18
_LONGEST_BRACKET = 12
_SINGULAR = ("one", "definite", "age")


@dataclass(frozen=True, slots=True)
class Description:
    """`end` is the item after it. `group` is children where it says so, or says an age below 18 vaguely."""

    end: int
    age: float | None = None
    group: Group | None = None
    gender: str | None = None

    def of(self, person: Mention) -> Mention:
        """The person with what is said here; what was known before stays."""
        age = person.age if person.age is not None else self.age
        group = by_age(self.group or person.group, age)
        theirs = person.offspring or (person.group is Group.CHILDREN and group is None)
        return replace(person, age=age, group=group, gender=person.gender or self.gender, offspring=theirs)


def described(items: Sequence[Item], at: int, person: Mention) -> Description | None:
    """The description that begins at this item, right behind a person."""
    first = items[at]
    if isinstance(first, Mention):
        return None
    if first.key == "(":
        return _in_brackets(items, at, person)
    return _relative(items, at, person) or _behind_comma(items, at, person)


def told_later(told: Sequence[Item], items: Sequence[Item], at: int) -> tuple[int, Description] | None:
    """ "Omar Haddad was also killed, aged 12": the person's place in `told`, and what is said."""
    if not _is(items, at, "aged") or (found := _aged(items, at)) is None:
        return None
    for k in range(len(told) - 1, max(-1, len(told) - 8), -1):
        item = told[k]
        if isinstance(item, Mention):
            return (k, found) if _is_one(item) and item.age is None else None
        if not (item.key == "," or item.sense.frame or item.sense.signs & {"passive", "adverb"}):
            return None
    return None


def _in_brackets(items: Sequence[Item], at: int, person: Mention) -> Description | None:
    """ "(17)", "(female, child, 7)", "(his son, aged 9)": all that stands there describes the person."""
    last = min(len(items), at + _LONGEST_BRACKET)
    end = next((k for k in range(at + 1, last) if _key(items, k) == ")"), None)
    if end is None:
        return None
    inside = items[at + 1 : end]
    age, young = _age_within(inside)
    who = next((item for item in inside if isinstance(item, Mention) and item.how in _SINGULAR), None)
    who = who if who is not None and _is_one(person) else None
    if age is None and not young and not (who and who is inside[0] and not _tells_harm(inside)):
        return None
    child = young or (who is not None and who.group is Group.CHILDREN)
    return Description(end + 1, age, Group.CHILDREN if child else None, who.gender if who else None)


def _age_within(inside: Sequence[Item]) -> tuple[float | None, bool]:
    """The age told in brackets; or whether it is told vaguely and below 18: "less than a year"."""
    for k, item in enumerate(inside):
        if isinstance(item, Mention):
            if (age := _years(item)) is not None:
                return age, False
            if item.how == "bare" and item.quantifier in (Quantifier.BETWEEN, Quantifier.UP_TO):
                return None, item.count is not None and (item.count.max or _OF_AGE) < _OF_AGE
        elif item.sense.quantifier is Quantifier.UP_TO and _is_year(inside, k + 2):
            return None, True
        elif (number := _number(item)) is not None:
            if _is_year(inside, k + 1):
                return number, False
            if _is(inside, k + 1, "part of a year"):
                return round(number / 12, 1), False
    return None, False


def _is_year(items: Sequence[Item], at: int) -> bool:
    return _is(items, at, "year") or _is(items, at, "years")


def _number(unit: Unit) -> float | None:
    if unit.sense.number is not None:
        return float(unit.sense.number)
    try:
        return float(unit.key)
    except ValueError:
        return None


def _tells_harm(items: Sequence[Item]) -> bool:
    return any(isinstance(item, Unit) and item.sense.frame for item in items)


def _relative(items: Sequence[Item], at: int, person: Mention) -> Description | None:
    """ "who was seven", ", who is 26 years old,"."""
    k = at + 1 if _key(items, at) == "," else at
    if not (_is_one(person) and _is(items, k, "relative") and _is(items, k + 1, "passive")):
        return None
    k += 2
    while _is(items, k, "adverb") or _is(items, k, "aged") or _is_unknown(items, k):
        k += 1
    age = _years(items[k]) if k < len(items) else None
    following = items[k + 1] if k + 1 < len(items) else None
    if age is None or not (_is_age(items[k]) or _ends(following)):
        return None
    comma = k > at + 2 and _key(items, at) == "," and _key(items, k + 1) == ","
    return Description(k + (2 if comma else 1), age)


def _behind_comma(items: Sequence[Item], at: int, person: Mention) -> Description | None:
    k = at + 1 if _key(items, at) == "," else at
    if _is(items, k, "aged"):
        return _aged(items, k)
    if k == at or k >= len(items) or (age := _years(items[k])) is None:
        return None
    following = items[k + 1] if k + 1 < len(items) else None
    if isinstance(following, Mention):
        return None  # "Omar, 5-year-old Karim": the age is of the one who follows
    stated = _is_age(items[k])
    if not (stated or _ends(following) or (person.how == "name" and _goes_on_of_one(following))):
        return None
    comma = isinstance(following, Unit) and following.key == "," and not stated
    return Description(k + (2 if comma else 1), age)


def _aged(items: Sequence[Item], at: int) -> Description | None:
    """ "aged 12": not "aged 12-year-old Karim"."""
    while _is(items, at, "aged"):
        at += 1
    age = _years(items[at]) if at < len(items) else None
    if age is None or (at + 1 < len(items) and isinstance(items[at + 1], Mention)):
        return None
    return Description(at + 1, age)


def _years(item: Item) -> float | None:
    if not isinstance(item, Mention):
        return None
    if item.how == "age":
        return item.age
    if item.how != "bare" or item.count is None or item.count.min != item.count.max:
        return None
    return float(item.count.min) if 0 < item.count.min <= _OLDEST else None


def _is_age(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "age"


def _is_one(person: Mention) -> bool:
    return person.count is not None and person.count.max == 1


def _ends(following: Item | None) -> bool:
    """Whether a bare number before this is an age: "Mona Haddad, 7," and "Mona Haddad, 7, was"."""
    if following is None:
        return True
    if isinstance(following, Mention):
        return False
    return following.key in (",", ")", ".", ";", ":") or bool(following.sense.signs & {"and", "passive"})


def _goes_on_of_one(following: Item | None) -> bool:
    """ "Omar Haddad, 27 of Hadra, was …", "Mona Haddad, 32 has …": nothing that the number could count."""
    signs = {"of", "from", "verb", "relative", "range to"}
    return isinstance(following, Unit) and bool(following.sense.signs & signs)


def _is_unknown(items: Sequence[Item], at: int) -> bool:
    item = items[at] if at < len(items) else None
    return isinstance(item, Unit) and item.unknown and not item.capital  # "who was only four"


def _key(items: Sequence[Item], at: int) -> str:
    item = items[at] if 0 <= at < len(items) else None
    return item.key if isinstance(item, Unit) else ""


def _is(items: Sequence[Item], at: int, sign: str) -> bool:
    item = items[at] if 0 <= at < len(items) else None
    return isinstance(item, Unit) and sign in item.sense.signs
