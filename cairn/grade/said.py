"""What one account comes to: the whole it states, or the sum of the parts where it states none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cairn.grade.accounts import Account, Numbered
from cairn.values import Claim, Group, Quantifier, Range, Status, envelope

# People are counted once by age and sex; their trades are counted beside that.
BY_AGE_AND_SEX = (Group.CHILDREN, Group.WOMEN, Group.MEN, Group.ELDERLY)


@dataclass(frozen=True, slots=True)
class Said:
    """`people` are those not identified as combatants; `disputed` those whom only some call civilians.

    `uncounted` is True where nothing but a plural says how many.
    """

    account: Account
    people: Range | None = None
    combatants: Range | None = None
    everyone: Range | None = None
    disputed: Range | None = None
    groups: dict[Group, Range] = field(default_factory=dict)
    uncounted: bool = False


def said(account: Account, alone: bool = False) -> Said:
    """What an account states of one kind of harm; `alone` where its report is all the evidence."""
    counted = [each for each in account.claims if each[1].count is not None]
    combatants = whole(claim for _, claim in _of(counted, Status.COMBATANT))
    disputed = whole(claim for _, claim in _of(counted, Status.DISPUTED))
    others = [each for each in counted if each[1].who.status not in (Status.COMBATANT, Status.DISPUTED)]
    stated = _stated([claim for _, claim in others], account.lead_end, alone)
    among = _combatants_among(counted, others)
    undisputed = [claim for _, claim in counted if claim.who.status is not Status.DISPUTED]
    return Said(
        account,
        people=_without(stated, among),
        combatants=combatants or among,
        everyone=add(_everyone(undisputed, account.lead_end, alone), disputed),
        disputed=disputed,
        groups=_groups([claim for _, claim in others], account.lead_end if alone else None),
        uncounted=bool(others) and all(claim.quantifier is Quantifier.VAGUE for _, claim in others),
    )


def _of(counted: Iterable[Numbered], status: Status) -> list[Numbered]:
    return [each for each in counted if each[1].who.status is status]


def _stated(claims: Sequence[Claim], lead_end: int, alone: bool) -> Range | None:
    """The number a report stands for: what it leads with in its own voice, or, where it leads with another's
    word, what those say whom it quotes beside each other.

    Where the report is all the evidence, a higher number of those it quotes, or after the lead, raises its
    ceiling: an analyst gives in the lead what the analyst stands for, and further down what others say.
    Where there are other reports, they say it themselves.
    """
    own = whole(claim for claim in claims if claim.attributed_to is None)
    if own is None or (claims and _lead(claims).attributed_to is not None):
        quoted = [claim for claim in claims if claim.attributed_to is not None]
        beside = [claim for claim in quoted if claim.span.start <= lead_end] or quoted
        own = envelope(each for voice in _voices(beside) if (each := whole(voice)) is not None)
    if own is None or not alone:
        return own
    later = [c for c in claims if c.attributed_to or c.span.start > lead_end]
    tops = [c for c in later if c.part_of is None and c.who.group not in BY_AGE_AND_SEX]
    counted = [c for c in tops if c.quantifier is not Quantifier.VAGUE]
    return _widened(_with_floor(own, claims, counted), _highest(counted))


def _voices(quoted: Iterable[Claim]) -> Iterable[list[Claim]]:
    voices: dict[str | None, list[Claim]] = {}
    for claim in quoted:
        voices.setdefault(claim.attributed_to, []).append(claim)
    return voices.values()


def _with_floor(own: Range, claims: Sequence[Claim], later: Iterable[Claim]) -> Range:
    """ "Up to 20" says nothing of the least: the highest number below it that anybody counts is the floor."""
    lead = next((c for c in claims if c.count == own), None)
    if lead is None or lead.quantifier is not Quantifier.UP_TO:
        return own
    below = [c.count.min for c in later if c.count and own.min < c.count.min < (own.max or 0)]
    return Range(max(below, default=own.min), own.max)


def whole(claims: Iterable[Claim]) -> Range | None:
    """The number of people one voice states: its own whole, or the sum of its parts.

    A text leads with its number and comes back to it; so the first whole it counts is the whole, and later
    ones are parts of it or the same people again, unless it says that they are besides.
    """
    tops = [claim for claim in claims if claim.part_of is None]
    wholes = [claim for claim in tops if claim.who.group not in BY_AGE_AND_SEX]
    parts = [claim for claim in tops if claim.who.group in BY_AGE_AND_SEX]
    stated = add(_first(c for c in wholes if not c.besides), _sum(c for c in wholes if c.besides))
    return _higher(stated, _sum_of_groups(parts))


def _first(claims: Iterable[Claim]) -> Range | None:
    given = list(claims)
    return _lead(given).count if given else None


def _lead(claims: Sequence[Claim]) -> Claim:
    """The first number; a plural or "dozens" stands until somebody counts at least as many."""
    lead = claims[0]
    if lead.quantifier is not Quantifier.VAGUE or lead.count is None:
        return lead
    least = lead.count.min
    counted = (c for c in claims if c.quantifier is not Quantifier.VAGUE and c.count)
    return next((c for c in counted if c.count and c.count.min >= least), lead)


def _sum_of_groups(parts: Sequence[Claim]) -> Range | None:
    """Two women and a child are three; the same group told twice is the same people."""
    total: Range | None = None
    for group in BY_AGE_AND_SEX:
        mine = [claim for claim in parts if claim.who.group is group]
        one = add(_highest(c for c in mine if not c.besides), _sum(c for c in mine if c.besides))
        total = add(total, one)
    return total


def _groups(claims: Sequence[Claim], lead_end: int | None) -> dict[Group, Range]:
    """The number of each group; with a `lead_end`, a higher number after it raises the maximum alone.

    A group that only a later paragraph counts may be one family of several: that number is a floor.
    """
    found: dict[Group, Range] = {}
    for group in Group:
        mine = [claim for claim in claims if claim.who.group is group]
        lead = [claim for claim in mine if lead_end is None or claim.span.start <= lead_end]
        if (stated := _highest(lead)) is not None:
            found[group] = _widened(stated, _highest(mine))
        elif (later := _highest(mine)) is not None:
            found[group] = Range.at_least(later.min)
    return found


def _widened(stated: Range, highest: Range | None) -> Range:
    if highest is None or highest.min <= (stated.max or stated.min):
        return stated
    return Range(stated.min, highest.max or highest.min)


def _combatants_among(counted: Sequence[Numbered], others: Sequence[Numbered]) -> Range | None:
    """The combatants told as part of a whole of others: "five killed, two of them fighters"."""
    wholes = {at for at, _ in others}
    return _sum(c for _, c in counted if c.who.status is Status.COMBATANT and c.part_of in wholes)


def _everyone(claims: Sequence[Claim], lead_end: int, alone: bool) -> Range | None:
    """Civilians and combatants add up; where the lead names neither, it holds both."""
    tops = [claim for claim in claims if claim.part_of is None]
    kinds = {claim.who.status for claim in tops}
    if {Status.CIVILIAN, Status.COMBATANT} <= kinds and tops[0].who.status is not Status.UNKNOWN:
        fighters = [claim for claim in claims if claim.who.status is Status.COMBATANT]
        people = [claim for claim in claims if claim.who.status is not Status.COMBATANT]
        return add(_stated(people, lead_end, alone), whole(fighters))
    return _stated(claims, lead_end, alone)


def add(a: Range | None, b: Range | None) -> Range | None:
    """The sum of what was said; None only where neither was."""
    return b if a is None else a if b is None else a + b


def _sum(claims: Iterable[Claim]) -> Range | None:
    total: Range | None = None
    for claim in claims:
        total = add(total, claim.count)
    return total


def _highest(claims: Iterable[Claim]) -> Range | None:
    found: Range | None = None
    for claim in claims:
        found = _higher(found, claim.count)
    return found


def _higher(a: Range | None, b: Range | None) -> Range | None:
    if a is None or b is None:
        return b if a is None else a
    return max(a, b, key=lambda r: (r.min, r.min if r.max is None else r.max))


def _without(stated: Range | None, combatants: Range | None) -> Range | None:
    """The people of a whole who are not its combatants."""
    if stated is None or combatants is None:
        return stated
    low = max(0, stated.min - (stated.min if combatants.max is None else combatants.max))
    return Range(low, None if stated.max is None else max(low, stated.max - combatants.min))
