"""Incidents and claims as open files: CSV for a spreadsheet, GeoJSON for a map, JSON lines for a program.

Each function is a generator of text, so that a hundred thousand incidents need no memory to speak of.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cairn.publish.rows import COLUMNS, Row, row
from cairn.values import KnownIncident, to_json

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts with one of these


def as_csv(incidents: Iterable[KnownIncident]) -> Iterator[str]:
    """A header and a line an incident. Words that a spreadsheet would run as a formula get a quote before."""
    yield from rows_as_csv(COLUMNS, map(row, incidents))


def rows_as_csv(columns: Sequence[str], rows: Iterable[Row], tags: Sequence[str] = ()) -> Iterator[str]:
    """The same of any table. `tags` are a second header line, as the HXL standard has it."""
    line = io.StringIO()
    writer = csv.DictWriter(line, columns, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    if tags:
        writer.writerow(dict(zip(columns, tags, strict=True)))
    for cells in rows:
        writer.writerow(_harmless(cells))
        yield _taken(line)
    yield _taken(line)


def _taken(line: io.StringIO) -> str:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text


def _harmless(cells: Row) -> Row:
    risky = {name: cell for name, cell in cells.items() if isinstance(cell, str) and cell.startswith(FORMULA)}
    return cells | {name: f"'{cell}" for name, cell in risky.items()}


def as_geojson(incidents: Iterable[KnownIncident]) -> Iterator[str]:
    """A FeatureCollection; an incident whose place is not known is there too, with a null geometry."""
    yield '{"type":"FeatureCollection","features":[\n'
    for at, known in enumerate(incidents):
        yield (",\n" if at else "") + _line(_feature(known))
    yield "\n]}\n"


def _feature(known: KnownIncident) -> dict[str, Any]:
    place = known.finding.place
    point = place.lat_lon if place else None
    geometry = {"type": "Point", "coordinates": [point[1], point[0]]} if point else None
    return {"type": "Feature", "id": known.id, "geometry": geometry, "properties": row(known)}


def as_json_lines(values: Iterable[object]) -> Iterator[str]:
    """A line a value, whole: what `cairn.values.from_json` reads back as it was."""
    for value in values:
        yield _line(to_json(value)) + "\n"


def _line(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
