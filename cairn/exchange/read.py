"""A table row by row: each with its value and the row as it stood, or refused by name with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput
from cairn.exchange.attributions import Attribution, SourceOfIncident, read_attribution, read_source
from cairn.exchange.cells import Cells, text
from cairn.exchange.figures import read_figures
from cairn.exchange.incidents import read_incident
from cairn.exchange.mapping import Mapping
from cairn.exchange.short import short
from cairn.exchange.table import rows_of
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
    """`cells` is the row as it stood, column by column; `notes` says which were not understood.

    `at` is where it stands in the file. `id` is the row's own, "" where its table gives rows none.
    """

    number: int
    cells: dict[str, Any]
    value: Value
    notes: tuple[str, ...] = field(default=())
    at: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is refused; its number counts from 1 and does not count the header."""

    number: int
    id: str
    reason: str
    at: str = ""

    def __str__(self) -> str:
        return f"{self.at or f'row {self.number}'}{f' ({short(self.id)})' if self.id else ''}: {self.reason}"


def read_table(path: Path, mapping: Mapping) -> Iterator[Row | Rejected]:
    """Every row of a CSV or JSON file, gzipped or not, read by the mapping.

    A bad row is yielded as Rejected and the rest goes on; a file that is no table at all raises BadInput.
    """
    seen: dict[str, str] = {}
    times: Counter[str] = Counter()
    for number, (at, cells) in enumerate(rows_of(path, mapping), 1):
        id = _id(cells, mapping)
        if id and id in seen and mapping.kind == "incidents":
            reason = f"Its id stands already in {seen[id]}. Give each row its own id."
            yield Rejected(number, id, reason, at)
            continue
        seen.setdefault(id, at)
        times[id] += 1
        # Several sources may speak of one day, and the day is then no row's own.
        own = f"{id} ({times[id]})" if id and times[id] > 1 else id
        yield _row(number, at, own, cells, mapping)


def read_cells(cells: Cells, mapping: Mapping) -> Value:
    """What a row that was read before says, from the cells that were kept."""
    return _READERS[mapping.kind](cells, mapping)[0]


def _id(cells: Cells, mapping: Mapping) -> str:
    said = mapping.said.get("id")
    columns = said if isinstance(said, list) else [mapping.needed("id").name] if said else []
    return " ".join(part for part in (text(cells, column, mapping) for column in columns) if part)


def _row(number: int, at: str, id: str, cells: dict[str, Any], mapping: Mapping) -> Row | Rejected:
    try:
        _insist_on(cells, mapping)
        value, notes = _READERS[mapping.kind](cells, mapping)
    except BadInput as problem:
        return Rejected(number, id, str(problem), at)
    return Row(number, cells, value, tuple(notes), at, id)


def _insist_on(cells: dict[Any, Any], mapping: Mapping) -> None:
    """That the row is as wide as its header, and text."""
    if None in cells:
        raise BadInput("It has more cells than the header has names. Look for a comma without quotes.")
    if None in cells.values() and mapping.format == "csv":
        raise BadInput("It has fewer cells than the header has names. Look for a row that was cut off.")
    for column, cell in cells.items():
        if isinstance(cell, str) and "\0" in cell:
            raise BadInput(f"{column} holds a NUL, which no text has. Save the table again as UTF-8.")
