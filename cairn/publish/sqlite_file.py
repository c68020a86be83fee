"""The tables of a release as one SQLite file to read, and what Datasette says of its tables and columns.

The same rows give the same bytes: tables are written in order into a new file, which is then made compact.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.publish.rows import Row
from cairn.vocabulary.columns import Column, Kind, Table

_TYPES = {Kind.WHOLE: "INTEGER", Kind.NUMBER: "REAL"}  # everything else is text
SEARCHED = {"incidents": ("code", "place", "place_ar", "belligerents"), "people": ("name", "name_ar")}
OUR_UNITS = ("people", "incidents", "reports", "origins")  # Datasette refuses a unit that it does not know
KEYS = ("id", "incident", "code")  # columns that are looked up


def write_sqlite(path: Path, tables: Iterable[tuple[Table, Iterable[Row]]]) -> None:
    """Write the tables into a new file, with an index of their words where somebody will search."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for table, rows in tables:
            _write(database, table, rows)
        database.execute("COMMIT")
        database.execute("VACUUM")


def _write(database: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    columns = ", ".join(f'"{one.name}" {_TYPES.get(one.kind, "TEXT")}' for one in table.columns)
    database.execute(f'CREATE TABLE "{table.name}" ({columns})')
    places = ", ".join("?" * len(table.columns))
    filled = ([cells.get(name) for name in table.names] for cells in rows)
    database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', filled)
    for name in KEYS:
        if name in table.names:
            database.execute(f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ("{name}")')
    if searched := SEARCHED.get(table.name):
        names = ", ".join(searched)
        index = f"{table.name}_fts"
        database.execute(f'CREATE VIRTUAL TABLE {index} USING fts5({names}, content="{table.name}")')
        database.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def read_sqlite(path: Path, table: Table) -> Iterator[Row]:
    """The rows of a table, with the columns that both it and we know; BadInput where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            # Of a stranger's file: a view could be made to answer anything, or never to end.
            kind = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
            if not database.execute(kind, (table.name,)).fetchone():
                raise BadInput(f"{path.name} has no table {table.name}.")
            there = [row[1] for row in database.execute(f'PRAGMA table_info("{table.name}")')]
            for cells in database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid'):
                yield {name: cell for name, cell in zip(there, cells, strict=True) if cell is not None}
    except sqlite3.Error as problem:
        raise BadInput(f"{path.name} cannot be read as SQLite ({in_words(problem)}).") from None


def datasette(title: str, database: str, tables: Iterable[Table]) -> dict[str, Any]:
    """What `datasette DATABASE.db --metadata FILE` shows: titles, what each column means, units."""
    return {
        "title": title,
        "custom_units": [f"{unit} = []" for unit in OUR_UNITS],
        "databases": {database: {"tables": {table.name: _shown(table) for table in tables}}},
    }


def _shown(table: Table) -> Mapping[str, Any]:
    said: dict[str, Any] = {"title": table.name.capitalize(), "description": table.means}
    said["columns"] = {column.name: _described(column) for column in table.columns}
    said["units"] = {column.name: column.unit for column in table.columns if column.unit}
    if table.name in SEARCHED:
        said["fts_table"] = f"{table.name}_fts"
    return said


def _described(column: Column) -> str:
    return f"{column.title}. {column.means}" + (f" In {column.unit}." if column.unit else "")
