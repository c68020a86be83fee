"""People told of in a row, from the first of them on."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.items import Item
from cairn.extract.look import bare, forward, is_, is_name, key_of, past_brackets, skipped
from cairn.extract.mention import Mention
from cairn.extract.units import Unit
from cairn.values import Harm
from cairn.vocabulary.given_names import given_names


def row(items: Sequence[Item], start: int) -> list[int]:
    """People told of in a row: "two women, a child and his father", "four children: Ahmad, Mona …"."""
    chain, at = [start], start
    while True:
        k = past_brackets(items, _past_marks(items, at + 1))
        linked = False
        while k < len(items) and (_links_on(items, k) or (linked and is_(items, k, "namely"))):
            linked, k = True, _past_own_name(items, k + 1)
        lists = not linked and key_of(items, k) in (":", "-")
        while k < len(items) and (skipped(items, k) or (lists and key_of(items, k) == ":")):
            k += 1
        if k >= len(items) or not _follows_on(items, start, at, k, linked, lists):
            break
        chain.append(k)
        at = k
    return chain


def _links_on(items: Sequence[Item], at: int) -> bool:
    return key_of(items, at) in (",", ";") or is_(items, at, "and") or is_(items, at, "with")


def _past_own_name(items: Sequence[Item], at: int) -> int:
    """Past a given name alone in a row: "their children Samir, Omar and Hamada Haddad"."""
    item = items[at] if at < len(items) else None
    alone = isinstance(item, Unit) and item.unknown and item.capital and item.key in given_names()
    return at + 1 if alone and _links_on(items, at + 1) else at


def _follows_on(items: Sequence[Item], start: int, at: int, k: int, linked: bool, lists: bool) -> bool:
    """Whether the people at `k` go on with the row that stands at `at`."""
    mention, last = items[k], items[at]
    if not isinstance(mention, Mention) or mention.how == "bare" or bare(last):
        return False
    if lists and not (mention.people or mention.kin):
        return False
    if not (linked or lists or mention.how == "name" or is_name(last)):
        return False
    return not ((mention.harm and mention.harm != _harm(items[start])) or of_next(items, k))


def _past_marks(items: Sequence[Item], at: int) -> int:
    while key_of(items, at) in ("*", '"', "'"):
        at += 1
    return at


def _harm(item: Item) -> tuple[Harm, ...]:
    return item.harm if isinstance(item, Mention) else ()


def of_next(items: Sequence[Item], at: int) -> bool:
    """Whether the people here belong to the next word: "three killed, five injured"."""
    mention = items[at]
    assert isinstance(mention, Mention)
    k = at + 1
    while k < len(items) and skipped(items, k):
        k += 1
    if k >= len(items):
        return False
    item = items[k]
    if isinstance(item, Mention):
        return False
    if item.key >= "\u0600":
        return False
    if is_(items, k, "passive"):
        k = forward(items, k + 1)
        item = items[k] if k < len(items) else item
    return isinstance(item, Unit) and item.sense.frame in ("verb", "state", "before")
