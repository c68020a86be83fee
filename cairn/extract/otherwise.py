"""Another's count of the same people, of whom only the number is said: "six died, others said eight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cairn.extract.items import Item
from cairn.extract.join import Join
from cairn.extract.look import back, is_
from cairn.extract.mention import Mention
from cairn.extract.units import Unit
from cairn.values import Quantifier, Way


def said_otherwise(items: Sequence[Item], found: Sequence[Join]) -> Iterator[Join]:
    """For each number alone behind a word for speaking, the harm counted last before it, so often."""
    counted = [join for join in found if not join.denied and any(each.count for each in join.people)]
    for at, item in enumerate(items):
        if not _is_number(item):
            continue
        word = at - 1 if is_(items, at - 1, "speech") else back(items, at - 1)
        if not (is_(items, word, "speech") and _ends(items, at + 1)):
            continue
        before = [join for join in counted if max((join.word, *join.at)) < word]
        if before and isinstance(item, Mention):
            yield Join(before[-1].kinds, (item,), Way.SAID_OTHERWISE, word, (at,))


def _is_number(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "bare" and item.quantifier is not Quantifier.VAGUE


def _ends(items: Sequence[Item], at: int) -> bool:
    following = items[at] if at < len(items) else None
    return following is None or (isinstance(following, Unit) and following.is_mark)
