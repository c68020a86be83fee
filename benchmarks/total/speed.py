"""How long a question to a very large record takes: from SQLite, and from Parquet files by DuckDB.

    .venv/bin/python -m benchmarks.total.speed --incidents 1000000

Beside each question stands the same group-by written by hand for that database, with nothing of ours: the
ratio is what the engine costs. Each is timed five times, and the median is shown. A row's numbers are put
into words of ours when somebody looks at it: what it takes to look at every row stands last.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow
from pyarrow.parquet import ParquetWriter

from benchmarks.total.made import SIDES, in_parcels, rows
from cairn.total import ALL_ALLEGED, Area, Axis, Contested, Measure, Period, Question
from cairn.total.facts.answering import answer
from cairn.total.facts.databases import Connected, in_parquet, in_sqlite_with_sums, indexed, keep_sums, made
from cairn.total.facts.rows import TABLES, kind_of
from cairn.values import PartialDate

TIMES = 5
ROUND = tuple((10.0 + x, 20.0 + y) for x, y in ((0, 0), (9, 1), (12, 8), (8, 11), (3, 12), (-2, 6), (0, 0)))
QUESTIONS = {
    "headline": Question(),
    "all alleged": Question(grades=ALL_ALLEGED),
    "as of an earlier day": Question(as_of=PartialDate("2024-03-31")),
    "by belligerent, as of an earlier day": Question(
        by=(Axis.BELLIGERENT,), grades=ALL_ALLEGED, as_of=PartialDate("2024-03-31")
    ),
    "by grade": Question(by=(Axis.GRADE,), grades=ALL_ALLEGED),
    "by month": Question(by=(Axis.MONTH,), grades=ALL_ALLEGED),
    "by belligerent": Question(by=(Axis.BELLIGERENT,), grades=ALL_ALLEGED),
    "by belligerent, month, grade": Question(
        by=(Axis.BELLIGERENT, Axis.MONTH, Axis.GRADE), grades=ALL_ALLEGED
    ),
    "by belligerent, contested in no minimum": Question(
        by=(Axis.BELLIGERENT,), grades=ALL_ALLEGED, contested=Contested.MAXIMUM
    ),
    "by place": Question(by=(Axis.PLACE,)),
    "one coalition in five years, by year": Question(
        by=(Axis.YEAR,),
        belligerents=(SIDES[5],),
        period=Period(PartialDate("2012"), PartialDate("2016")),
        grades=ALL_ALLEGED,
    ),
    "by belligerent, country, year": Question(
        by=(Axis.BELLIGERENT, Axis.COUNTRY, Axis.YEAR), grades=ALL_ALLEGED
    ),
    "within an area, by country": Question(
        by=(Axis.COUNTRY,), area=Area("round", (ROUND,)), grades=ALL_ALLEGED
    ),
    "every measure": Question(measures=tuple(Measure), grades=ALL_ALLEGED),
}
SUMS = ", ".join(
    f"SUM({name}_min), SUM({name}_max), COUNT({name}_min), COUNT({name}_max)"
    for name in ("killed", "injured", "children_killed", "women_killed", "conceded_killed")
)
CURRENT = "until IS NULL AND reviewed = 1 AND grade <> 'no harm alleged'"
BARE = {
    "headline": f"SELECT COUNT(*), {SUMS} FROM facts WHERE {CURRENT} AND grade IN ('fair', 'confirmed')",
    "all alleged": f"SELECT COUNT(*), {SUMS} FROM facts WHERE {CURRENT}",
    "by grade": f"SELECT grade, COUNT(*), {SUMS} FROM facts WHERE {CURRENT} GROUP BY grade",
    "by month": f"SELECT month, COUNT(*), {SUMS} FROM facts WHERE {CURRENT} GROUP BY month",
    "by belligerent": f"SELECT p.belligerent, COUNT(*), {SUMS} FROM facts"
    f" JOIN facts_parties p ON p.id = parties WHERE {CURRENT} GROUP BY 1",
    "by belligerent, month, grade": f"SELECT p.belligerent, month, grade, COUNT(*), {SUMS} FROM facts"
    f" JOIN facts_parties p ON p.id = parties WHERE {CURRENT} GROUP BY 1, 2, 3",
    "by place": f"SELECT p.name, COUNT(*), {SUMS} FROM facts JOIN facts_places p ON p.id = place"
    f" WHERE {CURRENT} AND grade IN ('fair', 'confirmed') GROUP BY 1",
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--incidents", type=int, default=1_000_000)
    asked.add_argument("--keep", type=Path, help="a folder for the files, used again where they are there")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = said.keep or Path(scratch)
        folder.mkdir(exist_ok=True)
        if not (folder / "facts.parquet").exists():
            write(folder, said.incidents)
        compare("SQLite", in_sqlite_with_sums(sqlite3.connect(folder / "facts.db", check_same_thread=False)))
        compare("DuckDB on Parquet", in_parquet(duckdb.connect(), folder))


def write(folder: Path, incidents: int) -> None:
    """The facts as a SQLite database and as Parquet files."""
    start = time.perf_counter()
    database = sqlite3.connect(folder / "facts.db")
    files = {}
    for table in TABLES:
        database.execute(made(table))
        files[table] = ParquetWriter(folder / f"{table}.parquet", shape(table))
    for parcel in in_parcels(rows(incidents)):
        for table, found in parcel.items():
            marks = ", ".join("?" * len(TABLES[table]))
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
            columns = list(map(list, zip(*found, strict=True))) or [[] for _ in TABLES[table]]
            files[table].write_table(pyarrow.table(columns, schema=shape(table)))
    for index in indexed():
        database.execute(index)
    keep_sums(database)
    database.commit()
    database.close()
    for file in files.values():
        file.close()
    print(f"{incidents:,} incidents written in {time.perf_counter() - start:.0f} s\n")


def shape(table: str) -> pyarrow.Schema:
    kinds = {int: pyarrow.int64(), float: pyarrow.float64(), str: pyarrow.string()}
    return pyarrow.schema([(column, kinds[kind_of(table, column)]) for column in TABLES[table]])


def compare(name: str, facts: Connected) -> None:
    print(f"{name:45}{'ours':>9}{'bare':>9}{'ratio':>7}{'rows':>9}{'all looked at':>17}")
    for words, question in QUESTIONS.items():
        ours = timed(lambda question=question: answer(facts, question))  # type: ignore[misc]
        found = answer(facts, question).rows
        look = timed(lambda found=found: [row.tally for row in found])  # type: ignore[misc]
        line = f"{words:45}{ours:7.0f} ms"
        if words in BARE:
            bare = timed(lambda words=words: facts.rows(BARE[words], ()))  # type: ignore[misc]
            line += f"{bare:6.0f} ms{ours / bare:7.2f}"
        print(f"{line:70}{len(found) or 1:9,}{look:14.0f} ms", flush=True)
    print()


def timed(act: Callable[[], object]) -> float:
    """Milliseconds, the median of several times."""
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        act()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
