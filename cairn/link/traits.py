"""What of a report tells which incident it speaks of, in the form in which reports are compared."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cairn.link.names import frame, name_parts
from cairn.link.wording import Rarity, terms, told, with_pairs
from cairn.values import Claim, Evidence, Harm, PartialDate, Place, Precision, Range, Reading, Scope

Days = tuple[int, int]
Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Traits:
    """`days` are the first and last on which the event may have been, `published` those of the report.

    `weights` holds the rarity of each term, scaled so that the squares add up to one. `places` are gazetteer
    ids or names; `point` is (lat, lon, how far off it may be in km); `people` are the frames of names.
    """

    id: str
    origin: str
    weights: Mapping[str, float]
    days: Days | None = None
    published: Days | None = None
    point: Point | None = None
    places: frozenset[str] = frozenset()
    people: frozenset[tuple[str, ...]] = frozenset()
    counts: Mapping[Harm, Range] | None = None
    belligerents: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()

    @property
    def when(self) -> Days | None:
        return self.days or self.published


def traits_of(evidence: Iterable[Evidence]) -> list[Traits]:
    """The traits of each; how rare a term is comes from all of them together."""
    reports = list(evidence)
    worded = [tuple(with_pairs(terms(told(each.report, each.reading)))) for each in reports]
    rarity = Rarity(worded)
    return [_traits(each, words, rarity) for each, words in zip(reports, worded, strict=True)]


def _traits(each: Evidence, words: tuple[str, ...], rarity: Rarity) -> Traits:
    reading = each.reading
    return Traits(
        id=each.id,
        origin=each.origin,
        weights=_weights(words, rarity),
        days=_days(reading.date, reading.date_end),
        published=_days(each.report.published, None),
        point=_point(reading.place),
        places=frozenset(place.id or place.name for place in _named(reading) if _fine(place)),
        people=frozenset(_people(reading)),
        counts=_counts(reading.claims),
        belligerents=frozenset(each.name for each in reading.belligerents),
        means=frozenset(reading.means),
    )


def _weights(words: tuple[str, ...], rarity: Rarity) -> dict[str, float]:
    """Only terms that somebody else uses too can be shared; the rest count for the length alone."""
    weights = {word: rarity.of(word) for word in words}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items() if rarity.seen[word] > 1}


def _days(date: PartialDate | None, end: PartialDate | None) -> Days | None:
    if date is None:
        return None
    return date.first_day().toordinal(), max(date, end or date).last_day().toordinal()


def _point(place: Place | None) -> Point | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon, (place.precision or Precision.TOWN).radius_km


def _named(reading: Reading) -> tuple[Place, ...]:
    return (reading.place, *reading.places) if reading.place else reading.places


def _fine(place: Place) -> bool:
    """Finer than a district: that two reports name one province says little."""
    return (place.precision or Precision.TOWN).rank > Precision.DISTRICT.rank


def _people(reading: Reading) -> Iterable[tuple[str, ...]]:
    for person in reading.people:
        parts = tuple(frame(part) for part in name_parts(person.name_ar or person.name))
        if len(parts) > 1:
            yield parts


def _counts(claims: Iterable[Claim]) -> dict[Harm, Range]:
    """The whole of each harm in the event itself: the highest floor that the report gives."""
    found: dict[Harm, Range] = {}
    for claim in claims:
        if claim.scope is Scope.INCIDENT and claim.count is not None and claim.who.group is None:
            known = found.get(claim.kind)
            if known is None or claim.count.min > known.min:
                found[claim.kind] = claim.count
    return found
