"""One person told of before: "he later died", "Haddad was pronounced dead"."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.denied import denied
from cairn.extract.items import Item
from cairn.extract.join import Join
from cairn.extract.look import back, is_
from cairn.extract.mention import Mention
from cairn.extract.names import is_stranger
from cairn.extract.units import Unit
from cairn.values import Harm, Quantifier, Range, Way

_FAR = 14  # how many items may stand between "he" and "died"


def told_of_before(items: Sequence[Item], at: int) -> Join | None:
    """ "he later died", "Haddad was pronounced dead", "killing her": one person, told of before."""
    unit = items[at]
    assert isinstance(unit, Unit)
    before = back(items, at - 1)
    while is_(items, before, "passive"):
        before = back(items, before - 1)
    after = at + 1
    somebody = is_(items, before, "one person") or _is_surname(items, before)
    somebody = somebody or (unit.sense.frame == "before" and _is_of_a_pronoun(items, before))
    subject = unit.sense.frame in ("before", "verb") and somebody
    subject = subject and (unit.sense.frame == "before" or is_(items, back(items, at - 1), "passive"))
    object_ = unit.sense.frame in ("after", "verb") and is_(items, after, "one person") and not subject
    if not (subject or object_) or denied(items, at):
        return None
    return one_person(unit, unit.sense.harm, Way.HE_OR_SHE, at)


def _is_of_a_pronoun(items: Sequence[Item], at: int) -> bool:
    """ "He was rushed to hospital, but died": nobody else stands between, and no other clause begins."""
    for k in range(at, max(-1, at - _FAR), -1):
        item = items[k]
        if isinstance(item, Mention) or item.key in ";:.":
            return False
        if item.is_("pronoun"):
            return item.is_("one person")
        if item.is_("relative") or (item.is_("clause") and k != at):
            return False
    return False


def _is_surname(items: Sequence[Item], at: int) -> bool:
    """A capitalised word alone that begins a clause and names no organisation."""
    item = items[at] if at >= 0 else None
    if not isinstance(item, Unit) or not (item.unknown and item.capital) or item.key >= "\u0370":
        return False
    before = items[at - 1] if at else None
    begins = before is None or (isinstance(before, Unit) and (before.is_mark or before.is_("clause")))
    return begins and len(item.key) > 2 and not is_stranger(item.key)


def one_person(unit: Unit, kinds: tuple[Harm, ...], rule: Way, at: int) -> Join:
    someone = Mention(Range.exactly(1), Quantifier.EXACT, unit.place, unit.place + 1, "pronoun")
    return Join(kinds, (someone,), rule, at)
