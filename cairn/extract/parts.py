"""Parts of a count: those told of among the people harmed, wherever the sentence names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.chain import chain_left
from cairn.extract.items import Item
from cairn.extract.join import Join
from cairn.extract.look import back, is_, key_of, past_brackets, skipped
from cairn.extract.mention import Mention
from cairn.extract.row import row
from cairn.extract.units import Unit
from cairn.values import Quantifier, Range

_FAR = (
    14  # items between a whole and its parts: "22 members of a family that had fled from the camp, including"
)


def with_parts(items: Sequence[Item], join: Join, taken: set[int]) -> Join:
    """The join with those told of among its people, wherever the sentence names them."""
    if not join.at:
        return join
    last = max([*join.at, join.word])
    first = min(join.at)
    if inserted := _inserted(items, join, first):
        return inserted
    among: list[Mention] = _in_brackets(items, join) or _between_dashes(items, join)
    k = last + 1
    steps = 0
    while k < len(items) and steps < 18 and not among:
        item = items[k]
        if isinstance(item, Unit):
            if item.sense.frame and item.sense.frame != "person" and k not in (join.word,):
                break
            if item.is_("among"):
                among = _parts_at(items, k)
                break
            if item.key == ";":
                break
        k += 1
        steps += 1
    if not among:
        among = _spelt_out(items, join, last) or _parts_before(items, first) or _among_whole(items, first)
    return replace(join, among=_at_least_each(among)) if among else join


def _at_least_each(among: Sequence[Mention]) -> tuple[Mention, ...]:
    """ "At least five women and four children": at least four children too."""
    told: list[Mention] = []
    for at, part in enumerate(among):
        before = told[-1] if told else None
        shared = before and before.quantifier is Quantifier.AT_LEAST and at == len(among) - 1
        exact = part.how == "counted" and part.quantifier is Quantifier.EXACT and part.count is not None
        if shared and exact and part.count:
            part = replace(part, count=Range.at_least(part.count.min), quantifier=Quantifier.AT_LEAST)
        told.append(part)
    return tuple(told)


def _between_dashes(items: Sequence[Item], join: Join) -> list[Mention]:
    """ "Eight people – including a child – were killed"."""
    last = max(join.at)
    if join.word < last or key_of(items, last + 1) != "-":
        return []
    among = next((k for k in range(last + 2, join.word) if is_(items, k, "among")), None)
    return _all_of_them(items, join, last + 1) if among is None else _parts_at(items, among)


def _all_of_them(items: Sequence[Item], join: Join, opens: int) -> list[Mention]:
    """ "Four people – a couple with their two children – were killed": they add up to the four."""
    closes = next((k for k in range(opens + 1, join.word) if key_of(items, k) == "-"), opens)
    within = items[opens + 1 : closes]
    if any(isinstance(item, Unit) and item.sense.frame for item in within):
        return []
    return _adding_up([item for item in within if isinstance(item, Mention) and item.person], join)


def _inserted(items: Sequence[Item], join: Join, first: int) -> Join | None:
    """ "five people, including three children, were killed": the whole stands before its parts."""
    among = first - 1 if is_(items, first - 1, "among") else back(items, first - 1)
    parts = join.people
    if not is_(items, among, "among"):
        # "…, including two women and five children, one of them an infant, were killed"
        before = _among_before(items, join, first)
        if before is None:
            return None
        among, parts = before, tuple(_parts_at(items, before))
    counted = items[among - 1] if among else None
    if isinstance(counted, Mention) and counted.how == "bare" and parts and parts[0].how in ("plural", "one"):
        # "26 people, 21 of them civilians, were killed"; "…, one of them a child, …"
        if parts[0].how == "plural":
            parts = (_counted_as(parts[0], counted), *parts[1:])
        among -= 1
    whole = _whole_before(items, among)
    if whole is None:
        return None
    mention = items[whole]
    assert isinstance(mention, Mention)
    return replace(join, people=(mention,), at=(whole, *join.at), among=_at_least_each(parts))


def _among_before(items: Sequence[Item], join: Join, first: int) -> int | None:
    """The "including" of an insertion that a comma closes right before the word for harm."""
    k = back(items, join.word - 1)
    while is_(items, k, "passive"):
        k = back(items, k - 1)
    if join.word < first or key_of(items, k) not in (",", "-"):
        return None
    for at in range(first - 1, max(0, first - 14), -1):
        item = items[at]
        if isinstance(item, Unit) and (item.sense.frame or item.key in ";."):
            return None
        if is_(items, at, "among") and _opens_insertion(items, at):
            return at
    return None


def _opens_insertion(items: Sequence[Item], at: int) -> bool:
    before = items[at - 2] if at > 1 and key_of(items, at - 1) in (",", "-") else None
    return isinstance(before, Mention) and before.how in ("counted", "bare", "plural")


def _whole_before(items: Sequence[Item], first: int) -> int | None:
    k = first - 1
    while k >= 0 and first - k < _FAR:
        item = items[k]
        if isinstance(item, Mention) and item.how in ("counted", "bare", "plural"):
            return k
        if isinstance(item, Unit) and (item.sense.frame or item.key in ";."):
            return None
        k -= 1
    return None


def _parts_at(items: Sequence[Item], among: int) -> list[Mention]:
    counted = items[among - 1] if among else None
    k = among + 1
    while k < len(items) and (
        skipped(items, k)
        or key_of(items, k) in (",", ":")
        or is_(items, k, "passive")
        or is_(items, k, "verb")
    ):
        k += 1
    if k >= len(items) or not isinstance(items[k], Mention):
        return []
    found = [item for j in row(items, k) if isinstance(item := items[j], Mention)]
    if isinstance(counted, Mention) and counted.how == "bare" and found and found[0].how == "plural":
        # "three of them children"
        return [_counted_as(found[0], counted)]
    return found


def _parts_before(items: Sequence[Item], first: int) -> list[Mention]:
    """Parts told before their whole, as Turkish does: "3'ü çocuk 12 kişi"."""
    k = back(items, first - 1)
    if is_(items, k, "among before"):
        among = next((j for j in range(k - 1, max(-1, k - 12), -1) if is_(items, j, "among")), None)
        return [] if among is None else _parts_at(items, among)
    parts: list[Mention] = []
    while k >= 2 and is_(items, k - 1, "of them"):
        part, counted = items[k], items[k - 2]
        if not (isinstance(part, Mention) and isinstance(counted, Mention) and counted.how == "bare"):
            break
        parts.insert(0, _counted_as(part, counted))
        k = back(items, k - 3)
        while key_of(items, k) == "," or is_(items, k, "and"):
            k -= 1
    return parts


def _among_whole(items: Sequence[Item], first: int) -> list[Mention]:
    """ "Three civilians, including one child, were among up to seven killed": the three are of the seven."""
    if not is_(items, first - 1, "part of"):
        return []
    k = first - 2
    while k >= 0 and (skipped(items, k) or is_(items, k, "passive") or key_of(items, k) == ","):
        k -= 1
    if k < 0 or not isinstance(items[k], Mention):
        return []
    chain = chain_left(items, k)
    whole = _whole_before(items, chain[0] - 1) if is_(items, chain[0] - 1, "among") else None
    chain = chain if whole is None else [whole]
    return [item for j in chain if isinstance(item := items[j], Mention)]


def _counted_as(people: Mention, counted: Mention) -> Mention:
    return replace(people, count=counted.count, quantifier=counted.quantifier, start=counted.start)


def _in_brackets(items: Sequence[Item], join: Join) -> list[Mention]:
    for at in (*join.at, join.word):
        opens = at + 2 if key_of(items, at + 1) == "," else at + 1
        if key_of(items, opens) == "(":
            end = past_brackets(items, opens)
            within = items[opens + 1 : end]
            if any(isinstance(item, Unit) and item.sense.frame for item in within):
                continue  # "two killed (3 guards also killed)": the brackets tell of others
            if inside := [item for item in within if isinstance(item, Mention) and item.person]:
                return inside
    return []


def _spelt_out(items: Sequence[Item], join: Join, last: int) -> list[Mention]:
    """ "five killed: two women and three children" tells of the same five; Arabic needs no colon."""
    k = last + 1 + (key_of(items, last + 1) in (",", ":", "-"))
    if k >= len(items) or not isinstance(items[k], Mention):
        return []
    return _adding_up([item for j in row(items, k) if isinstance(item := items[j], Mention)], join)


def _adding_up(listed: list[Mention], join: Join) -> list[Mention]:
    """Those listed, if they are as many as the one count of the join."""
    if len(join.people) != 1 or join.people[0].count is None:
        return []
    counts = [each.count.min if each.count else 0 for each in listed]
    return listed if len(listed) > 1 and sum(counts) == join.people[0].count.min else []
