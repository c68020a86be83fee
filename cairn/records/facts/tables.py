"""The tables of facts in a ledger's database: asked by totals, and kept in step with the records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing

from django.db import connection

from cairn.records.many import parcels
from cairn.total.facts.rows import TABLES, Cell, Cells

VERSION = "4"  # of the rules that make facts of records: another number, and every ledger makes them anew
IN_LEDGER = tuple(table for table in TABLES if table != "facts_memberships")  # its cairn.toml has those
NUMBERED = ("facts_incidents", "facts_parties", "facts_places", "facts_areas")
COLUMNS = ", ".join(TABLES["facts"])
NUMBERS_A_QUESTION = 2000


class LedgerFacts:
    """`cairn.total.facts.sql.Facts` in the open ledger."""

    @property
    def dialect(self) -> str:
        return str(connection.vendor)

    @property
    def keeps_sums(self) -> bool:
        return True

    def rows(self, sql: str, said: Sequence[Cell]) -> Sequence[Sequence[Cell]]:
        return asked(sql.replace("%", "%%").replace("?", "%s"), said)


def asked(sql: str, said: Sequence[Cell] = ()) -> list[Cells]:
    with closing(connection.cursor()) as cursor:
        cursor.execute(sql, list(said))
        return list(cursor.fetchall())


def done(sql: str, each: Iterable[Sequence[Cell]] = ((),)) -> None:
    """Do this for each of what is said."""
    every = list(each)
    if every:
        with closing(connection.cursor()) as cursor:
            cursor.executemany(sql, every)


def put(rows: Iterable[tuple[str, Cells]]) -> None:
    """Put rows into their tables; numbers that stand for what is known already stand for the same."""
    held: dict[str, list[Cells]] = {table: [] for table in IN_LEDGER}
    for table, cells in rows:
        if table in held:
            held[table].append(cells)
    for table, found in held.items():
        marks = ", ".join(["%s"] * len(TABLES[table]))
        again = " ON CONFLICT DO NOTHING" if table in NUMBERED else ""
        if table == "facts_incidents":
            again = " ON CONFLICT (id) DO UPDATE SET code = excluded.code"
        done(f"INSERT INTO {table} ({', '.join(TABLES[table])}) VALUES ({marks}){again}", found)


def facts_of(incidents: Collection[int]) -> Iterator[Cells]:
    """Every version of these incidents' facts, earliest first."""
    for parcel in parcels(incidents, NUMBERS_A_QUESTION):
        listed = ", ".join(map(str, parcel))
        yield from asked(f"SELECT {COLUMNS} FROM facts WHERE incident IN ({listed}) ORDER BY incident, since")


def conceded_of(incidents: Collection[int]) -> Iterator[Cells]:
    columns = ", ".join(TABLES["facts_conceded"])
    for parcel in parcels(incidents, NUMBERS_A_QUESTION):
        listed = ", ".join(map(str, parcel))
        yield from asked(f"SELECT {columns} FROM facts_conceded WHERE incident IN ({listed})")


def emptied() -> None:
    for table in (*IN_LEDGER, "facts_sums", "facts_made"):
        done(f"DELETE FROM {table}")


def made_up_to() -> int | None:
    """The change up to which facts are in step; None where they were never made, or by other rules."""
    found = asked("SELECT seq FROM facts_made WHERE version = %s", [VERSION])
    return int(found[0][0] or 0) if found else None


def are_made_up_to(seq: int) -> None:
    done("DELETE FROM facts_made")
    done("INSERT INTO facts_made (version, seq) VALUES (%s, %s)", [(VERSION, seq)])
