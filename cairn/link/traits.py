"""What of a report tells which incident it speaks of, in the form in which reports are compared."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cairn.link.ages_said import ages_said
from cairn.link.days_said import MonthDays, days_between, days_said
from cairn.link.names import frame, name_parts
from cairn.link.people_told import people_told
from cairn.link.repeated import Words
from cairn.link.streets_said import streets_said
from cairn.link.wording import (
    HARDLY,
    LEAD,
    OPENING,
    Rarity,
    WithPairs,
    at_large,
    nearness,
    terms_of,
    told,
    worded,
)
from cairn.values import (
    Claim,
    Evidence,
    Harm,
    PartialDate,
    Place,
    Precision,
    Range,
    Reading,
    Scope,
)

# In a larger ledger a town is one of more towns, and no fewer incidents happened there for that: from so many
# reports on, how rare it is goes by how many name it.
AS_PLACED = 1500
PLACES_AT_LARGE = 30  # places as likely as the one named, in a batch of any size
TELLING = 3.5  # how rare a word of a title is, so that it says what its report is about
FEW = 12  # reports: a word that no more use may well be of one incident
Days = tuple[int, int]
Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Traits:
    """`days` are the first and last on which the event may have been, `published` those of the report.

    `weights` holds the rarity of each term that others use too, less the farther down it stands, `length` the
    root of the squares of them all; `rare` the terms that few others use, `opening` those of them with which
    it begins. `places` are the fine places it names, each with its rarity; `point`
    is (lat, lon, how far off it may be in km); `people` are the frames of names; `place_words` the terms of
    the names of its places; `title` those of its title, once weighed the rare ones alone.
    """

    id: str
    origin: str
    weights: Mapping[str, float] = field(default_factory=dict)
    days: Days | None = None
    published: Days | None = None
    month_days: MonthDays = frozenset()
    weekday: int | None = None
    point: Point | None = None
    rare: frozenset[str] = frozenset()
    place: str | None = None
    places: Mapping[str, float] = field(default_factory=dict)
    people: frozenset[tuple[str, ...]] = frozenset()
    counts: Mapping[Harm, Range] | None = None
    belligerents: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    ages: frozenset[int] = frozenset()
    length: float = 1.0
    place_words: tuple[str, ...] = ()
    streets: frozenset[str] = frozenset()
    title: tuple[str, ...] = ()
    opening: frozenset[str] = frozenset()

    @property
    def when(self) -> Days | None:
        return self.days or self.published


@dataclass(frozen=True, slots=True)
class Rarities:
    """How rare each term and each fine place is."""

    terms: Rarity
    places: Rarity

    @classmethod
    def among(cls, words: Sequence[Words], evidence: Sequence[Evidence]) -> Rarities:
        placed = [fine_places(each.reading) for each in evidence]
        return cls(Rarity(WithPairs(words)), _at_most(Rarity(placed, PLACES_AT_LARGE, _like_others)))

    @classmethod
    def known(cls, terms: Mapping[str, int], places: Mapping[str, int], reports: int) -> Rarities:
        """Of so many reports, how many use each term and name each place: where they are counted already."""
        placed = Rarity.known(places, reports, PLACES_AT_LARGE, _like_others)
        return cls(Rarity.known(terms, reports), _at_most(placed))


def _like_others(_: str) -> float:
    return 1 / PLACES_AT_LARGE


def _at_most(places: Rarity) -> Rarity:
    places.total = min(places.total, AS_PLACED)
    return places


def traits_of(evidence: Iterable[Evidence]) -> list[Traits]:
    """The traits of each; how rare a term is comes from all of them together."""
    reports = list(evidence)
    words = worded([(each.report, each.reading) for each in reports])
    rarities = Rarities.among(words, reports)
    return [traits(*each, rarities) for each in zip(reports, words, strict=True)]


def traits(each: Evidence, words: Words, rarities: Rarities) -> Traits:
    """The traits of one report that is worded like this."""
    return weighed(bare(each), words, rarities)


def weighed(each: Traits, words: Words, rarities: Rarities) -> Traits:
    """`bare` traits with how rare the words and places are among the reports at hand."""
    weights, length = _weights(nearness(words), rarities.terms)
    return _with(replace(each, length=length), weights, words, rarities)


def weighed_by_some(each: Traits, words: Words, rarities: Rarities) -> Traits:
    """The same where `rarities` knows only the terms that matter now, and the length is known of old."""
    terms = rarities.terms
    said = {w: near * terms.of(w) for w, near in nearness(words).items() if w in terms.seen}
    return _with(each, said, words, rarities)


def _with(each: Traits, weights: Mapping[str, float], words: Words, rarities: Rarities) -> Traits:
    terms = rarities.terms
    rare = frozenset(_rare(words, terms)).difference(each.place_words)
    return replace(
        each,
        weights=weights,
        title=tuple(_of_title(each, words, terms)),
        rare=rare,
        opening=rare.intersection(words[:OPENING]),
        places={place: rarities.places.of(place) for place in each.places},
    )


def bare(each: Evidence) -> Traits:
    """What one report tells, whatever the others tell."""
    reading = each.reading
    days = _days(reading.date, reading.date_end)
    text = told(each.report, reading)
    month_days, weekday = days_between(*days) if days else days_said(text)
    return Traits(
        id=each.id,
        origin=each.origin,
        place=(reading.place.id or reading.place.name) if reading.place else None,
        places=dict.fromkeys(sorted(fine_places(reading)), 0.0),
        days=days,
        published=_days(each.report.published, None),
        month_days=month_days,
        weekday=weekday,
        point=_point(reading.place),
        people=frozenset(_people(reading, people_told(text, reading.language))),
        counts=_counts(reading.claims),
        belligerents=frozenset(each.name for each in reading.belligerents),
        means=frozenset(reading.means),
        ages=ages_said(text, reading.language),
        place_words=_words_of_places(reading),
        streets=streets_said(text),
        title=tuple(dict.fromkeys(terms_of(each.report.title or ""))),
    )


def _rare(words: tuple[str, ...], rarity: Rarity) -> Iterable[str]:
    return (word for word in words if 1 < rarity.seen.get(word, 0) <= FEW and at_large(word) <= HARDLY)


def _of_title(each: Traits, words: Words, rarity: Rarity) -> Iterable[str]:
    """What a title adds: the words by which a long report is known. A short one says no others."""
    if len(words) < LEAD:
        return ()
    return (rarity.written(w) for w in each.title if _telling(w, rarity) and w not in each.place_words)


def _telling(word: str, rarity: Rarity) -> bool:
    return word in rarity.seen and rarity.of(word) > TELLING


def _words_of_places(reading: Reading) -> tuple[str, ...]:
    """A place counts as a place, and not once more as a rare word."""
    names = (f"{place.name} {place.name_ar or ''}" for place in reading.places)
    return tuple(dict.fromkeys(word for name in names for word in terms_of(name)))


def _weights(words: Mapping[str, float], rarity: Rarity) -> tuple[dict[str, float], float]:
    """Only terms that somebody else uses too can be shared; the rest count for the length alone."""
    weights, squares = {}, 0.0
    for word, near in words.items():
        weight = near * rarity.of(word)
        squares += weight * weight
        if word in rarity.seen:
            weights[rarity.written(word)] = weight
    return weights, math.sqrt(squares) or 1.0


def _days(date: PartialDate | None, end: PartialDate | None) -> Days | None:
    if date is None:
        return None
    return date.first_day().toordinal(), max(date, end or date).last_day().toordinal()


def _point(place: Place | None) -> Point | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon, (place.precision or Precision.TOWN).radius_km


def fine_places(reading: Reading) -> frozenset[str]:
    """Finer than a district: that two reports name one province says little."""
    named = (reading.place, *reading.places) if reading.place else reading.places
    return frozenset(place.id or place.name for place in named if _fine(place))


def _fine(place: Place) -> bool:
    return (place.precision or Precision.TOWN).rank > Precision.DISTRICT.rank


def _people(reading: Reading, told: Iterable[str]) -> Iterable[tuple[str, ...]]:
    for name in (*(person.name_ar or person.name for person in reading.people), *told):
        parts = tuple(frame(part) for part in name_parts(name))
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
