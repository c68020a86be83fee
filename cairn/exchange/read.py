"""A table row by row: each with its value and the row as it stood, or refused by name with the reason."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput
from cairn.exchange.attributions import Attribution, SourceOfIncident, read_attribution, read_source
from cairn.exchange.cells import Cells, text
from cairn.exchange.figures import read_figures
from cairn.exchange.incidents import read_incident
from cairn.exchange.mapping import Mapping
from cairn.values import Figure, KnownIncident

Value = KnownIncident | Attribution | SourceOfIncident | tuple[Figure, ...]

_READERS: dict[str, Callable[[Cells, Mapping], tuple[Value, list[str]]]] = {
    "incidents": read_incident,
    "attributions": read_attribution,
    "sources": read_source,
    "figures": read_figures,
}


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` is the row as it stood, column by column; `notes` says what in it was not understood."""

    number: int
    cells: dict[str, Any]
    value: Value
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is refused; its number counts from 1 and does not count the header."""

    number: int
    id: str
    reason: str

    def __str__(self) -> str:
        return f"row {self.number}{f' ({self.id})' if self.id else ''}: {self.reason}"


def read_table(path: Path, mapping: Mapping) -> Iterator[Row | Rejected]:
    """Every row of a CSV or JSON file, gzipped or not, read by the mapping.

    A bad row is yielded as Rejected and the rest goes on; a file that is no table at all raises BadInput.
    """
    named = mapping.column("id") if mapping.kind == "incidents" else None
    seen: dict[str, int] = {}
    for number, cells in enumerate(_rows(path, mapping), 1):
        id = text(cells, named.name, mapping) if named else ""
        if id and id in seen:
            yield Rejected(number, id, f"Its id stands already in row {seen[id]}. Give each row its own id.")
            continue
        seen.setdefault(id, number)
        yield _row(number, id, cells, mapping)


def _row(number: int, id: str, cells: dict[str, Any], mapping: Mapping) -> Row | Rejected:
    try:
        if None in cells:
            raise BadInput("It has more cells than the header has names. Look for a comma without quotes.")
        if None in cells.values() and mapping.format == "csv":
            raise BadInput("It has fewer cells than the header has names. Look for a row that was cut off.")
        value, notes = _READERS[mapping.kind](cells, mapping)
    except BadInput as problem:
        return Rejected(number, id, str(problem))
    return Row(number, cells, value, tuple(notes))


def _rows(path: Path, mapping: Mapping) -> Iterable[dict[str, Any]]:
    content = _content(path)
    return _json_rows(content, path) if mapping.format == "json" else _csv_rows(content, path, mapping)


def _content(path: Path) -> str:
    try:
        stored = path.read_bytes()
        if stored[:2] == b"\x1f\x8b":
            stored = gzip.decompress(stored)
        return stored.decode("utf-8-sig")
    except OSError as problem:
        raise BadInput(f"{path} cannot be read: {problem.strerror or problem}. Check the file.") from None
    except (EOFError, zlib.error) as problem:
        raise BadInput(f"{path} cannot be read: {problem}. Fetch it again.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not UTF-8 text. Save it again as UTF-8.") from None


def _csv_rows(content: str, path: Path, mapping: Mapping) -> Iterator[dict[str, Any]]:
    table = csv.DictReader(io.StringIO(content, newline=""), delimiter=mapping.delimiter)
    try:
        _check_header(table.fieldnames or (), path, mapping)
        yield from table
    except csv.Error as problem:
        raise BadInput(f"{path}, line {table.line_num}: {problem}. Mend the line.") from None


def _check_header(names: Iterable[str], path: Path, mapping: Mapping) -> None:
    """A table without the columns that every row needs is the wrong table, not 8,000 bad rows."""
    here = set(names)
    needed = [column.name for key in ("id", "incident") if (column := mapping.column(key))]
    if absent := [name for name in needed if name not in here]:
        raise BadInput(f"{path} has no column {', '.join(absent)}, which the mapping {mapping.name} needs.")


def _json_rows(content: str, path: Path) -> list[dict[str, Any]]:
    """A list of objects, or an object a line."""
    try:
        if content.lstrip().startswith("["):
            found = json.loads(content)
        else:
            found = [json.loads(line) for line in content.splitlines() if line.strip()]
    except RecursionError:
        raise BadInput(f"{path} is nested too deeply. Choose another file, or another mapping.") from None
    except ValueError as problem:  # cut in half, or a number of 5,000 digits
        raise BadInput(f"{path} is not JSON: {problem}. Check where it was cut.") from None
    if not all(isinstance(row, dict) for row in found):
        raise BadInput(f"{path} is not a list of objects with named values. Choose another mapping.")
    return [*found]
