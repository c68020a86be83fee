"""The places of a gazetteer file with the keys each is looked up by: as it is written, and as it sounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cairn.vocabulary.fold import fold
from cairn.vocabulary.place_names import join_sounds, join_written, name_words, run_together
from cairn.vocabulary.places_file import read_places

_MOST_WORDS = 6  # of a name
_BREATHS = "‘’'ʻʼʿʾ`"  # marks for ayn and hamza: no letters, and a name may begin with one
# None of the letters that other languages added, and no letter alone, which is a slip.
_ARABIC_ALONE = re.compile("[\u0621-\u0652()-]{2,}( [\u0621-\u0652()-]{2,})*")
_MOST_KEPT = 50_000  # names whose keys are kept in mind: many places share theirs


class NamedRow(NamedTuple):
    """A place: the columns of its `gazetteer.Entry`, without the precision, between tabs; and its keys."""

    row: str
    population: int
    keys: set[str]


def named_rows(file: Path) -> Iterator[NamedRow]:
    """The places of a file, in its order, each with its keys."""
    keys_of = lru_cache(_MOST_KEPT)(_keys_of)
    for place in read_places(file):
        names = [place["name"], *place["alternates"].split("|")]
        keys = {key for name in names for key in keys_of(name)}
        population = int(float(place["population"] or 0))
        yield NamedRow(_row(place, names, population), population, keys)


def _keys_of(name: str) -> tuple[str, ...]:
    if len(name) <= 3 and name.isascii() and name.isupper():
        return ()  # the code of an airport: THE is Teresina's
    words = name_words(name.split(",")[0].split("(")[0])
    written = join_written(words)
    if len(written) < 2 or len(words) > _MOST_WORDS:
        return ()
    sounds = join_sounds(words)
    return tuple(key for key in (written, run_together(words), f"~{sounds}" if sounds else "") if key)


def _row(place: dict[str, str], names: list[str], population: int) -> str:
    latin = _plainly(place["name"], names)
    arabic = _in_arabic(place["name"], names)
    kept = (place[column] for column in ("lat", "lon", "feature_code", "country", "admin1", "admin2"))
    return "\t".join((place["id"], latin, arabic, *kept, str(population)))


def _plainly(name: str, names: list[str]) -> str:
    """The name in Latin letters; where a marked letter begins it, its plain spelling: Hamah for Ḩamāh."""
    plain, begins = fold(name), name.lstrip(_BREATHS)[:1]
    if begins.isascii() and begins.isalpha():
        return name
    if plain[:1].isascii() and plain[:1].isalpha():
        return next((each for each in names if each.isascii() and fold(each) == plain), name)
    return next((each for each in names if each[:1].isascii() and each[:1].isalpha()), name)


def _in_arabic(name: str, names: list[str]) -> str:
    """The name in Arabic: of several that it has had, the one that sounds like its name.

    One with the letters of Persian, Urdu or Kurdish only where there is no other.
    """
    written = [each.strip("\u200e\u200f ") for each in names if _is_arabic(each)]
    arabic = [each for each in written if _ARABIC_ALONE.fullmatch(each)] or written
    sounds = join_sounds(name_words(name))
    same = (each for each in arabic if join_sounds(name_words(each)) == sounds)
    return next(same, arabic[0] if arabic else "")


def _is_arabic(name: str) -> bool:
    return "\u0620" <= name[:1] <= "\u06d3"
