"""How long another recorder's table takes to import, to compare with what is here, and to update.

    .venv/bin/python -m benchmarks.exchange.speed --rows 50000

The peer is SQLite itself with the same rows in one bare table: the ratio is what reading the cells, judging
each incident, the chain of changes and the facts of the totals cost. Seconds are of the processor, as other
programs take turns on it.
"""

from __future__ import annotations

import argparse
import csv
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cairn.exchange import Row, load_mapping, read_table
from cairn.records import actions
from cairn.records.actions.withdrawing import withdraw_missing
from cairn.records.change import By
from cairn.records.importing import planned
from cairn.records.ledger import init_ledger
from cairn.vocabulary.conflict import Conflict

HEADER = ("ibc_code", "date_start", "date_end", "location", "weapons", "reported_minimum", "reported_maximum")
WORDS = ("Mill", "Ford", "Hill", "Bridge", "Harbour", "Orchard", "Well", "Market")
BY = By("Ana", "measured")
CHANGED, GONE = 0.4, 0.01


def made(rows: int, drawn: random.Random) -> list[dict[str, str]]:
    """An invented table in the shape of the mapping `ibc`."""
    return [_row(number, drawn) for number in range(rows)]


def _row(number: int, drawn: random.Random) -> dict[str, str]:
    day = f"20{drawn.randint(3, 17):02d}-{drawn.randint(1, 12):02d}-{drawn.randint(1, 28):02d}"
    killed = drawn.randint(0, 9)
    cells = (f"k{number}", day, day, f"Tell {drawn.choice(WORDS)} {number % 4000}", "gunfire, roadside bomb")
    return dict(zip(HEADER, (*cells, str(killed), str(killed + drawn.randint(0, 3))), strict=True))


def later(rows: list[dict[str, str]], drawn: random.Random) -> list[dict[str, str]]:
    """The same table a year on: some rows changed, some are gone."""
    kept = [row for row in rows if drawn.random() > GONE]
    return [row | {"reported_maximum": "15"} if drawn.random() < CHANGED else row for row in kept]


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, HEADER)
        out.writeheader()
        out.writerows(rows)
    return path


def bare(path: Path, database: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file, sqlite3.connect(database) as connection:
        rows = csv.reader(file)
        connection.execute(f"CREATE TABLE incidents ({', '.join(next(rows))})")
        connection.executemany(f"INSERT INTO incidents VALUES ({', '.join('?' * len(HEADER))})", rows)


def imported(path: Path, write: bool = True) -> str:
    shape = load_mapping("ibc")
    rows = [row for row in read_table(path, shape) if isinstance(row, Row)]
    due = planned(shape, rows)
    fresh = [*(row for _, row in due.new), *(each.row for each in due.changed)]
    for at in range(0, len(fresh) if write else 0, 5000):
        actions.import_incidents(BY, shape.name, fresh[at : at + 5000])
    if write and due.missing:
        withdraw_missing(BY, shape, [one.key for one in due.missing])
    return f"{len(due.new):,} new, {len(due.changed):,} changed, {len(due.missing):,} gone"


def timed(what: str, done: Callable[[], object]) -> float:
    began = time.process_time()
    said = done()
    taken = time.process_time() - began
    print(f"{what:<34} {taken:7.1f} s   {said or ''}")
    return taken


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--rows", type=int, default=50_000)
    rows, drawn = options.parse_args().rows, random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        table = made(rows, drawn)
        first = written(here / "first.csv", table)
        second = written(here / "second.csv", later(table, drawn))
        init_ledger(here / "ledger", Conflict(name="measured"))
        peer = timed("bare SQLite", lambda: bare(first, here / "bare.db"))
        ours = timed("import", lambda: imported(first))
        timed("the same table again", lambda: imported(first))
        timed("dry run of a later table", lambda: imported(second, write=False))
        timed("update, and withdraw what is gone", lambda: imported(second))
        print(
            f"an import takes {ours / peer:.0f} times what bare SQLite does, {ours / rows * 1e3:.2f} ms a row"
        )


if __name__ == "__main__":
    main()
