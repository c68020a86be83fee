"""Facts: what totals need of an incident, as flat rows from which any question can be answered.

Seven tables, the same in a ledger, in SQLite, in Parquet and in DuckDB: see `TABLES`. A row of `facts` holds
for the days from `since` until the day before `until` (empty: still); days are numbers like 20170512. The
numbers that join the tables follow from what they stand for, so that they are the same wherever made.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cairn.total.measure import RECORDED, WITHDRAWN, Measure, conceded, recorded
from cairn.values import Concession, KnownIncident, PartialDate, Place, Range
from cairn.vocabulary.conflict import Membership
from cairn.vocabulary.fold import fold

Cell = int | float | str | None
Cells = tuple[Cell, ...]
COUNTS = tuple(f"{each.key}_{bound}" for each in Measure for bound in ("min", "max"))
TABLES: dict[str, tuple[str, ...]] = {
    "facts": (
        *("incident", "since", "until", "first_day", "last_day", "month", "parties", "place", "country"),
        *("grade", "status", "reviewed", *COUNTS),
    ),
    "facts_incidents": ("id", "incident", "code"),
    "facts_parties": ("id", "belligerent", "role"),
    "facts_places": ("id", "name", "country", "precision", "lat", "lon"),
    "facts_areas": ("place", "name"),
    "facts_conceded": (
        *("incident", "since", "belligerent"),
        *("killed_min", "killed_max", "injured_min", "injured_max"),
    ),
    "facts_memberships": ("member", "coalition", "first_day", "last_day"),
}
REALS = ("lat", "lon")
TEXTS = frozenset({"country", "grade", "status", "code", "belligerent", "role", "name", "precision"})


def kind_of(table: str, column: str) -> type:
    """What a column of a table holds: int, float or str. `facts_incidents.incident` is the incident's id."""
    if column in REALS:
        return float
    if table == "facts_memberships" and column in ("member", "coalition"):
        return str
    return str if column in TEXTS or (table, column) == ("facts_incidents", "incident") else int


@dataclass(frozen=True, slots=True)
class Fact:
    """An incident as a row of `facts` without its days; two equal ones are one version."""

    cells: Cells
    parties: tuple[tuple[str, str], ...]
    place: Place | None
    conceded: tuple[Cells, ...]


def fact_of(known: KnownIncident) -> Fact:
    """What totals need of an incident as it is known on a day."""
    found = known.finding
    parties = tuple(sorted({(each.name, each.role.value) for each in found.belligerents}))
    cells: list[Cell] = [*_days(found.date), number_of(*parties) if parties else None]
    cells += [place_number(found.place) if found.place else None]
    cells += [found.place.country if found.place else None]
    cells += [found.grade.value if found.grade else None]
    cells += [found.strike_status.value if found.strike_status else None, int(known.reviewed)]
    for measure in Measure:
        cells += _bounds(_count(known, measure))
    return Fact(tuple(cells), parties, found.place, _conceded(known.concessions))


def _days(date: PartialDate | None) -> list[Cell]:
    """The first and the last day a date may be, and its month; a year alone is its own "month"."""
    if date is None:
        return [None, None, None]
    return [as_number(date.first_day()), as_number(date.last_day()), int(date.text[:7].replace("-", ""))]


def _count(known: KnownIncident, measure: Measure) -> Range | None:
    if measure in RECORDED:
        return recorded(known.finding, measure)
    return conceded(known, harm=measure.value.removeprefix("conceded "))


def _bounds(count: Range | None) -> list[Cell]:
    """No minimum: nobody said. A minimum without a maximum: a floor without a ceiling."""
    return [None, None] if count is None else [count.min, count.max]


def _conceded(said: Iterable[Concession]) -> tuple[Cells, ...]:
    """What each belligerent concedes; a verdict that takes an admission back leaves nothing of it."""
    rows = [
        (each.belligerent, *_bounds(each.killed), *_bounds(each.injured))
        for each in said
        if each.verdict not in WITHDRAWN and (each.killed or each.injured)
    ]
    return tuple(sorted(rows, key=repr))


class Book:
    """Facts as rows of the tables, each party, place and incident written once.

    `put` is called with a table's name and a row, in the order of `TABLES`' columns.
    """

    def __init__(self, put: Callable[[str, Cells], None]) -> None:
        self._put = put
        self._held: set[tuple[str, int]] = set()

    def incident(self, id: str, code: str) -> int:
        number = number_of(id)
        if self._new("facts_incidents", number):
            self._put("facts_incidents", (number, id, code))
        return number

    def fact(self, incident: int, fact: Fact, since: int, until: int | None = None) -> None:
        """`fact` held of the incident from one day until the day before another."""
        if fact.parties:
            self._parties(fact.parties)
        if fact.place:
            self._place(fact.place)
        self._put("facts", (incident, since, until, *fact.cells))
        for each in fact.conceded:
            self._put("facts_conceded", (incident, since, *each))

    def memberships(self, every: Iterable[Membership]) -> None:
        for each in every:
            start = as_number(each.start.first_day()) if each.start else None
            end = as_number(each.end.last_day()) if each.end else None
            self._put("facts_memberships", (each.member, each.coalition, start, end))

    def _parties(self, parties: Sequence[tuple[str, str]]) -> None:
        number = number_of(*parties)
        if self._new("facts_parties", number):
            for name in dict.fromkeys(name for name, _ in parties):
                roles = " + ".join(role for one, role in parties if one == name)
                self._put("facts_parties", (number, name, roles))

    def _place(self, place: Place) -> None:
        number = place_number(place)
        if not self._new("facts_places", number):
            return
        precision = place.precision.value if place.precision else None
        lat, lon = place.lat_lon or (None, None)
        self._put("facts_places", (number, place.name, place.country, precision, lat, lon))
        for name in dict.fromkeys(map(fold, (place.name, *place.within))):
            self._put("facts_areas", (number, name))

    def _new(self, table: str, number: int) -> bool:
        if (table, number) in self._held:
            return False
        self._held.add((table, number))
        return True


def number_of(*said: Any) -> int:
    """A number that follows from what it stands for: below 2^63, so that two never share one."""
    digest = hashlib.blake2b(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return int.from_bytes(digest.digest()[:8], "big") >> 1


def place_number(place: Place) -> int:
    precision = place.precision.value if place.precision else None
    return number_of(place.name, place.country, precision, place.lat, place.lon, place.within)


def as_number(day: dt.date) -> int:
    """
    >>> as_number(dt.date(2017, 5, 12))
    20170512
    """
    return day.year * 10000 + day.month * 100 + day.day
