"""Where: each name in a text taken for one place, by its kind, the country and the other places named."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from cairn.extract.military_grid import Grid, grids
from cairn.extract.place_mentions import Mention, mentions
from cairn.extract.words import Word
from cairn.values import Place, Precision
from cairn.vocabulary.fold import fold
from cairn.vocabulary.gazetteer import Entry, Gazetteer
from cairn.vocabulary.where_words import this_city

_SETTLEMENTS = frozenset([Precision.CITY, Precision.TOWN, Precision.VILLAGE])
_LARGE = frozenset(
    [Precision.COUNTRY, Precision.GOVERNORATE, Precision.CITY, Precision.TOWN, Precision.DISTRICT]
)
_ANCHORS = 12  # names that help to place the others; more would cost time and add nothing
_CHOICES = 12  # places of one name that are weighed
# How much likelier a place is in a country that the ledger watches or the text speaks of than elsewhere.
_WATCHED, _DATELINED, _NAMED = 2.0, 1.5, 0.7
_BY_ANOTHER_NAME = 2.5  # less likely, where nobody watches a country, than a place that bears the name itself
_DATELINE_STARTS, _DATELINE_ENDS = 30, 160  # characters: LIMA, 3 March (AGENCY) -- …
_LATIN_ENDS = "\u0370"  # Latin letters come before it
_DATELINE = re.compile(r"[ )](?:--|—)\s")
# How near another named place speaks for a candidate, by what the other is.
_REACH_KM = {
    Precision.COUNTRY: 0.0,
    Precision.GOVERNORATE: 90.0,
    Precision.DISTRICT: 40.0,
    Precision.CITY: 45.0,
}


@dataclass(frozen=True, slots=True)
class Located:
    """A name in the text, the place it is taken for, and how well that fits. The rest as in `Mention`.

    `alone`: other places are named, and none of them lies anywhere near.
    """

    start: int
    end: int
    place: Place
    cue: str = ""
    score: float = 0.0
    alike: bool = False
    bare: bool = False
    alone: bool = False


def find_places(
    text: str,
    words: Sequence[Word],
    known: Gazetteer,
    countries: Sequence[str] = (),
    language: str | None = None,
) -> list[Located]:
    """Every place named in the text, in order, and every military grid. `countries` are hints, not fences."""
    watched = dict.fromkeys(countries, _WATCHED)
    said = mentions(text, words, known, language)
    lands = watched or _lands(text, said)
    named = [each for each in said if _is_meant(each, lands, watched)]
    anchors = _anchors(named, lands)
    found = [_locate(mention, anchors, lands) for mention in named]
    found = [each for each in found if not (each.alone and _is_doubtful(each)) and not _is_namesake(each)]
    found += _this_city(text, words, found)
    found += [_from_grid(grid) for grid in grids(text)]
    return sorted(found, key=lambda each: each.start)


def _is_meant(mention: Mention, lands: Mapping[str, float], watched: Collection[str] = ()) -> bool:
    """Whether the name is meant for a place. Names of villages, and of far towns, are often common words.

    One word that no word beside it makes a place is one only if it is a town's or a land's name, and in the
    countries watched where these are known; one known by its consonants alone lies there too.
    """
    if mention.alike and lands:
        return any(each.country in lands for each in mention.entries[:_CHOICES])
    best = max(mention.entries[:_CHOICES], key=lambda each: _prior(mention, each, lands))
    if watched and " " not in mention.name.strip() and _is_elsewhere_by_another_name(mention, best, watched):
        return False
    if mention.cue not in ("", "before") or " " in mention.name.strip():
        return True
    small = best.precision not in _LARGE
    arabic = "\u0620" <= mention.name[:1] <= "\u06d3"
    if lands and best.country not in lands and best.precision is not Precision.COUNTRY:
        return not arabic and mention.cue == "before" and best.precision is Precision.CITY
    return not small or (mention.cue == "before" and not arabic and not mention.bare)


def _is_elsewhere_by_another_name(mention: Mention, best: Entry, watched: Collection[str]) -> bool:
    """In Latin letters some far village is called like any word, by one of the many names that it has."""
    if best.country in watched or best.precision is Precision.COUNTRY or mention.name[:1] >= _LATIN_ENDS:
        return False
    return fold(best.name) != fold(mention.name)


def dateline_country(text: str, found: Sequence[Located]) -> str | None:
    """The country that a report's dateline stands in."""
    first = found[0] if found else None
    dated = first and first.start < _DATELINE_STARTS and _DATELINE.search(text, first.end, _DATELINE_ENDS)
    return first.place.country if first and dated else None


def _this_city(text: str, words: Sequence[Word], found: Sequence[Located]) -> list[Located]:
    """ "In this city": the one that the dateline names."""
    if not found or dateline_country(text, found) is None:
        return []
    keys = [word.key for word in words]
    return [
        replace(found[0], start=words[at].start, end=words[at + match.length - 1].end, cue="before")
        for at, match in this_city().all_in(keys)
    ]


def _lands(text: str, named: Sequence[Mention]) -> dict[str, float]:
    """The countries that the text itself speaks of, where no ledger says which: by name or dateline."""
    lands: dict[str, float] = {}
    for mention in named:
        best = mention.entries[0]
        if mention.start < _DATELINE_STARTS and _DATELINE.search(text, mention.end, _DATELINE_ENDS):
            lands[best.country] = _DATELINED
        elif best.precision is Precision.COUNTRY:
            lands.setdefault(best.country, _NAMED)
    return lands


def _from_grid(grid: Grid) -> Located:
    digits = len(grid.mgrs.lstrip("0123456789")) - 3
    precision = Precision.WITHIN_1_M if digits >= 10 else Precision.WITHIN_100_M
    lat, lon = grid.lat_lon or (None, None)  # a grid that its zone does not have is kept without a point
    place = Place(grid.mgrs, lat, lon, precision, mgrs=grid.mgrs)
    return Located(grid.start, grid.end, place, "grid", 10.0)


def _anchors(named: Sequence[Mention], lands: Mapping[str, float]) -> dict[str, Entry]:
    """The first names, each with the place that it is on its own most likely to mean."""
    anchors: dict[str, Entry] = {}
    for mention in named:
        if mention.name not in anchors and not mention.alike and len(anchors) < _ANCHORS:
            entry = max(mention.entries[:_CHOICES], key=lambda each: _prior(mention, each, lands))
            if entry.precision is not Precision.COUNTRY:
                anchors[mention.name] = entry
    return anchors


def _locate(mention: Mention, anchors: dict[str, Entry], lands: Mapping[str, float]) -> Located:
    others = [entry for name, entry in anchors.items() if name != mention.name]
    scored = [
        (_prior(mention, entry, lands) + _support(entry, others), -at, entry)
        for at, entry in enumerate(mention.entries[:_CHOICES])
    ]
    score, _, entry = max(scored)
    alone = bool(others) and _support(entry, others) == 0.0
    return Located(
        mention.start, mention.end, entry.place(), mention.cue, score, mention.alike, mention.bare, alone
    )


def _is_doubtful(each: Located) -> bool:
    """A name that only sounds like the place's, or names a landmark after some place far away."""
    return each.alike or each.cue in (Precision.LANDMARK, Precision.STREET)


def _is_namesake(each: Located) -> bool:
    """The mountain of Mithal is not the village of that name, though the desert of a city is near it."""
    return each.cue == "lands" and each.place.precision not in _LARGE


def _prior(mention: Mention, entry: Entry, lands: Mapping[str, float]) -> float:
    """How likely the name means this place, before the rest of the text is asked."""
    score = 0.25 * math.log10(entry.population + 1) - (1.0 if mention.alike else 0.0)
    if lands:
        score += lands.get(entry.country, -max(lands.values()))
        if max(lands.values()) < _WATCHED and fold(entry.name) != fold(mention.name):
            score -= _BY_ANOTHER_NAME
    return score + _kind_fits(mention.cue, entry.precision)


def _kind_fits(cue: str, precision: Precision) -> float:
    if cue in ("governorate", "region", "lands"):
        return 2.0 if precision is Precision.GOVERNORATE else 0.0
    if cue == "district":
        return 1.5 if precision in (Precision.DISTRICT, Precision.SUBDISTRICT) else 0.0
    if precision in (Precision.GOVERNORATE, Precision.DISTRICT, Precision.SUBDISTRICT):
        return -2.0  # a bare name means the town before the land that is called after it
    if cue in _SETTLEMENTS:
        return 1.5 if precision == cue else 1.0 if precision in _SETTLEMENTS else 0.0
    if cue == Precision.NEIGHBOURHOOD:
        return 1.5 if precision is Precision.NEIGHBOURHOOD else 0.0
    return 0.0


def _support(entry: Entry, others: Sequence[Entry]) -> float:
    """How many other places named lie around this one; three say enough."""
    near = 0.0
    for other in others:
        reach = _REACH_KM.get(other.precision, 25.0)
        gap = _rough_km(entry, other)
        if gap < reach:
            near += 1.0
        elif gap < 2 * reach:
            near += 0.4
    return min(near, 3.0)


def _rough_km(one: Entry, other: Entry) -> float:
    """Near enough for comparing, and many times faster than the great circle."""
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return 111.2 * math.hypot(one.lat - other.lat, east)
