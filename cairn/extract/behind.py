"""The people right behind a word for harm: "killed three men"."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.items import Item
from cairn.extract.look import is_, is_name, key_of, skipped
from cairn.extract.mention import Mention
from cairn.extract.row import of_next, row
from cairn.extract.units import Unit
from cairn.values import Status

_WORDS_OF_A_DATE = 5  # "2 December 2024", in two words where a month has two, and one more: "last", a title

_FURTHER = 14  # items


def people_right(items: Sequence[Item], at: int) -> list[int]:
    """The people right after a word for harm, or after it and its day."""
    k = start = _past_day(items, at + 1)
    # "killing and seriously wounding five": the people of the second word are those of the first.
    while (
        k < len(items)
        and k < start + 5
        and (skipped(items, k) or is_(items, k, "of") or key_of(items, k) == ":")
    ):
        k += 1
    if k + 1 < len(items) and is_(items, k, "and"):
        following = items[k + 1]
        if isinstance(following, Unit) and following.sense.frame in ("after", "verb"):
            both = people_right(items, k + 1)
            return [] if both and _others(items[both[0]]) else both
    if k >= len(items) or not isinstance(items[k], Mention) or of_next(items, k):
        return []
    if _did_it(items, at, k):
        k += 1
    if is_name(items[k]) and any(key_of(items, j) == "-" for j in range(at + 1, k)):
        return []  # "20 wounded – Health Ministry": a dash before a name says who told it
    return row(items, k)


def _past_day(items: Sequence[Item], at: int) -> int:
    """Past the day that Arabic tells between the verb and its people: "قتل يوم الاثنين 2 أيار ثلاثة"."""
    k = at
    while k < len(items) and (is_(items, k, "days") or skipped(items, k)):
        k += 1
    if not is_(items, k, "weekday") or key_of(items, k) < "\u0600":
        return at
    k += 1
    for _ in range(_WORDS_OF_A_DATE):
        item = items[k] if k < len(items) else None
        if not (isinstance(item, Unit) and _may_be_of_a_date(item)):
            break
        k += 1
    return k if k < len(items) and isinstance(items[k], Mention) else at


def _may_be_of_a_date(unit: Unit) -> bool:
    return unit.unknown or unit.key.isdigit() or unit.key in ",/" or unit.is_("father")  # آب: August


def people_further_right(items: Sequence[Item], at: int) -> list[int]:
    """The people counted in the same clause, behind where and when: "قتل في قرن أمس ثلاثة مدنيين"."""
    for k in range(at + 1, min(len(items), at + _FURTHER)):
        item = items[k]
        if isinstance(item, Mention):
            several = item.how in ("counted", "one") and item.count is not None and item.count.min > 1
            return row(items, k) if several and not (item.harm or item.other) else []
        deed = item.is_("verb") and not is_(items, k - 1, "preposition")
        clause = item.key == "," and k + 1 < len(items) and _says_more(items[k + 1])
        if deed or clause or item.sense.frame or item.key in ".;:!?" or item.sense.signs & {"not", "among"}:
            return []
    return []


def _says_more(item: Item) -> bool:
    """Whether something new begins behind a comma: neither people nor where and when."""
    return isinstance(item, Unit) and item.unknown


def _others(item: Item) -> bool:
    """ "They were killed and five others wounded": the others are not those of the first word."""
    return isinstance(item, Mention) and item.other


def _did_it(items: Sequence[Item], at: int, k: int) -> bool:
    """Arabic puts the verb first, then who did it, then to whom: "خطف مسلحون خمسة أشخاص"."""
    if key_of(items, at) < "\u0600" or k + 1 >= len(items):
        return False
    doer, done_to = items[k], items[k + 1]
    if not (isinstance(doer, Mention) and isinstance(done_to, Mention)):
        return False
    armed = doer.status is Status.COMBATANT and doer.how in ("plural", "one", "definite")
    return (
        armed
        and done_to.status is not Status.COMBATANT
        and done_to.how in ("counted", "one", "plural", "name")
    )
