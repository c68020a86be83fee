"""Which counts are of the report's main event, and which of another told beside it.

A count whose own sentence gives another place, far from the event's, is of another event: one of its own if
the sentence gives another day too. Another day alone does not say so: a report may tell of two events with
equal right, and each keeps its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.values import Claim, PartialDate, Place, Precision, Range, Scope, distance_km

_KM_APART = 30.0  # nearer places may be one event, told by a village and by its town


def by_event(
    claims: Sequence[Claim], place: Place | None, date: PartialDate | None = None
) -> tuple[Claim, ...]:
    """The claims, those of other events marked as such, or as background.

    A count stays with the event where no other of its kind would, and where the report leads with it: a place
    read wrongly must not leave the event without its dead.
    """
    lead = _lead(claims)
    away = {
        at
        for at, claim in enumerate(claims)
        if claim.scope is Scope.INCIDENT
        and _elsewhere(claim.place, place)
        and lead not in (at, claim.part_of)
    }
    stays = {claim.kind for at, claim in enumerate(claims) if at not in away and _is_counted(claim)}
    return tuple(
        replace(claim, scope=_scope(claim, date)) if at in away and claim.kind in stays else claim
        for at, claim in enumerate(claims)
    )


def _lead(claims: Sequence[Claim]) -> int | None:
    """The first people counted as harmed in one event: what a report leads with is what it is about."""
    return next((at for at, claim in enumerate(claims) if _is_counted(claim)), None)


def _scope(claim: Claim, date: PartialDate | None) -> Scope:
    """A day of its own, besides its place, makes what a report tells in passing an event that it reports."""
    own_day = claim.date is not None and claim.date.is_day and date is not None and date.is_day
    return Scope.OTHER if own_day and claim.date != date else Scope.BACKGROUND


def _is_counted(claim: Claim) -> bool:
    return claim.scope is Scope.INCIDENT and claim.part_of is None and claim.count not in (None, Range(0, 0))


def _elsewhere(own: Place | None, main: Place | None) -> bool:
    if own is None or main is None or own.lat_lon is None or main.lat_lon is None:
        return False
    coarse = any(not each.precision or each.precision.rank < Precision.CITY.rank for each in (own, main))
    return not coarse and distance_km(own.lat_lon, main.lat_lon) > _KM_APART
