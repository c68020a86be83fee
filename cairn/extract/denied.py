"""Whether a sentence says that the harm it tells of was not done."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.items import Item
from cairn.extract.look import is_
from cairn.extract.mention import Mention

_CLAUSE = 9  # items within which a deed and what it did not cause stand


def denied(items: Sequence[Item], at: int) -> bool:
    """Whether "no", "not" or "without" stands before, or further back what did not come of a deed."""
    return _came_to_nothing(items, at) or _stands_before(items, at, "not")


def contradicted(items: Sequence[Item], at: int) -> bool:
    """Whether somebody denies it: then it was alleged, and the denial says of nobody that they live."""
    return _stands_before(items, at, "denies")


def _stands_before(items: Sequence[Item], at: int, sign: str) -> bool:
    k, steps = at - 1, 0
    while k >= 0 and steps < 4:
        if is_(items, k, sign):
            return True
        item = items[k]
        if isinstance(item, Mention) or item.is_mark:
            return False
        if not (item.sense.signs & {"adverb", "passive", "of", "verb", "definite", "preposition"}) and steps:
            return False
        k -= 1
        steps += 1
    return False


def _came_to_nothing(items: Sequence[Item], at: int) -> bool:
    for k in range(at - 1, max(-1, at - _CLAUSE), -1):
        item = items[k]
        if is_(items, k, "no result"):
            return True
        if (
            isinstance(item, Mention)
            or item.is_mark
            or item.sense.frame
            or item.sense.signs & {"clause", "and"}
        ):
            return False
    return False
