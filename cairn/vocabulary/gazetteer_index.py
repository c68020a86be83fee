"""The index of gazetteer files: SQLite in the user's cache folder, made anew when a file changes."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from cairn.vocabulary.place_names import join_sounds, join_written, name_words, run_together
from cairn.vocabulary.places_file import read_places

_AT_ONCE = 100_000  # names held in memory before they are written
_FORMAT = "7"  # of the index; another number makes all indexes anew
_TABLES = """
create table places (id integer primary key, gid text, name text, name_ar text, lat real, lon real,
                     feature text, country text, admin1 text, admin2 text, population integer);
create table names (key text, place integer, primary key (key, place)) without rowid;
create table starts (word text primary key, longest integer) without rowid;
"""


def index_of(files: list[Path]) -> sqlite3.Connection:
    """The index of these files, from the cache folder where it is there and can be written."""
    cache = Path(os.environ.get("CAIRN_CACHE") or Path.home() / ".cache" / "cairn")
    kept = cache / f"places-{_fingerprint(files)}.sqlite"
    if not kept.exists():
        try:
            _build_into(kept, files)
        except OSError:
            return _build(sqlite3.connect(":memory:", check_same_thread=False), files)
    return sqlite3.connect(f"file:{kept}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _fingerprint(files: list[Path]) -> str:
    stated = [(path.name, (stat := path.stat()).st_size, stat.st_mtime_ns) for path in files]
    return hashlib.sha256(f"{_FORMAT} {stated}".encode()).hexdigest()[:16]


def _build_into(kept: Path, files: list[Path]) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    making = kept.with_suffix(f".{os.getpid()}")  # another process may be making the same
    making.unlink(missing_ok=True)
    try:
        _build(sqlite3.connect(making, isolation_level=None), files).close()
        making.replace(kept)
    finally:
        making.unlink(missing_ok=True)


def _build(index: sqlite3.Connection, files: list[Path]) -> sqlite3.Connection:
    index.executescript("pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
    index.execute("begin")
    longest: dict[str, int] = {}
    names: set[tuple[str, int]] = set()
    number = 0
    for path in files:
        for row in read_places(path):
            number += 1
            index.execute("insert into places values (?,?,?,?,?,?,?,?,?,?,?)", (number, *_columns(row)))
            names.update(
                (key, number) for key in _keys([row["name"], *row["alternates"].split("|")], longest)
            )
            if len(names) > _AT_ONCE:
                index.executemany("insert into names values (?,?)", sorted(names))
                names.clear()
    index.executemany("insert into names values (?,?)", sorted(names))
    index.executemany("insert into starts values (?,?)", longest.items())
    index.execute("commit")
    return index


def _keys(names: Iterable[str], longest: dict[str, int]) -> Iterator[str]:
    for name in names:
        if len(name) <= 3 and name.isascii() and name.isupper():
            continue  # the code of an airport: THE is Teresina's
        words = name_words(name.split(",")[0].split("(")[0])
        written = join_written(words)
        if len(written) < 2 or len(words) > 6:
            continue
        sounds = join_sounds(words)
        for key in (written, run_together(words), f"~{sounds}" if sounds else ""):
            if key:
                first, *others = key.split(" ")
                longest[first] = max(longest.get(first, 0), 1 + len(others))
                yield key


def _columns(row: dict[str, str]) -> tuple[object, ...]:
    names = [row["name"], *row["alternates"].split("|")]
    arabic = next((name for name in names if _is_arabic(name)), None)
    latin = next((name for name in names if name[:1].isascii() and name[:1].isalpha()), row["name"])
    return (
        row["id"], latin, arabic, float(row["lat"]), float(row["lon"]), row["feature_code"], row["country"],
        row["admin1"], row["admin2"], int(float(row["population"] or 0)),
    )  # fmt: skip


def _is_arabic(name: str) -> bool:
    return "\u0620" <= name[:1] <= "\u06d3"
