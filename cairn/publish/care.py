"""What of an incident may leave the ledger: names, and places that are safer when they are not exact."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from cairn.exceptions import BadInput
from cairn.values import (
    OFFSPRING,
    Claim,
    Finding,
    Group,
    Harm,
    KnownIncident,
    Place,
    Precision,
    Reason,
    Victim,
)
from cairn.vocabulary.language import section

NAMES = ("killed", "minors", "living")  # whose names may be told
DECIMALS = 1  # of a degree that a coarse point keeps: some ten kilometres


@dataclass(frozen=True, slots=True)
class Care:
    """`names`: "killed" (grown people who died), "minors", "living" (injured, missing, captured); a minor who
    is living needs both. `coarse`: objects of the vocabulary ("hospital or clinic") placed only roughly.
    """

    names: tuple[str, ...] = ("killed",)
    coarse: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for key, words, known in (("names", self.names, NAMES), ("coarse", self.coarse, objects())):
            if unknown := set(words) - set(known):
                raise BadInput(f"“{key}” has {min(unknown)!r}. Choose from {', '.join(known)}.")


def objects() -> tuple[str, ...]:
    """What can be struck, as the vocabulary names it."""
    return tuple(section("eng", "objects"))


def public(known: KnownIncident, care: Care, unnamed: Collection[str] = ()) -> KnownIncident:
    """The incident as it may be published; `unnamed` are reports of confidential sources.

    Whoever is not named stays counted. Nobody is named in an incident that no person has reviewed.
    """
    found = known.finding
    named = frozenset(care.names if known.reviewed else ())
    people = tuple(_person(one, named) for one in found.people)
    reasons = tuple(_resting_on(one, unnamed) for one in found.reasons)
    found = replace(found, people=people, reasons=reasons)
    return replace(known, finding=_coarse(found) if _struck(found) & set(care.coarse) else found)


def public_claim(claim: Claim, care: Care, reviewed: bool) -> Claim:
    """A claim with the names that may be told; its words stay those of the report."""
    named = frozenset(care.names if reviewed else ())
    return replace(claim, people=tuple(_person(one, named) for one in claim.people))


def _resting_on(reason: Reason, unnamed: Collection[str]) -> Reason:
    return replace(reason, reports=tuple(report for report in reason.reports if report not in unnamed))


def _person(one: Victim, named: frozenset[str]) -> Victim:
    """Somebody without offsets into a report, and without a name where the ledger withholds it."""
    if _wanted(one) <= named:
        return replace(one, start=None, end=None)
    return replace(one, name="", name_ar=None, family=None, start=None, end=None)


def _wanted(one: Victim) -> set[str]:
    """What the ledger must have allowed before this person is named."""
    wanted = {"minors"} if _may_be_a_minor(one) else set()
    if one.harm != Harm.KILLED:
        wanted.add("living")
    return wanted or {"killed"}


def _may_be_a_minor(one: Victim) -> bool:
    if one.age is not None:
        return one.age < 18
    return one.group == Group.CHILDREN or one.kin == OFFSPRING


def _struck(found: Finding) -> set[str]:
    return {*found.struck.hit, *found.struck.aimed_at} if found.struck else set()


def _coarse(found: Finding) -> Finding:
    if found.place is None:
        return found
    place = _rounded(found.place)
    hidden = {found.place.name: place.name, found.place.name_ar or "": ""}
    return replace(found, place=place, reasons=tuple(_without(one, hidden) for one in found.reasons))


def _rounded(place: Place) -> Place:
    """The place by what it lies in, and a point near it."""
    lat, lon = (None if each is None else round(float(each), DECIMALS) for each in (place.lat, place.lon))
    near = place.precision is None or place.precision.rank > Precision.SUBDISTRICT.rank
    return Place(
        name=place.within[0] if place.within else "",
        lat=lat,
        lon=lon,
        precision=Precision.SUBDISTRICT if near else place.precision,
        country=place.country,
        within=place.within[1:],
    )


def _without(reason: Reason, hidden: Mapping[str, str]) -> Reason:
    words = {key: hidden.get(word, word) for key, word in reason.words.items()}
    return replace(reason, words=words)
