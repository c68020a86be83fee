"""Facts in a database that a connection is open to: SQLite or DuckDB, or Parquet files that DuckDB reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cairn.total.facts.keeping import counted_in, made_sums
from cairn.total.facts.kept import GROUPS
from cairn.total.facts.rows import TABLES, Cell, Cells, kind_of

_NAMES = {int: "BIGINT", float: "DOUBLE PRECISION", str: "TEXT"}


@dataclass(frozen=True, slots=True)
class Connected:
    """Facts behind a connection of Python's database interface that takes `?` for what is said."""

    connection: Any
    dialect: str
    keeps_sums: bool = False

    def rows(self, sql: str, said: Sequence[Cell]) -> Sequence[Sequence[Cell]]:
        found: Sequence[Sequence[Cell]] = self.connection.execute(sql, tuple(said)).fetchall()
        return found


def in_sqlite(connection: Any) -> Connected:
    return Connected(connection, "sqlite")


def in_sqlite_with_sums(connection: Any) -> Connected:
    """Facts beside which `keep_sums` kept what they add up to, as a ledger does."""
    return Connected(connection, "sqlite", keeps_sums=True)


def in_duckdb(connection: Any) -> Connected:
    return Connected(connection, "duckdb")


def in_parquet(connection: Any, folder: Path) -> Connected:
    """Facts in the files of a folder, `facts.parquet` and its siblings, as DuckDB reads them."""
    for table in TABLES:
        path = str(folder / f"{table}.parquet").replace("'", "''")
        connection.execute(f"CREATE OR REPLACE VIEW {table} AS SELECT * FROM read_parquet('{path}')")
    return in_duckdb(connection)


def made(table: str) -> str:
    """The SQL that makes one table, columns in the order of `TABLES`."""
    columns = ", ".join(f"{column} {_NAMES[kind_of(table, column)]}" for column in TABLES[table])
    return f"CREATE TABLE {table} ({columns})"


def indexed() -> tuple[str, ...]:
    """The SQL that makes the indices a large record wants."""
    return (
        "CREATE INDEX facts_of_incident ON facts (incident)",
        "CREATE INDEX facts_conceded_of_incident ON facts_conceded (incident, since)",
        "CREATE INDEX facts_areas_by_name ON facts_areas (name)",
        "CREATE INDEX facts_parties_by_number ON facts_parties (id)",
        # All that the common questions look at, in the order of the commonest sums: these need no sorting.
        "CREATE INDEX facts_in_order ON facts (parties, month, grade, reviewed, until, since, first_day,"
        " last_day, country, place, status, killed_min, killed_max, injured_min, injured_max,"
        " children_killed_min, children_killed_max, women_killed_min, women_killed_max, conceded_killed_min,"
        " conceded_killed_max)",
    )


def fill(connection: Any, rows: Iterable[tuple[str, Cells]]) -> None:
    """Make the tables in an empty database and put these rows into them."""
    held: dict[str, list[Cells]] = {table: [] for table in TABLES}
    for table, cells in rows:
        held[table].append(cells)
    for table, found in held.items():
        connection.execute(made(table))
        if found:
            marks = ", ".join("?" * len(TABLES[table]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)


def keep_sums(connection: Any) -> None:
    """Make the table of sums of the facts that are in a SQLite database."""
    connection.execute(made_sums("WITHOUT ROWID"))
    for number in range(len(GROUPS)):
        connection.execute(counted_in(number))
