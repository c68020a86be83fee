"""Which counts are of the report's main event, and which of another told beside it.

A count whose own sentence gives another day, or another place far from the event's, is of another event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.values import Claim, PartialDate, Place, Precision, Scope, distance_km

_DAYS_APART = 1  # a night's strike is told of under either day
_KM_APART = 15.0  # nearer places may be one event told by a village and its town


def by_event(claims: Sequence[Claim], date: PartialDate | None, place: Place | None) -> tuple[Claim, ...]:
    """The claims, those of other events marked as background."""
    return tuple(
        replace(claim, scope=Scope.BACKGROUND)
        if claim.scope is Scope.INCIDENT and (_another_day(claim.date, date) or _elsewhere(claim.place, place))
        else claim
        for claim in claims
    )


def _another_day(own: PartialDate | None, main: PartialDate | None) -> bool:
    if own is None or main is None or not own.is_day or not main.is_day:
        return False
    return abs((own.first_day() - main.first_day()).days) > _DAYS_APART


def _elsewhere(own: Place | None, main: Place | None) -> bool:
    if own is None or main is None or own.lat_lon is None or main.lat_lon is None:
        return False
    coarse = any(not each.precision or each.precision.rank < Precision.CITY.rank for each in (own, main))
    return not coarse and distance_km(own.lat_lon, main.lat_lon) > _KM_APART
