"""The ledger's records as rows of another recorder's table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cairn.exchange import Mapping, render
from cairn.records.models import ImportedRow
from cairn.records.queries import known_incidents


def rows_for(mapping: Mapping) -> Iterator[dict[str, Any]]:
    """Imported rows in the order they came; for a table of incidents, the ledger's own after them."""
    rows = ImportedRow.objects.filter(mapping=mapping.name, withdrawn_at=None).order_by("position", "id")
    if mapping.kind != "incidents":
        yield from rows.values_list("row", flat=True)
        return
    known = {one.id: one for one in known_incidents()}
    for row in rows.iterator(chunk_size=1000):
        incident = known.pop(str(row.incident_id), None)
        yield render(incident, mapping, row.row) if incident else row.row
    theirs = ImportedRow.objects.exclude(mapping=mapping.name).filter(incident__isnull=False)
    elsewhere = set(map(str, theirs.values_list("incident_id", flat=True)))
    yield from (render(one, mapping) for one in known.values() if one.id not in elsewhere)
