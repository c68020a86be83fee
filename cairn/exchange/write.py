"""Rows back into another recorder's table: cell for cell as they came, but for what has changed since."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.exchange.cells import Cells
from cairn.exchange.columns import columns_of
from cairn.exchange.dates import write_date
from cairn.exchange.incidents import read_incident
from cairn.exchange.mapping import Column, Mapping
from cairn.values import Finding, Grade, KnownIncident, PartialDate, Range


def write_table(rows: Iterable[Cells], mapping: Mapping, path: Path) -> int:
    """Write rows in the mapping's format and encoding, gzipped where the name ends in .gz; how many."""
    kept = [dict(row) for row in rows]
    columns = list(dict.fromkeys(chain.from_iterable(kept))) or columns_of(mapping)
    content = _as_json(kept) if mapping.format == "json" else _as_csv(kept, columns, mapping)
    stored = _encoded(content, mapping)
    try:
        path.write_bytes(gzip.compress(stored, mtime=0) if path.suffix == ".gz" else stored)
    except OSError as problem:
        raise BadInput(
            f"{path} cannot be written: {in_words(problem)}. Check the folder and its space."
        ) from None
    return len(kept)


def _encoded(content: str, mapping: Mapping) -> bytes:
    """As the mapping reads it again: in another encoding an import would make other words of its bytes."""
    encoding = str(mapping.said.get("encoding", "utf-8"))
    try:
        return content.encode(encoding)
    except UnicodeEncodeError as problem:
        strange = content[problem.start]
        raise BadInput(
            f"The mapping {mapping.name} says “encoding: {encoding}”, which has no “{strange}”. "
            "Take that line out of the mapping file, and the table is written as UTF-8."
        ) from None


def _as_csv(rows: list[dict[str, Any]], columns: list[str], mapping: Mapping) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", delimiter=mapping.delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _as_json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def render(incident: KnownIncident, mapping: Mapping, original: Cells | None = None) -> dict[str, Any]:
    """An incident as a row: the original's cells, but for those whose meaning has changed since.

    So an incident that nobody touched comes back equal in every cell, whatever its cells hold.
    """
    cells: dict[str, Any] = dict(original) if original else dict.fromkeys(columns_of(mapping), "")
    before = read_incident(original, mapping)[0] if original else KnownIncident("", Finding())
    if incident.id != before.id and not original:
        cells[mapping.needed("id").name] = incident.id
    if set(incident.codes) != set(before.codes):
        _put_codes(cells, mapping, incident.codes)
    _put_finding(cells, mapping, incident.finding, before.finding)
    return cells


def _put_finding(cells: dict[str, Any], mapping: Mapping, now: Finding, before: Finding) -> None:
    said = mapping.said
    for name, columns in said.get("counts", {}).items():
        if getattr(now, name) != getattr(before, name):
            _put_range(cells, columns, getattr(now, name))
    for key in ("killed_by_group", "injured_by_group"):
        for group, columns in said.get(key, {}).items():
            if getattr(now, key).get(group) != getattr(before, key).get(group):
                _put_range(cells, columns, getattr(now, key).get(group))
    for key in ("grade", "strike_status"):
        column = mapping.column(key)
        if column and getattr(now, key) != getattr(before, key):
            cells[column.name] = _word(column, getattr(now, key))
    if now.grade is not before.grade:
        _put_no_harm(cells, mapping, now.grade)
    if (now.date, now.date_end) != (before.date, before.date_end):
        _put_dates(cells, mapping, now.date, now.date_end)
    if now.belligerents != before.belligerents and (column := mapping.column("belligerents")):
        theirs = [column.theirs(each.name) for each in now.belligerents]
        cells[column.name] = (column.separator or ", ").join(dict.fromkeys(theirs))
    if now.place != before.place:
        _put_place(cells, mapping, now)


def _put_range(cells: dict[str, Any], columns: list[str], count: Range | None) -> None:
    low, high = ("", "") if count is None else (str(count.min), "" if count.max is None else str(count.max))
    cells[columns[0]] = low
    cells[columns[-1]] = high if len(columns) > 1 else low


def _word(column: Column, ours: str | None) -> str:
    return column.theirs(str(ours)) if ours else ""


def _put_no_harm(cells: dict[str, Any], mapping: Mapping, grade: Grade | None) -> None:
    """That nobody alleges harm stands in a column of its own, and not among the grades."""
    rule = mapping.said.get("no_harm")
    if rule is None:
        return
    if grade is Grade.NO_HARM_ALLEGED:
        cells[rule["column"]] = rule["is"]
        cells[mapping.needed("grade").name] = ""
    elif cells.get(rule["column"]) == rule["is"]:
        cells[rule["column"]] = ""


def _put_dates(
    cells: dict[str, Any], mapping: Mapping, start: PartialDate | None, end: PartialDate | None
) -> None:
    if (column := mapping.column("date")) is None:
        return
    if column.given is not None:
        return
    cells[column.name] = write_date(start, column.form, column.zone)
    said = mapping.said["date"]
    if isinstance(said, dict) and "end" in said:
        cells[said["end"]] = write_date(end, column.form, column.zone)


def _put_codes(cells: dict[str, Any], mapping: Mapping, codes: tuple[str, ...]) -> None:
    columns = mapping.said.get("codes", ())
    for column, part in zip(columns, (codes[:1], codes[1:]), strict=False):
        cells[column] = " ".join(part)


def _put_place(cells: dict[str, Any], mapping: Mapping, now: Finding) -> None:
    said, place = mapping.said.get("place"), now.place
    if said is None:
        return
    for key in ("name", "name_ar", "lat", "lon"):
        if key in said:
            stands = getattr(place, key) if place else None
            cells[said[key]] = "" if stands is None else str(stands)
    if "precision" in said:
        column = Column.of(said["precision"])
        cells[column.name] = _word(column, place.precision if place else None)
