"""What another recorder's row comes to as a judgement of its incident: never over one made here."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from cairn.exchange import Changed, Row
from cairn.records.actions.naming import name_people_and_parties
from cairn.records.change import By, now, write_all
from cairn.records.importing import decided_here
from cairn.records.many import among
from cairn.records.models import Assessment, ImportedRow, Kind
from cairn.values import KnownIncident

CELLS_SAID = 6  # changed cells that a reason names; the rows themselves are kept whole


def changed_cells(before: ImportedRow | None, row: Row) -> str:
    """Which cells of a row changed, for the record of why its incident did; "" for a new row."""
    if before is None:
        return ""
    cells = Changed(row.id, row, before.row, before.row_id).cells
    said = [f"{column}: {old[:40] or '–'} → {new[:40] or '–'}" for column, old, new in cells[:CELLS_SAID]]
    return "; ".join([*said, *(["…"] if len(cells) > CELLS_SAID else [])])


def judge_imported(by: By, told: Mapping[uuid.UUID, tuple[KnownIncident, str]]) -> None:
    """Judge what is new or says something else; a change in a column that nobody reads is no judgement."""
    held = _last_imported({incident for incident, (_, why) in told.items() if why})
    due = {
        incident: each
        for incident, each in told.items()
        if incident not in held or held[incident] != (each[0].finding, each[0].reports)
    }
    decided = decided_here(held.keys() & due.keys())
    write_all([_assessment(by, incident, *each, incident in decided) for incident, each in due.items()])
    name_people_and_parties(
        {incident: known.finding for incident, (known, _) in due.items() if incident not in decided}
    )


def _last_imported(incidents: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[object, int]]:
    """What was last imported of each incident: a record reviewed elsewhere, or a proposal of no report."""
    rows = Assessment.objects.filter(kind__in=(Kind.IMPORT, Kind.PROPOSAL), evidence="").order_by("id")
    return {one.incident_id: (one.finding, one.reports) for one in among(rows, "incident", incidents)}


def _assessment(by: By, incident: uuid.UUID, known: KnownIncident, why: str, decided: bool) -> Assessment:
    """A record that people reviewed elsewhere stands as reviewed; one that nobody did is a proposal.

    So is one on which a person of this ledger has decided: their decision stands until they change it.
    """
    return Assessment(
        incident_id=incident,
        kind=Kind.IMPORT if known.reviewed and not decided else Kind.PROPOSAL,
        finding=known.finding,
        author=by.person,
        reason=f"{by.reason}; {why}" if why else by.reason,
        conventions=known.finding.conventions,
        reports=known.reports,
        made_at=now(),
    )
