"""Bring in other recorders' incidents, with every row whole, so that export returns it."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Max, QuerySet

from cairn.exchange import Row
from cairn.records.actions.importing_judged import changed_cells, judge_imported
from cairn.records.change import By, action, concerning, now, withdraw_all, write, write_all
from cairn.records.many import among
from cairn.records.models import ImportedRow, Incident, IncidentCode, Redirect
from cairn.records.permissions import can_judge
from cairn.values import KnownIncident

# What imported incidents' ids are derived from, so that the same row is the same incident everywhere.
_NAMESPACE = uuid.UUID("6f0f9c52-1b0e-5c3a-9a51-4b1d0f2b7c11")


def incident_id(mapping: str, row_id: str, time: int = 1) -> uuid.UUID:
    """The incident that a row of another recorder's table becomes; another one when it returns withdrawn."""
    return uuid.uuid5(_NAMESPACE, f"{mapping}:{row_id}" if time == 1 else f"{mapping}:{row_id}:{time}")


@action(can_judge)
def import_incidents(by: By, mapping: str, rows: Sequence[Row]) -> int:
    """Keep these rows as incidents; how many were new or had changed. The same rows again change nothing."""
    told = {str(_known(row).id): row for row in rows}
    standing = ImportedRow.objects.filter(mapping=mapping, withdrawn_at=None)
    before = {each.row_id: each for each in among(standing, "row_id", told)}
    fresh = {id: row for id, row in told.items() if id not in before}
    changed = {id: row for id, row in told.items() if id in before and before[id].row != row.cells}
    incidents = _opened(by, mapping, fresh) | {id: _incident(before[id]) for id in changed}
    write_all([code for id, row in fresh.items() for code in _codes(incidents[id], _known(row))])
    withdraw_all([before[id] for id in changed])
    places = {id: before[id].position for id in changed}
    places |= {id: at for at, id in enumerate(fresh, last_position(mapping) + 1)}
    due = fresh | changed
    write_all([imported_row(mapping, id, row, places[id], incidents[id]) for id, row in due.items()])
    judge_imported(
        by, {incidents[id]: (_known(row), changed_cells(before.get(id), row)) for id, row in due.items()}
    )
    _renew_codes({incidents[id]: _known(row) for id, row in changed.items()})
    concerning(f"{mapping}: {len(due)} incidents", mapping=mapping, incidents=len(due))
    return len(due)


def _known(row: Row) -> KnownIncident:
    assert isinstance(row.value, KnownIncident), "a mapping of incidents gives incidents"
    return row.value


def _incident(row: ImportedRow) -> uuid.UUID:
    assert row.incident_id is not None, "a row of an incidents table became an incident"
    return row.incident_id


def _opened(by: By, mapping: str, fresh: Collection[str]) -> dict[str, uuid.UUID]:
    """A new incident for each row; where a row comes back after it was withdrawn, the old one leads there."""
    first = {id: incident_id(mapping, id) for id in fresh}
    there = set(among(Incident.objects.values_list("id", flat=True), "id", first.values()))
    earlier: dict[str, list[uuid.UUID]] = {}
    if there:
        rows: QuerySet[ImportedRow, Any] = ImportedRow.objects.filter(mapping=mapping).order_by("id")
        for id, incident in among(rows.values_list("row_id", "incident_id"), "row_id", fresh):
            if incident not in earlier.setdefault(id, []):
                earlier[id].append(incident)
    opened = {id: incident_id(mapping, id, len(earlier.get(id, ())) + 1) for id in fresh}
    write_all([Incident(id=one, made_by=by.person, made_at=now()) for one in opened.values()])
    back = [(earlier[id][-1], opened[id]) for id in fresh if id in earlier]
    write_all([Redirect(old_id=old, new_id=new, made_at=now()) for old, new in back])
    return opened


def _codes(incident: uuid.UUID, known: KnownIncident) -> list[IncidentCode]:
    return [
        IncidentCode(incident_id=incident, code=code, current=place == 0, made_at=now())
        for place, code in enumerate(known.codes or (known.id,))
    ]


def _renew_codes(told: Mapping[uuid.UUID, KnownIncident]) -> None:
    """Codes that changed rows bring. Earlier ones stay findable; the first of a row is current."""
    held = {(one.incident_id, one.code): one for one in among(IncidentCode.objects.all(), "incident", told)}
    write_all(
        [
            code
            for incident, known in told.items()
            for code in _codes(incident, known)
            if (incident, code.code) not in held
        ]
    )
    for (incident, code), one in held.items():
        current = code == (told[incident].codes or (told[incident].id,))[0]
        if one.current != current:
            one.current = current
            write(one)


def imported_row(
    mapping: str, id: str, row: Row, position: int, incident: uuid.UUID | None = None
) -> ImportedRow:
    return ImportedRow(
        mapping=mapping,
        position=position,
        row_id=id,
        row=row.cells,
        incident_id=incident,
        made_at=now(),
    )


def last_position(mapping: str) -> int:
    held = ImportedRow.objects.filter(mapping=mapping).aggregate(last=Max("position"))["last"]
    return int(held or 0)
