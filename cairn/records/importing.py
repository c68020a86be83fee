"""What an import would change, before it changes anything."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from cairn.exchange import Attribution, Difference, Kept, Mapping, Rejected, Row, SourceOfIncident, difference
from cairn.records.many import among
from cairn.records.models import Assessment, ImportedRow, Incident, Kind, Mention


def standing_rows(mapping: str) -> QuerySet[ImportedRow, ImportedRow]:
    """The rows of a table as they were last imported, in its order."""
    return ImportedRow.objects.filter(mapping=mapping, withdrawn_at=None).order_by("position", "id")


def planned(mapping: Mapping, rows: Sequence[Row], refused: Sequence[Rejected] = ()) -> Difference:
    """What importing these rows would add and change, and what was imported before and is not among them."""
    return difference(rows, _kept(mapping.name), mapping, {each.id for each in refused})


def _kept(mapping: str) -> Iterator[Kept]:
    for key, cells in standing_rows(mapping).values_list("row_id", "row").iterator(chunk_size=1000):
        yield Kept(key, cells)


def decided_here(incidents: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those on which a person of this ledger has decided: another recorder's new word is not put over it."""
    decisions = Assessment.objects.filter(kind=Kind.DECISION).values_list("incident_id", flat=True)
    return set(among(decisions, "incident", incidents))


def told_of_here(incidents: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those of which reports of this ledger tell."""
    mentions = Mention.objects.filter(withdrawn_at=None).values_list("incident_id", flat=True)
    return set(among(mentions, "incident", incidents))


def gone_here(incidents: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those that were merged, split or withdrawn."""
    gone = Incident.objects.exclude(withdrawn_at=None).values_list("id", flat=True)
    return set(among(gone, "id", incidents))


def incident_named(row: Row) -> str:
    """The recorder's id of the incident that a row speaks of."""
    return row.value.incident if isinstance(row.value, Attribution | SourceOfIncident) else ""


def with_incidents(
    mapping: Mapping, rows: Sequence[Row]
) -> tuple[dict[str, uuid.UUID], list[Row], list[Rejected]]:
    """The incidents that rows speak of, the rows that speak of one, and the others, refused."""
    incidents = _incidents(mapping.name, {incident_named(row) for row in rows})
    why = "It is about incident {}, which is not in this ledger. Import the incidents first."
    known = [row for row in rows if incident_named(row) in incidents]
    refused = [
        Rejected(row.number, incident_named(row), why.format(incident_named(row)), row.at)
        for row in rows
        if incident_named(row) not in incidents
    ]
    return incidents, known, refused


def _incidents(mapping: str, named: set[str]) -> dict[str, uuid.UUID]:
    """The incidents these ids mean: of the same recorder's table, "airwars" for "airwars-sources"."""
    return _incidents_of(mapping.partition("-")[0], named) | _incidents_of(mapping, named)


def _incidents_of(mapping: str, keys: Collection[str]) -> dict[str, uuid.UUID]:
    """The incident that each of these rows became, of those that became one."""
    rows: QuerySet[ImportedRow, Any] = ImportedRow.objects.filter(
        mapping=mapping, withdrawn_at=None, incident__isnull=False
    ).values_list("row_id", "incident_id")
    return dict(among(rows, "row_id", keys))
