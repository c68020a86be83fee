"""What was struck: the objects hit, the objects aimed at, and whether the same place was struck twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cairn.extract.sentences import stands_in
from cairn.extract.words import Word
from cairn.values import Struck
from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases

_SMALL = ("و", "ف", "ب", "ل", "ال", "بال", "وال", "لل", "وب", "ول")
_REACH = 4  # words between the word of attack and the object: "hit the crowded old market"
_STOPS = frozenset(".;!?")


class _Object(NamedTuple):
    first: int
    last: int
    kind: str


@cache
def _objects() -> Phrases[str]:
    return Phrases(_said("objects"), hang_on=_SMALL)


@cache
def _ways() -> Phrases[str]:
    """The words of attack: `hit` and `aimed` before their object, `was hit` and `was aimed` behind it."""
    return Phrases(_said("struck"), hang_on=("و", "ف"))


def _said(name: str) -> Iterator[tuple[str, str]]:
    for code in languages():
        for value, phrases in section(code, name).items():
            yield from ((phrase, value) for phrase in phrases)


def find_struck(words: Sequence[Word], sentences: Sequence[tuple[int, int]]) -> Struck | None:
    """What these sentences say was struck; where they say nothing of it, what the whole text says;
    None where that is nothing.

    An object is hit where a word of attack governs it. One that is only aimed at counts as hit unless the
    sentence says what was hit instead: "targeting a headquarters hit a school".
    """
    keys = [word.key for word in words]
    ways = list(_ways().all_in(keys))
    if not ways:
        return None
    found = list(_governed(keys, [(at, at + match.length, match.value) for at, match in ways]))
    told = sorted(set(sentences))
    here = [each for each in found if stands_in(told, words[each[0].first].start)] or found
    aimed = tuple(dict.fromkeys(each.kind for each, way in here if way == "aimed"))
    hit = tuple(dict.fromkeys(each.kind for each, way in here if way == "hit"))
    twice = any(match.value == "twice" for _, match in ways)
    return Struck(hit or aimed, aimed, twice) if here or twice else None


def _governed(keys: Sequence[str], ways: Sequence[tuple[int, int, str]]) -> Iterator[tuple[_Object, str]]:
    ends = [last for _, last, _ in ways]
    before: tuple[_Object, str] | None = None
    for at, match in _objects().all_in(keys):
        thing = _Object(at, at + match.length, match.value)
        way = _way_behind(keys, ways, thing) or _way_before(keys, ways, ends, thing)
        if not way and before and _follows(keys, before[0], thing, match.hung):
            way = before[1]  # "a house, a school and two shops"
        before = (thing, way) if way else None
        if way:
            yield thing, way


def _way_before(
    keys: Sequence[str], ways: Sequence[tuple[int, int, str]], ends: Sequence[int], thing: _Object
) -> str:
    for at in range(bisect_left(ends, thing.first + 1) - 1, -1, -1):
        _, last, way = ways[at]
        if thing.first - last > _REACH or not _STOPS.isdisjoint(keys[last : thing.first]):
            break
        if not way.startswith("was ") and way != "twice":
            return "" if way == "by" else way
    return ""


def _way_behind(keys: Sequence[str], ways: Sequence[tuple[int, int, str]], thing: _Object) -> str:
    """ "The school was hit": the word of attack stands right behind its object."""
    at = bisect_left(ways, (thing.last, 0, ""))
    if at < len(ways) and ways[at][0] - thing.last <= 1 and ways[at][2].startswith("was "):
        return ways[at][2].removeprefix("was ")
    return ""


def _follows(keys: Sequence[str], before: _Object, thing: _Object, hung: str) -> bool:
    between = keys[before.last : thing.first]
    joined = hung.startswith("و") or "," in between or not _joins().isdisjoint(between)
    return joined and len(between) <= _REACH and _STOPS.isdisjoint(between)


@cache
def _joins() -> frozenset[str]:
    return frozenset(fold(word) for code in languages() for word in section(code, "signs").get("and") or ())
