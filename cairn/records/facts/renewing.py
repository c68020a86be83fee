"""Facts renewed by every change, in its own transaction: only of the incidents that it touched."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from django.db import models

from cairn.records.facts import sums
from cairn.records.facts import tables as fact_tables
from cairn.records.facts.history import AT_ONCE, Story, stories, write_into
from cairn.records.many import parcels
from cairn.records.models import Admission, Assessment, Incident, IncidentCode
from cairn.total.facts.rows import Book, Cell, Cells, Fact, as_number, fact_of, number_of

BEARING = (Assessment, Admission, Incident, IncidentCode)  # the records that facts are made of
Rows = list[tuple[str, Cells]]
Put = Callable[[str, Cells], None]
Days = tuple[int, int | None]  # since and until
Version = tuple[Cells, tuple[Cells, ...]]  # a row of facts without its incident and days; what is conceded


def renew(written: Sequence[models.Model], at: dt.datetime, seq: int) -> None:
    """Bring facts in step with the records that a change wrote.

    Facts that were not in step before it stay so, until they are made anew.
    """
    if (fact_tables.made_up_to() or 0) != seq - 1:
        return
    fresh = _fresh(written, at)
    touched = {id for row in written if (id := _incident_of(row)) is not None} - fresh.keys()
    day = at.astimezone(dt.UTC).date()
    for told in parcels(fresh.values(), AT_ONCE):
        rows: Rows = []
        book = Book(_onto(rows))
        for story in told:
            write_into(book, story)
        fact_tables.put(rows)
        sums.count_in([number_of(str(story.incident.id)) for story in told])
    for parcel in parcels(touched, AT_ONCE):
        Renewal(list(stories(parcel)), day).make()
    fact_tables.are_made_up_to(seq)


def _incident_of(row: models.Model) -> uuid.UUID | None:
    if isinstance(row, Incident):
        return uuid.UUID(str(row.id))
    return row.incident_id if isinstance(row, Assessment | Admission | IncidentCode) else None


def _fresh(written: Sequence[models.Model], at: dt.datetime) -> dict[uuid.UUID, Story]:
    """The stories of incidents that the change itself made: all there is of them is in hand."""
    made = (row for row in written if isinstance(row, Incident))
    found = {
        uuid.UUID(str(row.id)): Story(row, str(row.id))
        for row in made
        if row.made_at == at and row.withdrawn_at is None
    }
    for row in written:
        id = _incident_of(row)
        if id in found:
            _tell(found[id], row)
    return found


def _tell(story: Story, row: models.Model) -> None:
    if isinstance(row, Assessment):
        story.assessments.append(row)
    elif isinstance(row, Admission):
        story.admissions.append(row)
    elif isinstance(row, IncidentCode) and row.current:
        story.code = row.code


class Renewal:
    """What is known today of incidents that were there before: a new version where it is another."""

    def __init__(self, told: Sequence[Story], day: dt.date) -> None:
        self.day = day
        self.today = as_number(day)
        self.told = {number_of(str(story.incident.id)): story for story in told}
        self.rows: Rows = []
        self.book = Book(_onto(self.rows))
        self.ended: list[tuple[int, int]] = []
        self.dropped: list[tuple[int, int]] = []
        self.reopened: list[tuple[int, int]] = []

    def make(self) -> None:
        held = versions_held(self.told)
        for number, story in self.told.items():
            self.book.incident(str(story.incident.id), story.code)
            known = story.known(self.day)
            self._compare(number, fact_of(known) if known else None, held.get(number, {}))
        moved = self._moved()
        sums.count_out(moved)
        self._write()
        sums.count_in(moved)
        if moved:
            sums.drop_empty()

    def _moved(self) -> list[int]:
        """The incidents of which something else is known today than was."""
        changed = [int(cells[0] or 0) for table, cells in self.rows if table == "facts"]
        changed += [number for _, number in self.ended] + [number for number, _ in self.dropped]
        return sorted({*changed, *(number for number, _ in self.reopened)})

    def _write(self) -> None:
        both = "WHERE incident = %s AND since = %s"
        fact_tables.done(f"DELETE FROM facts {both}", self.dropped)
        fact_tables.done(f"DELETE FROM facts_conceded {both}", self.dropped)
        fact_tables.done("UPDATE facts SET until = %s WHERE incident = %s AND until IS NULL", self.ended)
        fact_tables.done("UPDATE facts SET until = NULL WHERE incident = %s AND until = %s", self.reopened)
        fact_tables.put(self.rows)

    def _compare(self, number: int, fact: Fact | None, versions: Mapping[Days, Version]) -> None:
        """A version of today gives way; one of an earlier day ends today, or goes on where it is so again."""
        standing = next((since for since, until in versions if until is None), None)
        if standing is not None and _is(fact, versions[standing, None]):
            return
        if standing is not None and standing < self.today:
            self.ended.append((self.today, number))
        elif standing is not None:
            self.dropped.append((number, self.today))
        before = next((days for days in versions if days[1] == self.today), None)
        if before and _is(fact, versions[before]):
            self.reopened.append((number, self.today))
        elif fact is not None:
            self.book.fact(number, fact, self.today)


def _is(fact: Fact | None, version: Version) -> bool:
    return fact is not None and (fact.cells, fact.conceded) == version


def _onto(rows: Rows) -> Put:
    return lambda table, cells: rows.append((table, cells))


def versions_held(incidents: Collection[int]) -> Mapping[int, dict[Days, Version]]:
    """The versions of facts in the tables, by incident and by the days they hold."""
    rows = [("facts", cells) for cells in fact_tables.facts_of(incidents)]
    return versions_in([*rows, *(("facts_conceded", cells) for cells in fact_tables.conceded_of(incidents))])


def versions_in(rows: Rows) -> Mapping[int, dict[Days, Version]]:
    conceded: dict[tuple[Cell, Cell], list[Cells]] = defaultdict(list)
    found: dict[int, dict[Days, Version]] = defaultdict(dict)
    for incident, since, *rest in (cells for table, cells in rows if table == "facts_conceded"):
        conceded[incident, since].append(tuple(rest))
    for incident, since, until, *cells in (cells for table, cells in rows if table == "facts"):
        said = tuple(sorted(conceded.get((incident, since), ()), key=repr))
        days = int(since or 0), None if until is None else int(until)
        found[int(incident or 0)][days] = (tuple(cells), said)
    return found
