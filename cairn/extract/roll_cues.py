"""Where a sentence begins to name the harmed: "among the deceased were …", "were killed: …", "called …"."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.items import Item
from cairn.extract.look import is_, key_of, skipped
from cairn.extract.mention import Mention
from cairn.extract.row import row
from cairn.extract.units import Unit

_REACH = 9  # items between a word for the harmed and the "were" that belongs to it


def named_in_a_row(items: Sequence[Item]) -> tuple[Mention, ...]:
    """The people whom a sentence names as the harmed it tells of; none where it names nobody so."""
    for at in range(len(items)):
        start = _behind_those_harmed(items, at) or _behind_colon(items, at) or _behind_called(items, at)
        if start is not None and (people := _people(items, start)):
            return people
    return ()


def _people(items: Sequence[Item], start: int) -> tuple[Mention, ...]:
    chain = (items[at] for at in row(items, start))
    return tuple(item for item in chain if isinstance(item, Mention) and item.people)


def _behind_those_harmed(items: Sequence[Item], at: int) -> int | None:
    """ "The dead were Omar Haddad and …", "another victim of the raid was Omar Haddad"."""
    item = items[at]
    if not (item.victims if isinstance(item, Mention) else item.is_("those harmed")):
        return None
    for k in range(at + 1, min(len(items), at + _REACH)):
        if is_(items, k, "passive"):
            return _next_people(items, k + 1)
        between = items[k]
        if isinstance(between, Mention) or between.sense.frame or between.is_("relative"):
            return _next_people(items, k) if k == at + 1 else None
    return None


def _behind_colon(items: Sequence[Item], at: int) -> int | None:
    """ "Three people were killed: Omar Haddad, …"."""
    if key_of(items, at) != ":":
        return None
    k = at - 1
    while k > 0 and skipped(items, k):
        k -= 1
    item = items[k] if k >= 0 else None
    harms = isinstance(item, Unit) and item.sense.frame in ("verb", "before")
    return _next_people(items, at + 1) if harms else None


def _behind_called(items: Sequence[Item], at: int) -> int | None:
    """ "killed two men of one family, named Omar Haddad and …"."""
    if not is_(items, at, "called") or not any(isinstance(i, Unit) and i.sense.frame for i in items[:at]):
        return None
    before = (item for item in items[max(0, at - _REACH) : at] if isinstance(item, Mention))
    several = any(each.count is not None and each.count.min > 1 and not each.people for each in before)
    return _next_people(items, at + 1) if several else None


def _next_people(items: Sequence[Item], at: int) -> int | None:
    """The mention that stands here, past small words."""
    while at < len(items) and (skipped(items, at) or key_of(items, at) == ":"):
        at += 1
    return at if at < len(items) and isinstance(items[at], Mention) else None
