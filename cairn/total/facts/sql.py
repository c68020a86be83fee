"""Words of SQL that SQLite, PostgreSQL and DuckDB understand alike, and the database that they are put to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cairn.total.facts.rows import Cell, Cells


class Facts(Protocol):
    """A database with the tables of facts."""

    @property
    def dialect(self) -> str:
        """ "sqlite", "postgresql" or "duckdb"."""

    @property
    def keeps_sums(self) -> bool:
        """Whether the table `facts_sums` is there and in step with the facts."""

    def rows(self, sql: str, said: Sequence[Cell]) -> Sequence[Sequence[Cell]]:
        """What a question of SQL finds; each `?` in it stands for one of what is `said`."""


@dataclass(frozen=True, slots=True)
class Sql:
    """Words and what their question marks stand for."""

    words: str
    said: Cells = ()

    def __and__(self, other: Sql) -> Sql:
        return Sql(f"{self.words} AND {other.words}", (*self.said, *other.said))


ANY = Sql("1 = 1")
NONE = Sql("1 = 0")


def either(parts: Iterable[Sql]) -> Sql:
    found = [part for part in parts if part is not NONE]
    if not found:
        return NONE
    words = " OR ".join(part.words for part in found)
    return Sql(f"({words})", tuple(said for part in found for said in part.said))


def among(column: str, names: Collection[str]) -> Sql:
    return one_of(column, names) if names else ANY


def one_of(column: str, names: Collection[str]) -> Sql:
    if not names:
        return NONE
    return Sql(f"{column} IN ({', '.join('?' * len(names))})", tuple(map(str, names)))
