"""When and where it happened, and what was struck: as most reports have it, as finely as one of them does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cairn.values import About, Evidence, PartialDate, Place, Precision, Reason, Rule, Struck, distance_km

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
    words = {"date": str(date), "agreeing": str(_support(date, votes)), "reports": str(len(given))}
    return (date, end), [Reason(About.DATE, Rule.REPORTS_THAT_DATE, _saying(evidence, date), words)]


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
    ids = tuple(id for id, place in given if place and _supports(place, best, near_km))
    words = {"place": best.name, "agreeing": str(len(ids)), "reports": str(len(given))}
    if best.name_ar:
        words["place ara"] = best.name_ar
    return best, [Reason(About.PLACE, Rule.REPORTS_THAT_PLACE, ids, words)]


def _rank(place: Place) -> int:
    return place.precision.rank if place.precision else 0


def _backing(place: Place, places: Sequence[Place], near_km: float) -> int:
    return sum(_supports(other, place, near_km) for other in places)


def _supports(said: Place, place: Place, near_km: float) -> bool:
    """Whether a report that says this may mean that place: it lies as near as the report's own place is
    known. A report that says only the country supports its villages; a village does not support the country,
    because of many villages none would be left."""
    if said.lat_lon is None or place.lat_lon is None:
        return said.name == place.name
    if said.precision is Precision.COUNTRY and said.country and place.country:
        return said.country == place.country
    radius = said.precision.radius_km if said.precision else 0.0
    return distance_km(said.lat_lon, place.lat_lon) <= near_km + radius


def struck(evidence: Sequence[Evidence]) -> Struck | None:
    """All that any report says was hit or aimed at, in the reports' order; None where none says so."""
    told = [each.reading.struck for each in evidence if each.reading.struck]
    if not told:
        return None
    hit = dict.fromkeys(kind for each in told for kind in each.hit)
    aimed = dict.fromkeys(kind for each in told for kind in each.aimed_at)
    return Struck(tuple(hit), tuple(aimed), any(each.twice for each in told))
