"""Withdraw what another recorder's table no longer has: said first, and done only when it is asked for."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from cairn.exchange import Attribution as Accused
from cairn.exchange import Mapping, read_cells
from cairn.records.actions.importing_beside import withdraw_rows
from cairn.records.change import By, action, concerning, withdraw_all
from cairn.records.importing import decided_here, standing_rows, told_of_here
from cairn.records.many import among
from cairn.records.models import Admission, Attribution, ImportedRow, Incident
from cairn.records.permissions import can_judge


@action(can_judge)
def withdraw_missing(by: By, mapping: Mapping, keys: Collection[str]) -> list[str]:
    """Withdraw rows and what came of them. Those on which people here worked are left, and given back."""
    rows = list(among(standing_rows(mapping.name), "row_id", keys))
    left = _left(rows) if mapping.kind == "incidents" else set()
    going = [row for row in rows if row.incident_id not in left]
    if mapping.kind == "incidents":
        incidents = Incident.objects.filter(withdrawn_at=None)
        withdraw_all(list(among(incidents, "id", [row.incident_id for row in going])))
    if mapping.kind == "attributions":
        _withdraw_accusations(mapping, going)
    withdraw_rows(going)
    concerning(f"{mapping.name}: {len(going)} rows", mapping=mapping.name, rows_withdrawn=len(going))
    return [row.row_id for row in rows if row.incident_id in left]


def _left(rows: Sequence[ImportedRow]) -> set[uuid.UUID | None]:
    incidents = {row.incident_id for row in rows if row.incident_id}
    return {*decided_here(incidents), *told_of_here(incidents)}


def _withdraw_accusations(mapping: Mapping, rows: Sequence[ImportedRow]) -> None:
    """Who was accused and what was conceded, where no other row of the table still says it."""
    gone = {row.pk for row in rows}
    incidents = {row.incident_id for row in rows}
    standing = list(among(standing_rows(mapping.name), "incident", incidents))
    still = {_said(row, mapping) for row in standing if row.pk not in gone}
    _withdraw_parties({_said(row, mapping)[:2] for row in rows} - {said[:2] for said in still})
    _withdraw_concessions({_said(row, mapping) for row in rows} - still)


def _said(row: ImportedRow, mapping: Mapping) -> tuple[uuid.UUID | None, str, object]:
    said = read_cells(row.row, mapping)
    assert isinstance(said, Accused), "a mapping of attributions gives attributions"
    return row.incident_id, said.belligerent.name if said.belligerent else "", said.concession


def _withdraw_parties(parties: Collection[tuple[uuid.UUID | None, str]]) -> None:
    standing = Attribution.objects.filter(withdrawn_at=None)
    named = among(standing, "incident", {incident for incident, _ in parties})
    withdraw_all([one for one in named if (one.incident_id, one.belligerent) in parties])


def _withdraw_concessions(said: Collection[tuple[uuid.UUID | None, str, object]]) -> None:
    standing = Admission.objects.filter(withdrawn_at=None, report=None)
    made = among(standing, "incident", {incident for incident, _, _ in said})
    withdraw_all([one for one in made if (one.incident_id, one.belligerent, one.concession) in said])
