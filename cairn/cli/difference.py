"""What an import changes, in words for a terminal and as a CSV file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from cairn.exceptions import BadInput, in_words
from cairn.exchange import Difference, Kept, Mapping, Rejected, Row, absent_columns, unread_columns

SHOWN = 20  # changed rows, and rows that are gone, before a terminal is full
WIDEST = 60  # letters of a cell
CELLS = 8  # changed cells of a row
HEADER = ("what", "at", "id", "column", "old", "new", "reason")


def columns_words(rows: Sequence[Row], mapping: Mapping) -> Iterator[str]:
    """Where the table and the mapping do not know the same columns."""
    if not rows:
        return
    here = dict.fromkeys(name for row in rows[:1000] for name in row.cells)
    if absent := absent_columns(mapping, here):
        yield f"Not in the table, though the mapping {mapping.name} reads it: {', '.join(absent)}."
    if unread := unread_columns(mapping, here):
        yield f"Kept with each row, and read by nobody: {', '.join(unread)}."


def notes_words(rows: Sequence[Row]) -> Iterator[str]:
    """What was not understood, each kind of it told in full so often and then counted."""
    told: Counter[str] = Counter()
    for row in rows:
        for note in row.notes:
            told[note] += 1
            if told[note] <= SHOWN:
                yield f"{row.at}{_named(row)}: {note}"
    for note, times in told.items():
        if times > SHOWN:
            yield f"The same of {times - SHOWN:,} further rows: {note}"


def change_words(due: Difference) -> Iterator[str]:
    """The first rows that changed, cell by cell, and the first that are gone."""
    for each in due.changed[:SHOWN]:
        cells = "; ".join(f"{column}: {_cut(old)} → {_cut(new)}" for column, old, new in each.cells[:CELLS])
        yield f"changed, {each.row.at}{_named(each.row)}: {cells}"
    if len(due.changed) > SHOWN:
        yield f"… and {len(due.changed) - SHOWN:,} more have changed; --diff FILE writes them all."
    for one in due.missing[:SHOWN]:
        yield f"no longer in the table: {_said(one)}"
    if len(due.missing) > SHOWN:
        yield f"… and {len(due.missing) - SHOWN:,} more are gone; --diff FILE writes them all."


def _said(one: Kept) -> str:
    """What a row that is gone said: its first cells, for it may have had no id."""
    return _cut(", ".join(str(cell) for cell in list(one.cells.values())[:CELLS] if cell not in (None, "")))


def _named(row: Row) -> str:
    return f" ({row.id})" if row.id else ""


def _cut(cell: str) -> str:
    words = " ".join(cell.split()) or "–"
    return words if len(words) <= WIDEST else f"{words[:WIDEST]}…"


def write_difference(path: Path, due: Difference, refused: Sequence[Rejected]) -> None:
    """A line for each new row, each changed cell, each row that is gone and each that is refused."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(HEADER)
            out.writerows(_lines(due, refused))
    except OSError as problem:
        raise BadInput(
            f"{path} cannot be written: {in_words(problem)}. Check the folder and its space."
        ) from None


def _lines(due: Difference, refused: Sequence[Rejected]) -> Iterator[tuple[str, ...]]:
    for key, row in due.new:
        yield "new", row.at, row.id or key, "", "", "", ""
    for each in due.changed:
        for column, old, new in each.cells:
            yield "changed", each.row.at, each.row.id or each.key, column, old, new, ""
    for one in due.missing:
        yield "missing", "", one.key, "", _said(one), "", ""
    for bad in refused:
        yield "refused", bad.at, bad.id, "", "", "", bad.reason
