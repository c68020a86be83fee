"""The gazetteer: what places bear a name. Built-in places, and folders of `XX.tsv.gz` besides.

A look-up in the index takes microseconds, and no more is held in memory than has been asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from cairn.exceptions import BadInput
from cairn.values import Place, Precision, distance_km
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict
from cairn.vocabulary.gazetteer_index import Index, index_of
from cairn.vocabulary.place_names import join_sounds, join_written, name_words, written_word

_SAME_PLACE_KM = 2.0  # two entries of one name nearer than this are one place told twice
_SAME_PLACE_DEGREES = 0.02  # of latitude: a little more than those kilometres
_MOST_OF_A_NAME = 60  # places: those of the most people are enough
_MOST_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer. `feature` is a GeoNames feature code; `admin1`, `admin2` are names."""

    id: str
    name: str
    name_ar: str | None
    lat: float
    lon: float
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int
    precision: Precision

    @property
    def lat_lon(self) -> tuple[float, float]:
        return self.lat, self.lon

    def place(self) -> Place:
        within = tuple(part for part in (self.admin2, self.admin1) if part and part != self.name)
        return Place(
            self.name, self.lat, self.lon, self.precision, self.country or None, within, self.id, self.name_ar
        )


def _precision(feature: str, population: int) -> Precision:
    if feature.startswith("PCL"):
        return Precision.COUNTRY
    if feature.startswith("ADM"):
        known = {"ADM1": Precision.GOVERNORATE, "ADM2": Precision.DISTRICT}
        return known.get(feature[:4], Precision.SUBDISTRICT)
    if feature == "PPLX":
        return Precision.NEIGHBOURHOOD
    if feature in ("PPLC", "PPLA", "PPLG") or population >= 50_000:
        return Precision.CITY
    if feature.startswith("PPLA") or population >= 5_000:
        return Precision.TOWN
    return Precision.VILLAGE if feature.startswith(("PPL", "STLMT")) or not feature else Precision.LANDMARK


class Gazetteer:
    """Places by name. `written` finds them as they are written, `sounding` by their consonants."""

    def __init__(self, indexes: Sequence[Index]) -> None:
        self._indexes = indexes
        self._longest: dict[str, int] = {}
        self._most_words: dict[tuple[str, bool], int] = {}
        self._named: dict[str, tuple[Entry, ...]] = {}

    def longest(self, first: str) -> int:
        """How many words the longest name has that begins with this word; 0 where none does."""
        known = self._longest.get(first)
        if known is None:
            if len(self._longest) > _MOST_KEPT:
                self._longest.clear()
            known = self._longest[first] = max(index.longest(first) for index in self._indexes)
        return known

    def most_words(self, first: str, of_several: bool) -> int:
        """How many words the longest name has that begins with this word as a text writes it."""
        known = self._most_words.get((first, of_several))
        if known is None:
            if len(self._most_words) > _MOST_KEPT:
                self._most_words.clear()
            known = self.longest(written_word(first, True))
            if of_several:
                known = max(known, self.longest(written_word(first, False)))
            self._most_words[first, of_several] = known
        return known

    def under(self, key: str) -> tuple[Entry, ...]:
        """The places under a key, those of more people first, each place once."""
        known = self._named.get(key)
        if known is None:
            if len(self._named) > _MOST_KEPT:
                self._named.clear()
            known = self._named[key] = tuple(_each_once(self._entries(key)))
        return known

    def written(self, words: tuple[str, ...]) -> tuple[Entry, ...]:
        return self.under(join_written(words))

    def sounding(self, words: tuple[str, ...]) -> tuple[Entry, ...]:
        key = join_sounds(words)
        return self.under(f"~{key}") if key else ()

    def find(self, name: str, countries: Sequence[str] = ()) -> tuple[Entry, ...]:
        """Places of this name, as written or else as it sounds; those of the given countries first."""
        words = name_words(name)
        found = self.written(words) or self.sounding(words) if words else ()
        return tuple(sorted(found, key=lambda entry: bool(countries) and entry.country not in countries))

    def _entries(self, key: str) -> list[Entry]:
        found = [_entry(row) for index in self._indexes for row in index.under(key)]
        return sorted(found, key=lambda entry: -entry.population)[:_MOST_OF_A_NAME]


def _entry(row: Sequence[str]) -> Entry:
    id, name, name_ar, lat, lon, feature, country, admin1, admin2, told = row
    population = int(told)
    return Entry(
        id, name, name_ar or None, float(lat), float(lon), feature, country, admin1, admin2, population,
        _precision(feature, population),
    )  # fmt: skip


def _each_once(entries: list[Entry]) -> Iterator[Entry]:
    kept: list[Entry] = []
    for entry in entries:
        if not any(_is_same_place(entry, other) for other in kept):
            kept.append(entry)
            yield entry


def _is_same_place(one: Entry, other: Entry) -> bool:
    """The latitudes alone tell most places apart, many times faster than the great circle."""
    return (
        abs(one.lat - other.lat) < _SAME_PLACE_DEGREES
        and one.precision.rank // 4 == other.precision.rank // 4
        and distance_km(one.lat_lon, other.lat_lon) < _SAME_PLACE_KM
    )


def gazetteer(conflict: Conflict = ANY_CONFLICT, countries: Sequence[str] = ()) -> Gazetteer:
    """The gazetteer in use: built-in, the conflict's folders, and the folder that CAIRN_PLACES names.

    A file named after a country (`SY.tsv.gz`) is left aside when `countries`, or else the conflict, names
    others and not that.
    """
    folders = [*conflict.places]
    if named := os.environ.get("CAIRN_PLACES"):
        folders.append(Path(named))
    return _gazetteer(tuple(folders), tuple(sorted(set(countries or conflict.countries))))


@lru_cache(maxsize=16)
def _gazetteer(folders: tuple[Path, ...], countries: tuple[str, ...]) -> Gazetteer:
    with resources.as_file(resources.files("cairn.vocabulary") / "places" / "builtin.tsv.gz") as builtin:
        return Gazetteer([index_of(file) for file in (builtin, *_files(folders, countries))])


def _files(folders: Iterable[Path], countries: tuple[str, ...]) -> Iterator[Path]:
    for folder in folders:
        if not folder.is_dir():
            raise BadInput(
                f"The folder of places {folder} is not there. Check CAIRN_PLACES or the ledger's places/."
            )
        for path in sorted(folder.glob("*.tsv.gz")):
            code = path.name.removesuffix(".tsv.gz")
            if not countries or len(code) != 2 or not code.isupper() or code in countries:
                yield path
