"""The index of one gazetteer file, in the user's cache folder: which of its places bear a name.

It is a file of sorted numbers beside the rows, and is looked into where it lies on the disk: nothing is read
before it is asked for, and processes share it. A number stands for a name, so that most words, which name no
place, are known for such within a microsecond or two.
"""

from __future__ import annotations

import mmap
import os
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

from cairn.vocabulary.gazetteer_names import NamedRow, named_rows

_FORMAT = "11"  # of the index; another number makes all indexes anew
_MOST = 60  # places of one name: those of the most people are enough
_LONGEST = 7  # the low bits of a first word's number say how many words its longest name has
_HEAD = 4  # numbers: how many first words, names, places, and bytes of rows there are


class Index:
    """The index of one file. A place is its row: the texts of its columns."""

    def __init__(self, held: memoryview) -> None:
        starts, names, places, length = held[: 8 * _HEAD].cast("Q")
        at = 8 * _HEAD
        self._starts = held[at : (at := at + 8 * starts)].cast("Q")
        self._names = held[at : (at := at + 8 * names)].cast("Q")
        self._ends = held[at : (at := at + 8 * places)].cast("Q")
        self._places = held[at : (at := at + 4 * names)].cast("I")
        self._rows = held[at : at + length]

    def longest(self, first: str) -> int:
        """How many words the longest name has that begins with this word; 0 where none does."""
        number = _number(first) & ~_LONGEST
        at = bisect_left(self._starts, number)
        found = self._starts[at] if at < len(self._starts) else 0
        return found & _LONGEST if found & ~_LONGEST == number else 0

    def under(self, key: str) -> list[list[str]]:
        """The rows of the places with this key, those of the most people first."""
        rows: list[list[str]] = []
        number = _number(key)
        at = bisect_left(self._names, number)
        while at < len(self._names) and self._names[at] == number and len(rows) < _MOST:
            rows.append(self._row(self._places[at]))
            at += 1
        return rows

    def _row(self, place: int) -> list[str]:
        start = self._ends[place - 1] if place else 0
        return bytes(self._rows[start : self._ends[place]]).decode().split("\t")


def index_of(file: Path) -> Index:
    """The index of a file, from the cache folder where it is there and can be written."""
    cache = Path(os.environ.get("CAIRN_CACHE") or Path.home() / ".cache" / "cairn")
    kept = cache / f"places-{_fingerprint(file)}.index"
    if not kept.exists():
        made = _made(named_rows(file))
        try:
            _keep(made, kept)
        except OSError:
            return Index(memoryview(b"".join(made)))
    with kept.open("rb") as page:
        return Index(memoryview(mmap.mmap(page.fileno(), 0, access=mmap.ACCESS_READ)))


def _fingerprint(file: Path) -> str:
    """What tells this file from any other: a gzip file ends with the checksum of what it holds."""
    with file.open("rb") as page:
        page.seek(-min(8, size := file.stat().st_size), os.SEEK_END)
        told = f"{_FORMAT} {sys.byteorder} {file.name} {size}".encode() + page.read()
    return blake2b(told, digest_size=8).hexdigest()


def _keep(made: Sequence[bytes], kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    making = kept.with_suffix(f".{os.getpid()}")  # another process may be making the same
    try:
        with making.open("wb") as page:
            page.writelines(made)
        making.replace(kept)
    finally:
        making.unlink(missing_ok=True)


def _made(places: Iterable[NamedRow]) -> list[bytes]:
    """An index as `Index` reads it."""
    rows: list[tuple[int, str]] = []
    starts: dict[int, int] = {}
    named: list[tuple[int, int]] = []
    for at, place in enumerate(places):
        rows.append((-place.population, place.row))
        for key in place.keys:
            number = begins = _number(key)
            first, *others = key.split(" ")
            if others:
                begins = _number(first)
            begins &= ~_LONGEST
            starts[begins] = max(starts.get(begins, 0), 1 + len(others))
            named.append((number, at))
    order = sorted(range(len(rows)), key=lambda at: rows[at][0])
    rank = {at: place for place, at in enumerate(order)}
    named = sorted((number, rank[at]) for number, at in named)
    return _laid_out(starts, named, [rows[at][1].encode() for at in order])


def _laid_out(starts: dict[int, int], named: list[tuple[int, int]], rows: list[bytes]) -> list[bytes]:
    ends = array("Q", accumulate(map(len, rows)))
    numbers = (
        array("Q", [len(starts), len(named), len(rows), sum(map(len, rows))]),
        array("Q", sorted(begins | words for begins, words in starts.items())),
        array("Q", [number for number, _ in named]),
        ends,
        array("I", [place for _, place in named]),
    )
    return [*(each.tobytes() for each in numbers), *rows]


def _number(key: str) -> int:
    """The number that stands for a key. Of so many that no two keys will meet in one."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
