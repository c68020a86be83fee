"""People told of in a row, from the last of them back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cairn.extract.items import Item
from cairn.extract.look import back, bare, is_, key_of, skipped
from cairn.extract.mention import Mention
from cairn.extract.units import Unit

FAR = 22  # how many items may stand between people and "were killed"

_MARKS = frozenset((",", "*"))
_MARKS_IN_A_FAMILY = frozenset((",", ";", "*"))


def chain_left(items: Sequence[Item], last: int) -> list[int]:
    chain, at = [last], last
    while True:
        k, linked = _past_letters(items, at) - 1, False
        marks = _MARKS_IN_A_FAMILY if _is_named_or_kin(items[at]) else _MARKS
        while k >= 0 and (
            key_of(items, k) in marks
            or is_(items, k, "and")
            or is_(items, k, "with")
            or key_of(items, k) == ")"
        ):
            if key_of(items, k) == ")":
                k = next((j for j in range(k, max(-1, k - 25), -1) if key_of(items, j) == "("), k)
            linked, k = True, _before_who(items, k) - 1
        if linked and k >= 0 and not isinstance(items[k], Mention):
            k = _owner_of_phrase(items, k)
        if k < 0 or not linked or not isinstance(items[k], Mention):
            break
        if is_(items, k - 1, "among") and not (bare(items[k]) or bare(items[at])):
            chain.insert(0, k)
            break
        if items[k].count is None or _belongs_before(items, k) or bare(items[k]) or bare(items[at]):
            break
        chain.insert(0, k)
        at = k
    return chain[-1:] if _told_before(items, chain) else chain


def _is_named_or_kin(item: Item) -> bool:
    """ "Omar Haddad; his wife; his sons": a row of one family; "two were hurt; three men died" is none."""
    return isinstance(item, Mention) and (bool(item.people) or item.kin)


def _before_who(items: Sequence[Item], at: int) -> int:
    """ "Mona Haddad, who was pregnant, and her son": the comma before what is told of the one in between."""
    if key_of(items, at) != ",":
        return at
    for k in range(at - 1, max(0, at - 8), -1):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame:
            return at
        if item.is_("relative"):
            return k - 1 if key_of(items, k - 1) == "," else at
    return at


def _past_letters(items: Sequence[Item], at: int) -> int:
    """The place of the first of the capitals before a person: "and ABC volunteer Omar Haddad", "and Ali and
    Mona's sons"."""
    k, person = at, items[at]
    if not isinstance(person, Mention) or not (person.count is None or person.count.max == 1 or person.kin):
        return at  # "the Haddad and Testi families"
    while k > 0 and at - k < 2 and isinstance(item := items[k - 1], Unit) and item.unknown and item.capital:
        k -= 1
        if item.key.endswith("'s") and is_(items, k - 1, "and") and not isinstance(items[k - 2], Mention):
            return k - 2
    return k if is_(items, k - 1, "and") or key_of(items, k - 1) == "," else at


def _told_before(items: Sequence[Item], chain: Sequence[int]) -> bool:
    """Whether a list behind an earlier word for harm ends before the last of the chain: "eight were killed,
    including women and children, and one child was hurt"."""
    if len(chain) < 2 or key_of(items, chain[-1] + 1) in (",", "-", ")"):
        return False
    first = chain[0]
    links = [_links(items, *pair) for pair in pairwise(chain)]
    complete = is_(items, first - 1, "among") or any("and" in link for link in links[:-1])
    if links[-1] != {",", "and"} or not complete:
        return False
    before = (items[k] for k in range(first - 1, max(-1, first - FAR), -1))
    return any(isinstance(item, Unit) and item.sense.frame for item in before)


def _links(items: Sequence[Item], first: int, second: int) -> set[str]:
    between = range(first + 1, second)
    return {"and" if is_(items, k, "and") else key_of(items, k) for k in between} & {",", "and"}


def _owner_of_phrase(items: Sequence[Item], at: int) -> int:
    """The people of "four staff of one agency", from the end of the phrase; -1 where there are none."""
    for k in range(at, max(-1, at - 5), -1):
        item = items[k]
        if isinstance(item, Mention) and item.how in ("counted", "one", "definite"):
            return k if is_(items, k + 1, "of") else -1
        passed = isinstance(item, Unit) and (item.unknown or item.sense.signs & {"of", "one"})
        if not (passed or (isinstance(item, Unit) and skipped(items, k))):
            return -1
    return -1


def _belongs_before(items: Sequence[Item], at: int) -> bool:
    """Whether a word for harm right before these people has them already: "killing two, three were hurt"."""
    k = back(items, at - 1)
    if k < 0:
        return False
    item = items[k]
    return isinstance(item, Unit) and (
        item.sense.frame in ("after", "verb", "noun") or "among" in item.sense.signs
    )
