"""What one account says: people, combatants, everyone, each group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cairn.grade.accounts import Account, Numbered
from cairn.grade.sums import Count, add, higher, highest, highest_number, total, widened, without
from cairn.grade.voice import is_whole, lead, whole
from cairn.values import Claim, Group, Quantifier, Range, Status, Way, envelope

NOT_THE_PEOPLE = (Status.COMBATANT, Status.DISPUTED)


@dataclass(frozen=True, slots=True)
class Said:
    """`people` are those not identified as combatants; `disputed` those whom only some call civilians.

    `uncounted` is True where nothing but a plural says how many; `perhaps_nobody` where a count begins at
    nought ("0-4 killed"), and not only because nobody said the least.
    """

    account: Account
    people: Count = None
    combatants: Count = None
    everyone: Count = None
    disputed: Count = None
    groups: dict[Group, Range] = field(default_factory=dict)
    uncounted: bool = False
    perhaps_nobody: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """The paragraph of the lead ends at `lead_end`; a number told further down, or by somebody quoted, may
    be `reach` times the lead's and still be of this event; 0 where other reports speak for themselves."""

    lead_end: int
    reach: float

    def in_lead(self, claim: Claim) -> bool:
        return claim.span.start <= self.lead_end


def said(account: Account, reach: float = 0) -> Said:
    """What an account states of one kind of harm; with a `reach`, its report is all the evidence."""
    page = _Page(account.lead_end, reach)
    counted = [each for each in account.claims if each[1].count is not None]
    others = [each for each in counted if each[1].who.status not in NOT_THE_PEOPLE]
    people = [_without_combatants(at, claim, counted) for at, claim in others]
    combatants = whole(claim for _, claim in counted if claim.who.status is Status.COMBATANT)
    disputed = whole(claim for _, claim in counted if claim.who.status is Status.DISPUTED)
    undisputed = [claim for _, claim in counted if claim.who.status is not Status.DISPUTED]
    among = _combatants_among(counted, others)
    return Said(
        account,
        people=_civilians_of(people, combatants) or _stated(people, page),
        combatants=combatants or among,
        everyone=add(_everyone(undisputed, page), disputed),
        disputed=disputed,
        groups=_groups(people, page),
        uncounted=_is_vague(people),
        perhaps_nobody=any(_begins_at_nought(claim) for _, claim in counted),
    )


def _is_vague(claims: Sequence[Claim]) -> bool:
    return bool(claims) and all(claim.quantifier is Quantifier.VAGUE for claim in claims)


def _begins_at_nought(claim: Claim) -> bool:
    return claim.quantifier is Quantifier.BETWEEN and claim.count is not None and claim.count.min == 0


def _stated(claims: Sequence[Claim], page: _Page) -> Count:
    """The number a report stands for: what it leads with in its own voice, or, where it leads with another's
    word, what those say whom it quotes beside each other.

    Where the report is all the evidence, a higher number of those it quotes, or after the lead, raises its
    ceiling: an analyst gives in the lead what the analyst stands for, and further down what others say.
    """
    own = whole(claim for claim in claims if claim.attributed_to is None)
    if own is None or lead(claims).attributed_to is not None:
        quoted = [claim for claim in claims if claim.attributed_to is not None]
        beside = [claim for claim in quoted if page.in_lead(claim)] or quoted
        own = envelope(each for voice in _counting(beside) if (each := whole(voice)) is not None)
    if own is None or not page.reach:
        return own
    later = [c for c in claims if is_whole(c) and (_is_anothers(c) or not page.in_lead(c))]
    counted = [c.count for c in later if c.quantifier is not Quantifier.VAGUE and c.count]
    most = page.reach * max(1, highest_number(own))
    near = [count for count in counted if highest_number(count) <= most]
    return widened(_with_floor(own, claims), highest(near))


def _is_anothers(claim: Claim) -> bool:
    """Whether it is quoted, or said of the same people by whoever else spoke: "others said eight"."""
    return claim.attributed_to is not None or claim.rule == Way.SAID_OTHERWISE


def _counting(quoted: Sequence[Claim]) -> Iterable[list[Claim]]:
    """The voices quoted; one that only says "bodies" or "several" gives way to one that counted."""
    voices = list(_voices(quoted))
    return [voice for voice in voices if not _is_vague(voice)] or voices


def _voices(quoted: Iterable[Claim]) -> Iterable[list[Claim]]:
    voices: dict[str | None, list[Claim]] = {}
    for claim in quoted:
        voices.setdefault(claim.attributed_to, []).append(claim)
    return voices.values()


def _with_floor(own: Range, claims: Sequence[Claim]) -> Range:
    """ "Up to 20" says nothing of the least: the highest number below it that anybody counts is the floor.

    One person told of raises nothing: "up to 20" were more already.
    """
    mine = next((claim for claim in claims if claim.count == own), None)
    if mine is None or mine.quantifier is not Quantifier.UP_TO:
        return own
    told = [claim.count.min for claim in claims if claim.count]
    below = [least for least in told if max(own.min, 1) < least < highest_number(own)]
    return Range(max(below, default=own.min), own.max)


def _everyone(claims: Sequence[Claim], page: _Page) -> Count:
    """Civilians and combatants add up, and so do children; where the lead names neither, it holds both."""
    tops = [claim for claim in claims if claim.part_of is None]
    kinds = {claim.who.status for claim in tops}
    if {Status.CIVILIAN, Status.COMBATANT} <= kinds and tops[0].who.status is not Status.UNKNOWN:
        fighters = [claim for claim in claims if claim.who.status is Status.COMBATANT]
        people = [claim for claim in claims if claim.who.status is not Status.COMBATANT]
        return add(_stated(people, page), whole(fighters))
    children = [
        claim
        for claim in claims
        if claim.who.group is Group.CHILDREN and claim.who.status is not Status.COMBATANT
    ]
    apart = bool(children) and all(claim.part_of is None for claim in children)
    if tops and tops[0].who.status is Status.COMBATANT and apart:
        fighters = [claim for claim in tops if claim.who.status is Status.COMBATANT]
        return higher(_stated(claims, page), add(whole(fighters), whole(children)))
    return _stated(claims, page)


def _civilians_of(people: Sequence[Claim], combatants: Count) -> Count:
    """Those who are left when a headline's number is just the combatants and the others told of after it:
    "five killed": "four of its fighters were killed, and a farmer"."""
    if not people or combatants is None or people[0].who.status is not Status.UNKNOWN:
        return None
    left = without(people[0].count, combatants) if is_whole(people[0]) else None
    told = [whole(people[1:]), *(claim.count for claim in people[1:] if is_whole(claim))]
    return left if left and left.min and left in told else None


def _without_combatants(at: int, claim: Claim, counted: Sequence[Numbered]) -> Claim:
    """A whole without those of its own parts who are combatants; another whole's are not among them."""
    return replace(claim, count=without(claim.count, _combatants_among(counted, [(at, claim)])))


def _combatants_among(counted: Sequence[Numbered], others: Sequence[Numbered]) -> Count:
    """The combatants told as part of a whole of others: "five killed, two of them fighters"."""
    wholes = {at for at, _ in others}
    return total(c.count for _, c in counted if c.who.status is Status.COMBATANT and c.part_of in wholes)


def _groups(claims: Sequence[Claim], page: _Page) -> dict[Group, Range]:
    """The number of each group. Where the report is all the evidence, a higher number after the lead raises
    the maximum; and a group that is counted only there may be one family of several: a floor."""
    found: dict[Group, Range] = {}
    for group in Group:
        mine = [claim for claim in claims if claim.who.group is group]
        most = highest(_of_each_whole(c for c in mine if c.quantifier is not Quantifier.VAGUE))
        stated = highest(_of_each_whole(c for c in mine if not page.reach or page.in_lead(c)))
        if stated is not None:
            found[group] = widened(stated, most)
        elif (told := most or highest(_of_each_whole(mine))) is not None:
            found[group] = Range.at_least(told.min)
    return found


def _of_each_whole(claims: Iterable[Claim]) -> list[Count]:
    """What each claim says of a group, those added up that are parts of one whole: "his wife and mother"."""
    parts: dict[int, Count] = {}
    told: list[Count] = []
    for claim in claims:
        if claim.part_of is None:
            told.append(_counted(claim))
        else:
            parts[claim.part_of] = add(parts.get(claim.part_of), _counted(claim))
    return [*told, *parts.values()]


def _counted(claim: Claim) -> Count:
    """A plural that nobody counted sets no ceiling, nor does a kind narrower than the group ("two infants"):
    whoever is named besides is of it."""
    count = claim.count
    if count is None or count.max is None:
        return count
    bare = claim.quantifier is Quantifier.VAGUE and count.min == count.max
    return Range.at_least(count.min) if bare or claim.who.kind else count
