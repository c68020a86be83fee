"""What a table says that is new, beside what was kept of it before: row by row and cell by cell."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from typing import Any

from cairn.exchange.cells import Cells
from cairn.exchange.mapping import Mapping
from cairn.exchange.read import Row


@dataclass(frozen=True, slots=True)
class Kept:
    """A row as it was imported before, under the key that it was given then."""

    key: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that says something else than before, when it stood under the key `was`."""

    key: str
    row: Row
    before: Cells
    was: str

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """The columns that changed, each with what it said and what it says; "" where it is not there."""
        names = dict.fromkeys((*self.before, *self.row.cells))
        said = ((name, _said(self.before, name), _said(self.row.cells, name)) for name in names)
        return [(name, old, new) for name, old, new in said if old != new]


@dataclass(frozen=True, slots=True)
class Difference:
    """`missing` are rows that were imported before and that the table no longer has."""

    new: tuple[tuple[str, Row], ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: int = 0
    missing: tuple[Kept, ...] = ()


def difference(
    rows: Sequence[Row], kept: Iterable[Kept], mapping: Mapping, refused: Container[str] = ()
) -> Difference:
    """Rows with an id are compared by it; rows without one are the same only when every cell is.

    `refused` are the ids of rows that are there and cannot be read: what they said before stands.

    Of rows without an id, one that went and one that came are one row that changed where both speak of the
    same incident and party, and nothing else can be meant.
    """
    told = dict(keyed(rows))
    changed: list[Changed] = []
    missing: list[Kept] = []
    unchanged = 0
    for before in kept:
        row = told.pop(before.key, None)
        if row is None and before.key in refused:
            unchanged += 1
        elif row is None:
            missing.append(before)
        elif row.cells == before.cells:
            unchanged += 1
        else:
            changed.append(Changed(before.key, row, before.cells, before.key))
    pairs, new, gone = _paired(told, missing, _telling(mapping))
    return Difference(tuple(new), (*changed, *pairs), unchanged, tuple(gone))


def keyed(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Each row under its id, or under a mark of what it says; the second of two equal rows is another."""
    seen: Counter[str] = Counter()
    for row in rows:
        if row.id:
            yield row.id, row
            continue
        digest = hashlib.sha256(_spelt(row.cells).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        yield f"{digest}-{seen[digest]}", row


def _paired(
    told: Dict[str, Row], missing: Sequence[Kept], columns: Sequence[str]
) -> tuple[list[Changed], list[tuple[str, Row]], list[Kept]]:
    """Rows without an id that only changed, those that are new, and those that are gone."""
    came: dict[tuple[str, ...], list[tuple[str, Row]]] = defaultdict(list)
    went: dict[tuple[str, ...], list[Kept]] = defaultdict(list)
    for key, row in told.items():
        came[_spoken_of(row.cells, columns)].append((key, row))
    for one in missing:
        went[_spoken_of(one.cells, columns)].append(one)
    sure = {about for about in came if about and len(came[about]) == len(went.get(about, ())) == 1}
    changed = [
        Changed(*came[about][0], went[about][0].cells, went[about][0].key) for about in came if about in sure
    ]
    new = [(key, row) for key, row in told.items() if _spoken_of(row.cells, columns) not in sure]
    return changed, new, [one for one in missing if _spoken_of(one.cells, columns) not in sure]


def _telling(mapping: Mapping) -> list[str]:
    """The columns by which rows without an id speak of one thing: the incident, and the party or source."""
    named = (mapping.column(key) for key in ("incident", "belligerent", "source"))
    return [column.name for column in named if column and column.name]


def _spoken_of(cells: Cells, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(_said(cells, column) for column in columns)


def _said(cells: Cells, name: str) -> str:
    stands: Any = cells.get(name)
    return "" if stands is None else str(stands)


def _spelt(cells: Cells) -> str:
    """The row in one spelling, whatever the order of its columns."""
    return json.dumps(cells, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
