"""Bring in what stands beside other recorders' incidents: who is accused, who reported, what was counted."""

from __future__ import annotations

import uuid
from collections.abc import Mapping as Dict
from collections.abc import Sequence

from cairn.exchange import Attribution as Accused
from cairn.exchange import Mapping, Rejected, Row, SourceOfIncident
from cairn.records.actions.collecting import storable
from cairn.records.actions.importing import imported_row, last_position
from cairn.records.change import By, action, concerning, now, withdraw_all, write_all
from cairn.records.importing import incident_named, planned, standing_rows, with_incidents
from cairn.records.many import among
from cairn.records.models import Admission, Attribution, FigureRecord, ImportedRow, Source
from cairn.records.permissions import can_judge
from cairn.values import Figure, Role

Named = list[tuple[uuid.UUID, Accused]]


@action(can_judge)
def import_attributions(by: By, mapping: Mapping, rows: Sequence[Row]) -> tuple[int, list[Rejected]]:
    """Keep who is accused and what they concede; rows about incidents not in this ledger are refused."""
    incidents, known, refused = with_incidents(mapping, rows)
    kept, _ = _kept(mapping, known, incidents)
    named = [(incidents[said.incident], said) for said in _accused(kept) if said.belligerent]
    _name(named)
    write_all(_admissions(by, named))
    concerning(f"{mapping.name}: {len(kept)} rows", mapping=mapping.name, rows_kept=len(kept))
    return len(kept), refused


@action(can_judge)
def import_sources(by: By, mapping: Mapping, rows: Sequence[Row]) -> tuple[int, list[Rejected]]:
    """Keep who reported incidents imported before; rows of unknown incidents are refused."""
    incidents, known, refused = with_incidents(mapping, rows)
    kept, _ = _kept(mapping, known, incidents)
    said = [row.value for row in kept if isinstance(row.value, SourceOfIncident)]
    media = {storable(each.source): storable(each.medium or "") for each in said if each.source}
    held = set(among(Source.objects.values_list("name", flat=True), "name", media))
    write_all([Source(name=name, medium=media[name], made_at=now()) for name in media if name not in held])
    concerning(f"{mapping.name}: {len(kept)} rows", mapping=mapping.name, rows_kept=len(kept))
    return len(kept), refused


@action(can_judge)
def import_figures(by: By, mapping: Mapping, rows: Sequence[Row]) -> int:
    """Keep a series of figures: beside the incidents, and in no total. What a row said before is kept."""
    kept, records = _kept(mapping, rows, {})
    write_all([one for row, record in zip(kept, records, strict=True) for one in _figures(row, record)])
    concerning(f"{mapping.name}: {len(kept)} rows", mapping=mapping.name, rows_kept=len(kept))
    return len(kept)


def _accused(rows: Sequence[Row]) -> list[Accused]:
    return [row.value for row in rows if isinstance(row.value, Accused)]


def _figures(row: Row, record: ImportedRow) -> list[FigureRecord]:
    figures = row.value if isinstance(row.value, tuple) else ()
    return [
        FigureRecord(imported=record, measure=one.measure, date=one.date, value=one, made_at=now())
        for one in figures
        if isinstance(one, Figure)
    ]


def _kept(
    mapping: Mapping, rows: Sequence[Row], incidents: Dict[str, uuid.UUID]
) -> tuple[list[Row], list[ImportedRow]]:
    """Write the rows that are new or changed; what a changed row said before is withdrawn."""
    due = planned(mapping, rows)
    standing = standing_rows(mapping.name)
    before = {one.row_id: one for one in among(standing, "row_id", [each.was for each in due.changed])}
    withdraw_rows(list(before.values()))
    last = last_position(mapping.name)
    placed = [(each.key, each.row, before[each.was].position) for each in due.changed]
    placed += [(key, row, last + at) for at, (key, row) in enumerate(due.new, 1)]
    records = [imported_row(mapping.name, *each, incidents.get(incident_named(each[1]))) for each in placed]
    return [row for _, row, _ in placed], write_all(records)


def withdraw_rows(rows: Sequence[ImportedRow]) -> None:
    """Withdraw rows and the figures that rest on them. For use inside an action."""
    figures = FigureRecord.objects.filter(withdrawn_at=None)
    withdraw_all(list(among(figures, "imported", [row.pk for row in rows])))
    withdraw_all(rows)


def _name(named: Named) -> None:
    """Write who is newly accused, and how; whoever was suspected and is known by now is so no longer."""
    standing = Attribution.objects.filter(withdrawn_at=None)
    held = {
        (one.incident_id, one.belligerent, one.kind): one
        for one in among(standing, "incident", [incident for incident, _ in named])
    }
    told = {
        (incident, said.belligerent.name, "known" if said.belligerent.role is Role.CLAIMS else "suspected")
        for incident, said in named
        if said.belligerent
    }
    accused = {(incident, name) for incident, name, _ in told}
    withdraw_all([one for key, one in held.items() if key[:2] in accused and key not in told])
    write_all(
        [
            Attribution(incident_id=incident, belligerent=name, kind=kind, made_at=now())
            for incident, name, kind in sorted(told - held.keys())
        ]
    )


def _admissions(by: By, named: Named) -> list[Admission]:
    """What belligerents say of the incidents. What one said before stays: its word is a list in time."""
    return [
        Admission(
            incident_id=incident,
            belligerent=said.concession.belligerent,
            concession=said.concession,
            line={"mgrs": said.mgrs} if said.mgrs else {},
            stated_on=said.concession.stated_on,
            match="matched",
            made_by=by.person,
            made_at=now(),
        )
        for incident, said in named
        if said.concession
    ]
