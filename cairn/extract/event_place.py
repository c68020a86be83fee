"""Which of the places named is where the harm was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from cairn.extract.event_date import Told
from cairn.extract.places import Located
from cairn.values import Place, Precision

# What the words beside a name say for its being the scene. Origins and hospitals are named in passing.
_CUES = {
    "origin": -4.0,
    "aside": -2.5,
    "region": -1.0,
    "lands": -1.0,
    "before": 0.5,
    "within": 1.0,
    "hashtag": 0.3,
    "grid": 5.0,
    "": 0.0,
}
_FINE = {
    Precision.COUNTRY: -4.0,
    Precision.GOVERNORATE: -1.5,
    Precision.DISTRICT: -0.5,
    Precision.SUBDISTRICT: 0.0,
    Precision.CITY: 0.5,
    Precision.TOWN: 1.0,
}
_LANDS = frozenset([Precision.COUNTRY, Precision.GOVERNORATE, Precision.CITY])
_FINER_THAN_A_TOWN = 1.2
_SETTLEMENTS = frozenset(["town", "village", "neighbourhood"])
_MEANT_FOR_THE_LAND = 2.0  # what parts a governorate from a city in the table above
_NAMED_KIND = 1.5
_START = 400  # characters in which a report says what it is about
_TOLD_HERE = 2.5
_EARLY = 1500  # characters after which harm told is seldom the main event's
_NEAR = 300  # characters around a claim of harm


def event_place(found: Sequence[Located], harm: Sequence[Told]) -> Located | None:
    """The scene: the finest place named near the harm, among those that can be it."""
    counts = Counter(each.place.id or each.place.name for each in found)
    lands = {each.place.within[-1] for each in found if each.cue in _SETTLEMENTS and each.place.within}
    fit = [each for each in found if _can_be_the_scene(each)]
    return max(
        fit,
        key=lambda each: (_score(each, harm, counts) - _as_land(each, lands), -each.start),
        default=None,
    )


def _as_land(each: Located, lands: Collection[str]) -> float:
    """What a city loses where its name means the land around it: "in Idlib", then "the village of Mithal"."""
    is_land = each.cue not in _SETTLEMENTS and each.place.precision is Precision.CITY
    return _MEANT_FOR_THE_LAND if is_land and each.place.name in lands else 0.0


def _can_be_the_scene(each: Located) -> bool:
    return each.place.lat is not None


def _score(each: Located, harm: Sequence[Told], counts: Counter[str]) -> float:
    score = _CUES.get(each.cue, _NAMED_KIND)
    score += _FINE.get(each.place.precision or Precision.VILLAGE, _FINER_THAN_A_TOWN)
    score += min(each.score, 6.0) / 3 - (0.7 if each.alike else 0.0) - (0.3 if each.bare else 0.0)
    score += 0.3 * min(counts[each.place.id or each.place.name] - 1, 3)
    if each.start < _START:
        score += 1.0
    if harm:
        score += _TOLD_HERE * max(_nearness(each, told) * max(0.4, 1 - told.start / _EARLY) for told in harm)
    if each.alone and each.place.precision not in _LANDS:
        score -= 2.0
    if not each.cue and each.place.precision is Precision.VILLAGE:
        score -= 1.5  # names of small places are often names of people and common words
    return score


def _nearness(each: Located, told: Told) -> float:
    """1 in the sentence that tells of harm; what it tells first counts most."""
    if told.sentence[0] <= each.start < told.sentence[1]:
        return 1.0
    return 0.7 * max(0.0, 1 - max(0, told.start - each.end, each.start - told.end) / _NEAR)


def places_named(found: Sequence[Located], best: Located | None) -> tuple[Place, ...]:
    """Each place once, the scene first, then as they fit."""
    ordered = sorted(found, key=lambda each: -each.score)
    once = {each.place.id or each.place.name: each.place for each in ([best] if best else []) + ordered}
    return tuple(once.values())
