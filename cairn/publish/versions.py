"""What each file of a release says of each table, read back so that files can be held against one another."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.publish.formats import FORMULA
from cairn.publish.ftm import entities
from cairn.publish.parquet import available, read_parquet
from cairn.publish.recount import Facts, Inquiry
from cairn.publish.released import (
    DATABASE,
    ENTITIES,
    HXL,
    LINES,
    MAP,
    PARQUET,
    QUESTIONS,
    csv_name,
    every_table,
    fact_rows,
)
from cairn.publish.rows import Row
from cairn.publish.shapes import MADE, rows_of
from cairn.publish.sqlite_file import read_sqlite
from cairn.publish.totals import total_rows
from cairn.values import KnownIncident, from_json
from cairn.vocabulary.columns import Column, Kind, Table, tables

CELL_AT_MOST = 1 << 27
NUMBERS = (Kind.WHOLE, Kind.NUMBER)
OF_ENTITIES = Table(
    "entities", "", tuple(Column(name, Kind.TEXT, "") for name in ("id", "schema", "properties"))
)


@dataclass(frozen=True, slots=True)
class Version:
    """A table as one file has it; `columns` are those that the file can hold."""

    file: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[Row]]

    def spelt(self, shared: Sequence[Column]) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """Each row, and its cells in the columns that are shared, spelt alike whatever the file."""
        places = {column.name: (at, column) for at, column in enumerate(shared)}
        empty = [""] * len(shared)
        for cells in self.rows():
            row = empty.copy()
            for name, cell in cells.items():
                if found := places.get(name):
                    row[found[0]] = _spelt(found[1], cell)
            yield cells, tuple(row)


def _spelt(column: Column, cell: object) -> str:
    if isinstance(cell, str) and column.kind not in NUMBERS:
        return f"'{cell}" if cell.startswith(FORMULA) else cell  # as CSV has it, which quotes a formula
    try:
        return column.spelt(cell)
    except ValueError:  # a cell that is no number in a column of numbers: as it stands
        return str(cell)


@dataclass(frozen=True, slots=True)
class Whole:
    """What the tables of a release are made of, as the release itself has it."""

    known: Sequence[KnownIncident]
    inquiry: Inquiry
    facts: Facts

    def codes(self) -> dict[str, str]:
        """The code of each incident, by its id and by its number among the facts."""
        numbers = {str(number): str(code) for number, _, code in self.facts.get("facts_incidents", ())}
        return numbers | {one.id: one.codes[0] for one in self.known if one.codes}

    def of(self, table: Table) -> tuple[str, Callable[[], Iterable[Row]]] | None:
        """The file that a table is made of, and its rows by that; None where the table stands by itself."""
        if table.name in MADE:
            return LINES, lambda: rows_of(table.name, self.known)
        if table.name == "totals":
            return QUESTIONS, lambda: total_rows(self.inquiry.answers)
        return (LINES, lambda: fact_rows(table, self.facts)) if table.name in self.facts else None


def read_incidents(folder: Path) -> tuple[list[KnownIncident], list[str]]:
    """The incidents of a release whole, and a sentence for each line that cannot be read."""
    found: list[KnownIncident] = []
    unread: list[str] = []
    for number, line in enumerate(_lines(folder / LINES), 1):
        try:
            found.append(from_json(KnownIncident, json.loads(line)))
        except (BadInput, ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
            unread.append(f"{LINES}, line {number}, is no incident that we can read ({in_words(problem)}).")
    return found, unread


def read_inquiry(folder: Path) -> Inquiry:
    """The questions of a release with their answers."""
    try:
        said = json.loads((folder / QUESTIONS).read_text(encoding="utf-8"))
        list(total_rows(said["questions"]))
        return Inquiry(said["questions"], said["memberships"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise BadInput(f"{QUESTIONS} cannot be read ({in_words(problem)}).") from None


def versions(folder: Path, whole: Whole) -> Iterator[tuple[Table, list[Version]]]:
    """Every table with every file that holds it; what the others are made of comes first."""
    columns = _columns_said(folder)
    for table in every_table():
        said = columns.get(table.name, set() if columns else set(table.names))
        there = tuple(column for column in table.columns if column.name in said)
        if there:
            made = whole.of(table)
            first = [Version(made[0], there, made[1])] if made else []
            yield table, [*first, *_files(folder, table, there)]
    told = [
        Version(LINES, OF_ENTITIES.columns, lambda: map(_entity_row, entities(whole.known))),
        Version(ENTITIES, OF_ENTITIES.columns, lambda: map(_entity_row, _json_lines(folder / ENTITIES))),
    ]
    yield OF_ENTITIES, told


def _files(folder: Path, table: Table, there: tuple[Column, ...]) -> Iterator[Version]:
    name = csv_name(table.name)
    if table.name in tables():
        yield Version(name, there, lambda: _csv_rows(folder / name))
    if table.name == "incidents":
        tagged = tuple(column for column in there if column.hxl)
        yield Version(HXL, tagged, lambda: _without_tags(_csv_rows(folder / HXL)))
        yield Version(MAP, there, lambda: _features(folder / MAP))
    yield Version(DATABASE, there, lambda: read_sqlite(folder / DATABASE, table))
    if (folder / PARQUET).is_dir() and available():
        file = f"{PARQUET}/{table.name}.parquet"
        yield Version(file, there, lambda: read_parquet(folder / file, table))


def _columns_said(folder: Path) -> Mapping[str, set[str]]:
    """The columns of each table by the release's own codebook: it may be of an earlier version than we."""
    found: dict[str, set[str]] = {}
    try:
        for cells in _csv_rows(folder / csv_name("codebook")):
            found.setdefault(str(cells["table"]), set()).add(str(cells["column"]))
    except (BadInput, KeyError):
        return {}
    return found


def _csv_rows(path: Path) -> Iterator[Row]:
    csv.field_size_limit(CELL_AT_MOST)
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            for cells in csv.DictReader(opened, restkey="", restval=""):
                yield {name: cell for name, cell in cells.items() if isinstance(cell, str) and cell}
    except (OSError, ValueError, csv.Error) as problem:
        raise BadInput(f"{path.name} cannot be read ({in_words(problem)}).") from None


def _without_tags(rows: Iterator[Row]) -> Iterator[Row]:
    next(rows, None)
    return rows


def _features(path: Path) -> Iterator[Row]:
    """The rows in a GeoJSON file, with the point where each is drawn."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        for feature in said["features"]:
            point = feature["geometry"]["coordinates"] if feature["geometry"] else (None, None)
            drawn = {"id": feature["id"], "longitude": point[0], "latitude": point[1]}
            yield {
                **feature["properties"],
                **{name: cell for name, cell in drawn.items() if cell is not None},
            }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise BadInput(f"{path.name} cannot be read ({in_words(problem)}).") from None


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines(path), 1):
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError, RecursionError) as problem:
            raise BadInput(f"{path.name}, line {number}, cannot be read ({in_words(problem)}).") from None


def _lines(path: Path) -> Iterator[str]:
    """Lines as they were written: only a line feed ends one."""
    try:
        with path.open("rb") as opened:
            for line in opened:
                yield line.decode("utf-8", "backslashreplace")
    except OSError as problem:
        raise BadInput(f"{path.name} cannot be read ({in_words(problem)}).") from None


def _entity_row(entity: Mapping[str, Any]) -> Row:
    said = json.dumps(entity.get("properties"), ensure_ascii=False, sort_keys=True)
    return {"id": str(entity.get("id")), "schema": str(entity.get("schema")), "properties": said}
