"""When and where it happened, as most reports have it and as finely as one of them does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cairn.values import Evidence, PartialDate, Place, Reason, distance_km

When = tuple[PartialDate | None, PartialDate | None]


def when(evidence: Sequence[Evidence]) -> tuple[When, list[Reason]]:
    """The date most reports give; of those as often given the finest, then the earliest.

    Reports follow the event, so where they differ by a day the earlier is likelier the event's own.
    """
    given = [(each.reading.date, each.reading.date_end) for each in evidence if each.reading.date]
    if not given:
        return (None, None), []
    votes = Counter(date for date, _ in given if date)
    date = min(votes, key=lambda d: (-_support(d, votes), -len(d.text), d))
    end = next((end for start, end in given if start == date), None)
    rule = f"{_support(date, votes)} of {len(given)} reports that date it"
    return (date, end), [Reason(f"date {date}", rule, _saying(evidence, date))]


def _support(date: PartialDate, votes: Counter[PartialDate]) -> int:
    """A report that says only "in May" supports each day of May, but a day does not support a vague month."""
    return sum(n for other, n in votes.items() if other == date or (date.is_day and other.could_be(date)))


def _saying(evidence: Sequence[Evidence], date: PartialDate) -> tuple[str, ...]:
    return tuple(each.id for each in evidence if each.reading.date == date)


def where(evidence: Sequence[Evidence], near_km: float) -> tuple[Place | None, list[Reason]]:
    """The place most reports support, and of the places they support as well the finest."""
    given = [(each.id, each.reading.place) for each in evidence if each.reading.place]
    if not given:
        return None, []
    places = [place for _, place in given if place]
    best = max(places, key=lambda p: (_backing(p, places, near_km), p.lat is not None, _rank(p)))
    backing = _backing(best, places, near_km)
    ids = tuple(id for id, place in given if place and _compatible(best, place, near_km))
    return best, [Reason(f"place {best.name}", f"{backing} of {len(given)} reports that place it", ids)]


def _rank(place: Place) -> int:
    return place.precision.rank if place.precision else 0


def _backing(place: Place, places: Sequence[Place], near_km: float) -> int:
    return sum(_compatible(place, other, near_km) for other in places)


def _compatible(a: Place, b: Place, near_km: float) -> bool:
    """Whether two places may be one: near each other, as nearly as the coarser of them is known."""
    if a.lat_lon is None or b.lat_lon is None:
        return a.name == b.name
    radius = max(p.precision.radius_km if p.precision else 0.0 for p in (a, b))
    return distance_km(a.lat_lon, b.lat_lon) <= near_km + radius
