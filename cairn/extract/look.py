"""What stands at a place in a sentence: looking forward and back along its items."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.items import Item
from cairn.extract.mention import Mention
from cairn.extract.units import Unit

_SKIPPED = frozenset({"adverb", "definite"})


def is_(items: Sequence[Item], at: int, sign: str) -> bool:
    if not 0 <= at < len(items):
        return False
    item = items[at]
    return isinstance(item, Unit) and sign in item.sense.signs


def key_of(items: Sequence[Item], at: int) -> str:
    item = items[at] if 0 <= at < len(items) else None
    return item.key if isinstance(item, Unit) else ""


def back(items: Sequence[Item], at: int) -> int:
    """The nearest item at or before this one that is more than an adverb."""
    while at >= 0 and skipped(items, at):
        at -= 1
    return at


def skipped(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if isinstance(item, Mention):
        return False
    if item.sense.signs & {"passive"}:
        return False
    owner = item.capital and item.unknown and item.key.endswith("'s")  # "Omar's wife" is the wife
    return owner or bool(item.sense.signs & _SKIPPED) or item.key in "'\"-#*"


def forward(items: Sequence[Item], at: int) -> int:
    """The nearest item at or after this one that is more than an adverb or another "be"."""
    while at < len(items) and (skipped(items, at) or is_(items, at, "passive")):
        at += 1
    return at


def past_brackets(items: Sequence[Item], at: int) -> int:
    if key_of(items, at) != "(":
        return at
    closed = next((k for k in range(at, min(len(items), at + 25)) if key_of(items, k) == ")"), None)
    return at if closed is None else closed + 1


def bare(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "bare"


def is_name(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "name"


def is_counted(item: Item) -> bool:
    return isinstance(item, Mention) and item.how in ("counted", "bare")
