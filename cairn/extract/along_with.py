"""Who was harmed along with those told of: "died along with four others"."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.items import Item
from cairn.extract.look import is_, key_of, skipped
from cairn.extract.mention import Mention
from cairn.extract.row import of_next, row
from cairn.extract.units import Unit

_WHERE_AND_WHEN = 8  # words that may stand between "died" and "along with"


def with_them(items: Sequence[Item], word: int, at: Sequence[int]) -> list[int]:
    """ "was killed along with his wife", "killed with 13 others"."""
    if max(at) > word:
        return []
    k = word + 1
    while k < len(items) and (skipped(items, k) or key_of(items, k) in (",", "(")):
        k += 1
    k = _past_where(items, k)
    also = is_(items, k, "passive") and key_of(items, k - 1) == "as"  # "…, as was his wife"
    if not (also or is_(items, k, "with")):
        k = k if _and_others(items, k) else _along_with(items, word + 1)
    if k + 1 >= len(items) or not isinstance(items[k + 1], Mention) or of_next(items, k + 1):
        return []
    counted = items[k + 2] if k + 2 < len(items) else None
    if isinstance(counted, Unit) and counted.sense.frame == "noun":
        return []  # "15 were injured in addition to 5 deaths"
    return row(items, k + 1)


def _and_others(items: Sequence[Item], at: int) -> bool:
    """ "A commander was killed and three others." """
    others = items[at + 1] if is_(items, at, "and") and at + 1 < len(items) else None
    if not isinstance(others, Mention) or not others.other:
        return False
    return at + 2 >= len(items) or key_of(items, at + 2) == "."


def _along_with(items: Sequence[Item], at: int) -> int:
    """ "Died in the attack along with four others": the "with" behind where and when it was."""
    for k in range(at, min(len(items), at + _WHERE_AND_WHEN)):
        item = items[k]
        if (
            isinstance(item, Mention)
            or item.is_mark
            or item.sense.frame
            or item.sense.signs & {"clause", "and"}
        ):
            break
        if item.is_("with") and not item.is_("merely with"):
            return k
    return len(items)


def _past_where(items: Sequence[Item], at: int) -> int:
    """ "died during the raid, along with": past when and where it was, to others told of beside them."""
    if not is_(items, at, "preposition"):
        return at
    for k in range(at + 1, min(len(items), at + 8)):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame or item.is_("and"):
            return at
        if item.is_("with") and not item.is_("merely with"):
            return k
    return at
