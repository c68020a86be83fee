"""Places told by distance: "5 km north of Homs" is not Homs."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.places import Located
from cairn.extract.words import Word
from cairn.values import Place, Precision
from cairn.vocabulary.where_words import directions
from cairn.vocabulary.where_words import words as where_words

_KM_A_MILE = 1.609
_KM_A_DEGREE = 111.2
_FARTHEST_KM = 300.0
_NEAR_KM = 8.0  # a distance told up to here is known to a town's breadth, a longer one to a subdistrict's


def with_offsets(found: Sequence[Located], text: str, words: Sequence[Word]) -> list[Located]:
    """The places, those told by a distance and a direction moved to where that leads."""
    starts = [word.start for word in words]
    keys = [word.key for word in words]
    return [_moved(each, text, words, keys, bisect_left(starts, each.start)) for each in found]


def _moved(each: Located, text: str, words: Sequence[Word], keys: Sequence[str], at: int) -> Located:
    at = _before_small_words(keys, at - 1)
    bearing = directions().get(keys[at]) if at >= 2 else None
    if at >= 4 and keys[at - 1] == "-":  # south-east
        bearing, at = directions().get(f"{keys[at - 2]}-{keys[at]}"), at - 2
    if bearing is None or each.place.lat is None or each.place.lon is None:
        return each
    number = _before_small_words(keys, at - 1)
    distance = _km(keys[number - 1], keys[number]) if number >= 1 else None
    if distance is None:
        return each
    said = " ".join(text[words[number - 1].start : each.end].split())
    return replace(each, place=_shifted(each.place, each.place.lat, each.place.lon, said, distance, bearing))


def _before_small_words(keys: Sequence[str], at: int) -> int:
    """The nearest word at or before this one that is more than "the" or "near"."""
    skipped, before = where_words("skipped"), where_words("before")
    while at >= 0 and (keys[at] in skipped or keys[at] in before):
        at -= 1
    return at


def _km(number: str, unit: str) -> float | None:
    """How far, where a number and a unit of length say so."""
    scale = 1.0 if unit in where_words("kilometres") else _KM_A_MILE if unit in where_words("miles") else 0.0
    try:
        km = float(number) * scale
    except ValueError:
        return None
    return km if 0 < km <= _FARTHEST_KM else None


def _shifted(place: Place, lat: float, lon: float, said: str, km: float, bearing: int) -> Place:
    north = km * math.cos(math.radians(bearing)) / _KM_A_DEGREE
    east = km * math.sin(math.radians(bearing)) / (_KM_A_DEGREE * math.cos(math.radians(lat)))
    return replace(
        place,
        name=said,
        lat=round(lat + north, 5),
        lon=round(lon + east, 5),
        precision=Precision.TOWN if km <= _NEAR_KM else Precision.SUBDISTRICT,
        within=(place.name, *place.within),
        name_ar=None,
    )
