"""Coalitions: who counts under whose name, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from cairn.total.period import Fall, Period
from cairn.values import PartialDate
from cairn.vocabulary.belligerents import memberships
from cairn.vocabulary.conflict import Membership


class Coalitions:
    """Who belonged to which coalition, and when. Without memberships everybody stands alone."""

    def __init__(self, memberships: Iterable[Membership] = ()) -> None:
        self.memberships = tuple(memberships)

    def of_coalition(self, name: str) -> tuple[Membership, ...]:
        return tuple(each for each in self.memberships if each.coalition == name)

    def under(self, name: str, accused: Sequence[str], date: PartialDate | None) -> Fall:
        """Whether an incident of that date counts under a name: its own, or a member's while it was one.

        ASTRIDE where only the incident's date leaves open whether the accused was a member then.
        """
        if name in accused:
            return Fall.INSIDE
        falls = {spell(each).holds(date) for each in self.of_coalition(name) if each.member in accused}
        return next((fall for fall in (Fall.INSIDE, Fall.ASTRIDE) if fall in falls), Fall.OUTSIDE)

    def speaking_for(self, name: str, date: PartialDate | None) -> frozenset[str]:
        """Whose admissions count under a name: its own, and its members' while they were members."""
        members = (each for each in self.of_coalition(name) if spell(each).holds(date) is Fall.INSIDE)
        return frozenset({name, *(each.member for each in members)})

    def others(self, names: Iterable[str], accused: Iterable[str]) -> set[str]:
        """Those accused who are on nobody's side of `names`: neither member nor coalition of one, ever."""
        asked = set(names)
        side = asked | {each.member for each in self.memberships if each.coalition in asked}
        side |= {each.coalition for each in self.memberships if each.member in asked}
        return set(accused) - side


def spell(membership: Membership) -> Period:
    """The days on which somebody was a member."""
    return Period(membership.start, membership.end)


ALONE = Coalitions()


@cache
def known_coalitions() -> Coalitions:
    """Those of the vocabulary; a ledger's own are in its cairn.toml."""
    return Coalitions(memberships())
