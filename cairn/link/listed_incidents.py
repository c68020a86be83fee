"""An incident as a table lists it, in the form in which two recorders' tables are compared."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cairn.link.names import frame, name_parts
from cairn.link.wording import Rarity, terms_of, with_pairs
from cairn.values import Finding, Harm, KnownIncident, Place, Range

LONGEST_DAYS = 31  # what is known to no month is compared with nothing
KM_A_DEGREE = 111.0
FINEST_KM = 0.5  # two recorders put one strike on two corners of a square
MOST_DECIMALS = 5
Named = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ListedIncident:
    """`days` are its first and last, `point` is (lat, lon, how far off it may be in km), `names` those of its
    place as frames. `weights` holds the rarity of each term it is told in; their squares add up to one.
    `rarity` holds that of its single words as it is, in natural logarithms.
    """

    id: str
    days: tuple[int, int] | None = None
    point: tuple[float, float, float] | None = None
    names: Named = frozenset()
    weights: Mapping[str, float] = field(default_factory=dict)
    rarity: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[Harm, Range] = field(default_factory=dict)
    belligerents: frozenset[str] = frozenset()


Told = tuple[KnownIncident, str]  # an incident and the words of its row


def listed_incidents(
    first: Sequence[Told], second: Sequence[Told]
) -> tuple[list[ListedIncident], list[ListedIncident]]:
    """Both tables; how rare a word is comes from the two together, how fine a point is from its own table."""
    words = [[tuple(with_pairs(_words(each))) for each in table] for table in (first, second)]
    rarity = Rarity([terms for table in words for terms in table])
    return _listed(first, words[0], rarity), _listed(second, words[1], rarity)


def _words(told: Told) -> tuple[str, ...]:
    """What it is told in, without the name of its place, which speaks for itself."""
    finding = told[0].finding
    named = set(terms_of(finding.place.name)) if finding.place else set()
    return tuple(word for word in terms_of(" ".join((told[1], *finding.means))) if word not in named)


def _listed(table: Sequence[Told], words: Sequence[tuple[str, ...]], rarity: Rarity) -> list[ListedIncident]:
    off = how_far_off(known.finding.place for known, _ in table)
    return [
        ListedIncident(
            id=known.id,
            days=_days(known.finding),
            point=_point(known.finding.place, off),
            names=_names(known.finding.place),
            weights=_weights(terms, rarity),
            rarity={term: rarity.of(term) for term in terms if " " not in term},
            counts=_counts(known.finding),
            belligerents=frozenset(each.name for each in known.finding.belligerents),
        )
        for (known, _), terms in zip(table, words, strict=True)
    ]


def how_far_off(places: Iterable[Place | None]) -> float:
    """How far off the points of a table may be, in km, by the decimals in which nearly all are written.

    >>> round(how_far_off([Place("", 36.2, 37.1), Place("", 35.9, 39.0)]), 2)
    5.55
    """
    written = sorted(
        max(_decimals(each.lat_lon[0]), _decimals(each.lat_lon[1]))
        for each in places
        if each and each.lat_lon
    )
    decimals = written[len(written) * 9 // 10] if written else MOST_DECIMALS
    return max(FINEST_KM, KM_A_DEGREE / 2 * 0.1**decimals)


def _decimals(degrees: float) -> int:
    return next((n for n in range(MOST_DECIMALS) if math.isclose(round(degrees, n), degrees)), MOST_DECIMALS)


def _point(place: Place | None, off: float) -> tuple[float, float, float] | None:
    if place is None or place.lat_lon is None:
        return None
    return (*place.lat_lon, max(off, place.precision.radius_km if place.precision else 0.0))


def _names(place: Place | None) -> Named:
    said = (place.name, place.name_ar or "") if place else ()
    return frozenset(parts for name in said if (parts := tuple(map(frame, name_parts(name)))))


def _days(finding: Finding) -> tuple[int, int] | None:
    if finding.date is None:
        return None
    first = finding.date.first_day().toordinal()
    last = max(finding.date, finding.date_end or finding.date).last_day().toordinal()
    return (first, last) if last - first < LONGEST_DAYS else None


def _weights(terms: tuple[str, ...], rarity: Rarity) -> dict[str, float]:
    weights = {term: rarity.of(term) for term in terms}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items() if rarity.seen.get(term, 0) > 1}


def _counts(finding: Finding) -> dict[Harm, Range]:
    """Everyone, where the table tells of everyone; else those whom it counts."""
    said = {
        Harm.KILLED: finding.all_killed or finding.killed,
        Harm.INJURED: finding.all_injured or finding.injured,
    }
    return {harm: count for harm, count in said.items() if count is not None}
