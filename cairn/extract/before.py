"""The people before a word for harm: right before it, or the subject of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.chain import FAR, chain_left
from cairn.extract.items import Item
from cairn.extract.look import back, is_, is_counted, is_name, key_of, skipped
from cairn.extract.mention import Mention
from cairn.extract.units import Unit


def people_left(items: Sequence[Item], at: int, far: bool) -> list[int]:
    """The people before a word for harm: right before it, or, far, the subject of its clause."""
    k = back(items, at - 1)
    if is_(items, k, "pronoun"):
        return []  # "they were killed": people told of before
    if is_(items, k, "relative"):
        k -= 1
        if key_of(items, k) == "(" and k and is_name(items[k - 1]):
            return [k - 1]  # "Omar Haddad (who died later) and Ali Haddad": the one before alone
        named = k - 1 if key_of(items, k) == "," else k
        if _is_counted_by_itself(items, k) or (named < k and is_name(items[named])):
            return chain_left(items, named)  # "he spoke of a girl who was killed": the nearest
    k = _before_dashes(items, k)
    k = _before_insertion(items, k) if far else k
    joined = is_(items, back(items, at - 1), "and")  # "was attacked while … and injured"
    steps = 0
    best: int | None = None
    while k >= 0 and steps < FAR:
        item = items[k]
        if isinstance(item, Mention) and item.how == "bare" and not _stands_alone(items, k):
            pass
        elif far and _says_who_they_are(items, k):
            best = k if best is None else best
        elif isinstance(item, Mention):
            near = k == at - 1 and (
                item.how == "bare" or (is_counted(item) and not is_(items, k - 1, "merely with"))
            )
            if not far or near or not _after_preposition(items, k):
                best = k
                break
            best = k if best is None else best
        elif not _passable(items, k, far, joined) or (best is None and item.is_("pronoun")):
            break
        elif item.key == ")":
            opened = next((j for j in range(k, max(-1, k - 25), -1) if key_of(items, j) == "("), None)
            k = opened if opened is not None else k
        k -= 1
        steps += 1
    if best is None:
        return []
    return chain_left(items, best)


def _says_who_they_are(items: Sequence[Item], at: int) -> bool:
    """ "Three people believed to be militants": the militants are the three."""
    item = items[at]
    return isinstance(item, Mention) and item.how == "plural" and is_(items, at - 1, "passive")


def _is_counted_by_itself(items: Sequence[Item], at: int) -> bool:
    item = items[at] if at >= 0 else None
    return isinstance(item, Mention) and item.count is not None and item.how in ("one", "counted", "name")


def _stands_alone(items: Sequence[Item], at: int) -> bool:
    """ "three were killed", "three of them": it can be people by itself; in "June 19, 2025" it cannot."""
    if is_(items, at - 1, "of") and _is_one(items, at - 2):
        return False  # "father of four killed", "two of five killed"
    k = at + 1
    while k < len(items) and skipped(items, k) and not _harms(items[k]):
        k += 1
    item = items[k] if k < len(items) else None
    if not isinstance(item, Unit):
        return False
    return (
        bool(item.sense.frame or item.sense.signs & {"passive", "of", "among", "suffer"}) or item.key == "("
    )


def _is_one(items: Sequence[Item], at: int) -> bool:
    item = items[at] if at >= 0 else None
    return isinstance(item, Mention) and item.how in ("one", "definite", "name", "bare")


def _harms(item: Item) -> bool:
    return isinstance(item, Unit) and bool(item.sense.frame)  # "two fatally" are two people


def _before_insertion(items: Sequence[Item], at: int) -> int:
    """ "A driver, while on his way home, was shot": what stands between the commas is passed over."""
    if key_of(items, at) != ",":
        return at
    for k in range(at - 1, max(0, at - 20), -1):
        if key_of(items, k) == ",":
            clause = any(is_(items, j, "clause") or is_(items, j, "relative") for j in range(k + 1, k + 3))
            return k - 1 if clause else at
    return at


def _before_dashes(items: Sequence[Item], at: int) -> int:
    """ "Four people - possibly all of them guards - were killed": the people before the first dash."""
    if key_of(items, at + 1) != "-":
        return at
    for k in range(at, max(0, at - 12), -1):
        before = items[k - 1]
        if key_of(items, k) == "-" and isinstance(before, Mention) and before.how in ("counted", "bare"):
            return k - 1
        if isinstance(item := items[k], Unit) and (item.sense.frame or item.key in ".;:"):
            return at
    return at


def _passable(items: Sequence[Item], at: int, far: bool, joined: bool) -> bool:
    item = items[at]
    assert isinstance(item, Unit)
    if skipped(items, at) or item.key == ")" or item.sense.signs & {"passive"}:
        return True
    if not far or (item.is_("clause") and not joined):
        return False
    if item.sense.frame in ("verb", "before"):
        return True  # "were shot and killed", "was injured and later died"
    return not (item.sense.frame or item.key in ";:." or item.sense.signs & {"not", "denies"})


def _may_be_a_place(item: Item) -> bool:
    """Whether it is written as a name, and no given name or title tells that it is a person's."""
    return isinstance(item, Mention) and item.how == "name" and item.gender is None


def _after_preposition(items: Sequence[Item], at: int) -> bool:
    k = at - 1
    while k > 0 and at - k < 5 and isinstance(item := items[k], Unit):
        comma = item.key == "," and _may_be_a_place(items[at])  # "in Hadra, Upper Testabad"
        if not (comma or item.unknown or item.is_("modifier") or skipped(items, k)):
            break
        k -= 1
    return any(is_(items, k, sign) for sign in ("preposition", "of", "own", "merely with"))
