"""The ways a word for harm and its people stand to each other: the frames of `harm` in a language's file.

Each frame takes the items of a sentence and the place of the word, and gives the way they are joined and the
places of the people; none where the word harms nobody here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cairn.extract.before import people_left
from cairn.extract.behind import people_further_right, people_right
from cairn.extract.items import Item
from cairn.extract.look import back, is_, is_counted, key_of, skipped
from cairn.extract.mention import Mention
from cairn.values import Quantifier, Way

Found = tuple[Way, list[int]] | None


def _verb(items: Sequence[Item], at: int) -> Found:
    before = back(items, at - 1)
    if before >= 0 and is_(items, before, "passive"):
        return Way.WERE_HARMED, people_left(items, before, far=True)
    if _pronoun_follows(items, at) or is_(items, at - 1, "those"):
        return None
    if people := people_right(items, at):
        return Way.HARMED_THEM, people
    if people := people_left(items, at, far=False):
        return Way.HARMED, people
    if several := _several(items, at):
        return Way.SEVERAL_OF_BOTH, several
    if inverted := _inverted(items, at):
        return Way.HARMED_WERE, inverted
    if key_of(items, at) >= "\u0600":
        # Arabic puts the verb first: whoever stands far before it is not its people
        return Way.HARMED_FURTHER_OFF, people_further_right(items, at)
    return Way.HARMED_FURTHER_OFF, people_left(items, at, far=True)


def _inverted(items: Sequence[Item], at: int) -> list[int]:
    """ "Also killed in the strike were Omar Haddad and his son"."""
    for k in range(at + 1, min(len(items) - 1, at + 9)):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame or item.key in ".;:":
            return []
        if item.is_("passive"):
            return people_right(items, k)
    return []


def _after(items: Sequence[Item], at: int) -> Found:
    if people := people_right(items, at):
        return Way.HARMING_THEM, people
    if suffered := _suffered(items, at):
        return Way.THEY_SUFFERED, people_left(items, suffered, far=True)
    return None


def _before(items: Sequence[Item], at: int) -> Found:
    return Way.THEY_DIED, people_left(items, at, far=key_of(items, at) < "\u0600")


def _noun(items: Sequence[Item], at: int) -> Found:
    if people := people_right(items, at):
        return Way.THE_HARM_OF, people
    if people := people_left(items, at, far=False):
        return (Way.SO_MANY_HARMED, people) if is_counted(items[people[-1]]) else None
    if several := _several(items, at):
        return Way.SEVERAL_OF_BOTH, several
    if suffered := _suffered(items, at):
        return Way.THEY_SUFFERED, people_left(items, suffered, far=True)
    return None


def _several(items: Sequence[Item], at: int) -> list[int]:
    """ "several martyrs and injuries": nobody counted either, and there were several of both."""
    item = items[at - 2] if at > 1 and is_(items, at - 1, "and") else None
    if isinstance(item, Mention) and item.harm and item.quantifier is Quantifier.VAGUE:
        return [at - 2]
    return []


def _toll(items: Sequence[Item], at: int) -> Found:
    led = next((k for k in range(at + 1, at + 16) if is_(items, k, "rose") or is_(items, k, "came to")), at)
    aside = False  # in a clause that a comma opened: "the toll is unknown, but twelve people are missing"
    for k in range(at + 1, min(len(items), led + 9)):
        item = items[k]
        if isinstance(item, Mention):
            if item.how in ("bare", "counted"):
                return None if aside else (Way.TOLL, [k])
            if item.how != "plural":
                return None
        elif item.sense.frame or item.key in ".;":
            return None
        elif key_of(items, k) == ",":
            aside = is_(items, k + 1, "clause") and k > led
    return None


def _self(items: Sequence[Item], at: int) -> Found:
    return None


def _state(items: Sequence[Item], at: int) -> Found:
    before = back(items, at - 1)
    while is_(items, before, "modifier") or is_(items, before, "called"):
        before = back(items, before - 1)  # "was also named among the dead"
    if people := people_left(items, at, far=is_(items, before, "passive")):
        return Way.WERE_LEFT, people
    after = at + 1
    while is_(items, after, "passive") or (after < len(items) and skipped(items, after)):
        after += 1
    told = after > at + 1 or (after < len(items) and isinstance(items[after], Mention))
    if is_(items, at, "those harmed") and told:
        return Way.AMONG_THOSE_HARMED, people_right(items, after - 1)
    return None


FRAMES: dict[str, Callable[[Sequence[Item], int], Found]] = {
    "verb": _verb,
    "after": _after,
    "before": _before,
    "noun": _noun,
    "self": _self,
    "toll": _toll,
    "state": _state,
}


def _suffered(items: Sequence[Item], at: int) -> int | None:
    """The word before "serious wounds" that says who bore them: suffered, received."""
    for k in range(at - 1, max(-1, at - 8), -1):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame:
            return None
        if "suffer" in item.sense.signs:
            return k
    return None


def _pronoun_follows(items: Sequence[Item], at: int) -> bool:
    """ "shot him", "killed her": somebody told of before, so not another person."""
    k = at + 1
    while k < len(items) and skipped(items, k) and not (is_(items, k, "definite") or is_(items, k, "clause")):
        k += 1
    return is_(items, k, "pronoun") or is_(items, k, "own")
