"""People whom the writer says are not counted: "killed along with his mother (not included)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.items import Item
from cairn.extract.look import is_
from cairn.extract.mention import Mention
from cairn.extract.units import Unit

_FIRST_WORDS = 4  # "(the latter not currently counted here)"
_HARM_BETWEEN = 4  # "two drivers were also wounded (not counted)"


def without_uncounted(items: list[Item]) -> list[Item]:
    """The items, those before such a bracket told of and not counted."""
    for at, item in enumerate(items):
        if isinstance(item, Unit) and item.key == "(" and _says_uncounted(items, at):
            _uncount(items, at)
    return items


def _says_uncounted(items: Sequence[Item], opens: int) -> bool:
    return any(is_(items, k, "uncounted") for k in range(opens + 1, opens + 1 + _FIRST_WORDS))


def _uncount(items: list[Item], opens: int) -> None:
    """Only the last told of before the bracket: whoever stands before them is counted."""
    for k in range(opens - 1, max(-1, opens - 2 - _HARM_BETWEEN), -1):
        item = items[k]
        if isinstance(item, Mention):
            items[k] = replace(item, count=None, how="definite", people=())
            return
        if not (item.sense.frame or item.sense.signs & {"passive", "adverb"}):
            return
