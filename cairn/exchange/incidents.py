"""A row of another recorder's incident table as an incident."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from cairn.exceptions import BadInput
from cairn.exchange.cells import Cells, Words, count, date, number, text, whole
from cairn.exchange.mapping import Column, Mapping
from cairn.values import (
    Belligerent,
    Finding,
    Grade,
    KnownIncident,
    PartialDate,
    Place,
    Precision,
    Range,
    StrikeStatus,
)

_BETWEEN_CODES = re.compile(r"[\s,;]+")


def read_incident(cells: Cells, mapping: Mapping) -> tuple[KnownIncident, list[str]]:
    """One row of an incident table, with what in it was not understood; BadInput refuses the row."""
    words = Words(cells, mapping)
    id = words.needed("id")
    start, end = _dates(words)
    finding = Finding(
        **_counts(words),
        killed_by_group=_groups(words, "killed_by_group"),
        injured_by_group=_groups(words, "injured_by_group"),
        date=start,
        date_end=end,
        place=_place(words),
        belligerents=tuple(Belligerent(name) for name in words.many("belligerents")),
        strike_status=words.known("strike_status", StrikeStatus),
        grade=_grade(words),
        means=tuple(words.many("means")),
    )
    reports = whole(cells, mapping.said["reports"], mapping) if "reports" in mapping.said else None
    reviewed = bool(mapping.said.get("reviewed", False))
    return KnownIncident(id, finding, _codes(cells, mapping), reviewed, (), reports or 0), words.notes


def _counts(words: Words) -> dict[str, Any]:
    """The counts by our names. A row whose deaths cannot be read is refused; its other counts are noted."""
    found: dict[str, Any] = {}
    for name, columns in words.mapping.said.get("counts", {}).items():
        deaths = name in ("killed", "all_killed")
        found[name] = count(words.cells, columns, words.mapping) if deaths else words.try_count(columns)
    return found


def _groups(words: Words, key: str) -> dict[str, Range]:
    found = ((group, words.try_count(at)) for group, at in words.mapping.said.get(key, {}).items())
    return {group: each for group, each in found if each is not None}


def _dates(words: Words) -> tuple[PartialDate | None, PartialDate | None]:
    """The first day and, where it differs, the last; a last day before the first is noted and left unsaid."""
    cells, mapping = words.cells, words.mapping
    if "date" not in mapping.said:
        return None, None
    start = date(cells, mapping.column("date"), mapping)
    said = mapping.said["date"]
    end_column = said.get("end") if isinstance(said, dict) else None
    end = date(cells, replace(Column.of(said), name=end_column), mapping) if end_column else None
    if start and end and end.last_day() < start.first_day():
        words.notes.append(f"It ends on {end}, before it begins on {start}. Check the two dates")
        return start, None
    return start, None if end == start else end


def _codes(cells: Cells, mapping: Mapping) -> tuple[str, ...]:
    found: list[str] = []
    for column in mapping.said.get("codes", ()):
        found += _BETWEEN_CODES.split(text(cells, column, mapping))
    return tuple(code for code in dict.fromkeys(found) if code)


def _grade(words: Words) -> Grade | None:
    """The recorder's grade; where it looked and nobody alleged harm, that comes first."""
    rule = words.mapping.said.get("no_harm")
    if rule and text(words.cells, rule["column"], words.mapping) == rule["is"]:
        return Grade.NO_HARM_ALLEGED
    return words.known("grade", Grade)


def _place(words: Words) -> Place | None:
    said = words.mapping.said.get("place")
    if not said:
        return None
    cells, mapping = words.cells, words.mapping
    lat, lon = _point(words)
    name = text(cells, said["name"], mapping) if "name" in said else ""
    name_ar = text(cells, said["name_ar"], mapping) if "name_ar" in said else ""
    within = [text(cells, column, mapping) for column in said.get("within", ())]
    surrounding = tuple(part for part in dict.fromkeys(within) if part)
    if not (name or name_ar or surrounding or lat is not None):
        return Place("", country=_country(words, said)) if _country(words, said) else None
    precision = words.known_in(Column.of(said["precision"]), Precision) if "precision" in said else None
    return Place(
        name or name_ar or next(iter(surrounding), ""),
        lat,
        lon,
        precision,
        _country(words, said),
        surrounding,
        name_ar=name_ar or None,
    )


def _point(words: Words) -> tuple[float | None, float | None]:
    """A point on the earth, or none; what cannot be one is noted."""
    cells, said = words.cells, words.mapping.said["place"]
    if "lat" not in said:
        return None, None
    try:
        lat, lon = (number(cells, said[key], words.mapping) for key in ("lat", "lon"))
    except BadInput as problem:
        words.notes.append(str(problem))
        return None, None
    if lat is None or lon is None:
        return None, None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        words.notes.append(
            f"The point {lat}, {lon} is not on the earth. Check {said['lat']} and {said['lon']}"
        )
        return None, None
    return lat, lon


def _country(words: Words, said: dict[str, Any]) -> str | None:
    """The country's code: one for the whole table, or a column with its words."""
    stands = said.get("country")
    if not isinstance(stands, dict):
        return stands
    column = Column.of(stands)
    theirs = text(words.cells, column.name, words.mapping)
    return column.words.get(theirs, theirs) or None
