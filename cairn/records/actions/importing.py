"""Bring in other recorders' incidents, with every row whole, so that export returns it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Max

from cairn.exchange import Row
from cairn.records.actions.naming import name_people_and_parties
from cairn.records.change import By, action, concerning, now, withdraw_all, write, write_all
from cairn.records.many import among
from cairn.records.models import Assessment, ImportedRow, Incident, IncidentCode, Kind
from cairn.records.permissions import can_judge
from cairn.values import KnownIncident

# What imported incidents' ids are derived from, so that the same row is the same incident everywhere.
_NAMESPACE = uuid.UUID("6f0f9c52-1b0e-5c3a-9a51-4b1d0f2b7c11")


def incident_id(mapping: str, row_id: str) -> uuid.UUID:
    """The incident that a row of another recorder's table becomes."""
    return uuid.uuid5(_NAMESPACE, f"{mapping}:{row_id}")


@action(can_judge)
def import_incidents(by: By, mapping: str, rows: Sequence[Row]) -> int:
    """Keep these rows as incidents; how many were new or had changed. The same rows again change nothing."""
    told = {str(_known(row).id): row for row in rows}
    standing = ImportedRow.objects.filter(mapping=mapping, withdrawn_at=None)
    before = {each.row_id: each for each in among(standing, "row_id", told)}
    fresh = {id: row for id, row in told.items() if id not in before}
    changed = {id: row for id, row in told.items() if id in before and before[id].row != row.cells}
    write_all([Incident(id=incident_id(mapping, id), made_by=by.person, made_at=now()) for id in fresh])
    write_all([code for id, row in fresh.items() for code in _codes(incident_id(mapping, id), _known(row))])
    withdraw_all([before[id] for id in changed])
    last = _last_position(mapping)
    places = {id: before[id].position for id in changed}
    places |= {id: position for position, id in enumerate(fresh, last + 1)}
    due = fresh | changed
    write_all([_row(mapping, id, row, places[id], incident_id(mapping, id)) for id, row in due.items()])
    write_all([_assessment(by, incident_id(mapping, id), _known(row)) for id, row in due.items()])
    name_people_and_parties({incident_id(mapping, id): _known(row).finding for id, row in due.items()})
    for id, row in changed.items():
        _add_codes(incident_id(mapping, id), _known(row))
    concerning(f"{mapping}: {len(due)} incidents", mapping=mapping, incidents=len(due))
    return len(due)


def _known(row: Row) -> KnownIncident:
    assert isinstance(row.value, KnownIncident), "a mapping of incidents gives incidents"
    return row.value


def _codes(incident: uuid.UUID, known: KnownIncident) -> list[IncidentCode]:
    return [
        IncidentCode(incident_id=incident, code=code, current=place == 0, made_at=now())
        for place, code in enumerate(known.codes or (known.id,))
    ]


def _add_codes(incident: uuid.UUID, known: KnownIncident) -> None:
    """Codes a changed row brings. Earlier ones stay findable; the first of the row is current."""
    held = {each.code: each for each in IncidentCode.objects.filter(incident=incident)}
    for place, code in enumerate(known.codes or (known.id,)):
        if code not in held:
            held[code] = write(
                IncidentCode(incident_id=incident, code=code, current=place == 0, made_at=now())
            )
    current = (known.codes or (known.id,))[0]
    for code, each in held.items():
        if each.current != (code == current):
            each.current = code == current
            write(each)


def _assessment(by: By, incident: uuid.UUID, known: KnownIncident) -> Assessment:
    """A record that people reviewed elsewhere stands as reviewed; one that nobody did is a proposal."""
    return Assessment(
        incident_id=incident,
        kind=Kind.IMPORT if known.reviewed else Kind.PROPOSAL,
        finding=known.finding,
        author=by.person,
        reason=by.reason,
        conventions=known.finding.conventions,
        reports=known.reports,
        made_at=now(),
    )


def _row(mapping: str, id: str, row: Row, position: int, incident: uuid.UUID | None) -> ImportedRow:
    return ImportedRow(
        mapping=mapping,
        position=position,
        row_id=id,
        row=row.cells,
        incident_id=incident,
        made_at=now(),
    )


def _last_position(mapping: str) -> int:
    held = ImportedRow.objects.filter(mapping=mapping).aggregate(last=Max("position"))["last"]
    return int(held or 0)


def new_rows(mapping: str, rows: Iterable[tuple[str, Row, uuid.UUID | None]]) -> Mapping[str, ImportedRow]:
    """Write the rows of a table without ids of its own that are not kept yet, by the key given each."""
    told = {key: (row, incident) for key, row, incident in rows}
    rows_of_theirs = ImportedRow.objects.filter(mapping=mapping).values_list("row_id", flat=True)
    held = set(among(rows_of_theirs, "row_id", told))
    fresh = [key for key in told if key not in held]
    last = _last_position(mapping)
    kept = write_all(
        [_row(mapping, key, told[key][0], last + place, told[key][1]) for place, key in enumerate(fresh, 1)]
    )
    return {each.row_id: each for each in kept}
