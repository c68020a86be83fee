"""Bring in what stands beside other recorders' incidents: who is accused, who reported, what was counted."""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cairn.exchange import Attribution as Accused
from cairn.exchange import Rejected, Row, SourceOfIncident
from cairn.records.actions.collecting import storable
from cairn.records.actions.importing import new_rows
from cairn.records.change import By, action, concerning, now, write_all
from cairn.records.many import among
from cairn.records.models import Admission, Attribution, FigureRecord, ImportedRow, Source
from cairn.records.models.fields import canonical
from cairn.records.permissions import can_judge
from cairn.values import Figure, Role


@action(can_judge)
def import_attributions(by: By, mapping: str, rows: Sequence[Row]) -> tuple[int, list[Rejected]]:
    """Keep who is accused and what they concede; rows about incidents not in this ledger are refused."""
    told, refused = _with_incidents(mapping, rows, Accused)
    kept = new_rows(mapping, told)
    fresh = [(incident, row.value) for key, row, incident in told if key in kept]
    named = [(incident, said) for incident, said in fresh if isinstance(said, Accused) and said.belligerent]
    write_all(_attributions(named))
    write_all([_admission(by, incident, said) for incident, said in named if said.concession])
    concerning(f"{mapping}: {len(kept)} rows", mapping=mapping, rows_kept=len(kept))
    return len(kept), refused


@action(can_judge)
def import_sources(by: By, mapping: str, rows: Sequence[Row]) -> tuple[int, list[Rejected]]:
    """Keep who reported incidents imported before; rows of unknown incidents are refused."""
    told, refused = _with_incidents(mapping, rows, SourceOfIncident)
    kept = new_rows(mapping, told)
    said = [row.value for _, row, _ in told if isinstance(row.value, SourceOfIncident)]
    media = {storable(each.source): storable(each.medium or "") for each in said if each.source}
    held = set(among(Source.objects.values_list("name", flat=True), "name", media))
    write_all([Source(name=name, medium=media[name], made_at=now()) for name in media if name not in held])
    concerning(f"{mapping}: {len(kept)} rows", mapping=mapping, rows_kept=len(kept))
    return len(kept), refused


@action(can_judge)
def import_figures(by: By, mapping: str, rows: Sequence[Row]) -> int:
    """Keep a series of figures: beside the incidents, and in no total."""
    keyed = list(_keyed(rows))
    kept = new_rows(mapping, [(key, row, None) for key, row in keyed])
    write_all(
        [
            FigureRecord(
                imported=kept[key], measure=figure.measure, date=figure.date, value=figure, made_at=now()
            )
            for key, row in keyed
            if key in kept
            for figure in _figures(row)
        ]
    )
    concerning(f"{mapping}: {len(kept)} rows", mapping=mapping, rows_kept=len(kept))
    return len(kept)


def _figures(row: Row) -> list[Figure]:
    return [each for each in row.value if isinstance(each, Figure)] if isinstance(row.value, tuple) else []


def _keyed(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Rows without an id of their own, keyed by what they say; the second of two equal rows is another."""
    seen: Counter[str] = Counter()
    for row in rows:
        digest = hashlib.sha256(canonical(row.cells).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        yield f"{digest}-{seen[digest]}", row


def _with_incidents(
    mapping: str, rows: Sequence[Row], kind: type[Accused] | type[SourceOfIncident]
) -> tuple[list[tuple[str, Row, uuid.UUID]], list[Rejected]]:
    """Each row with the incident it names; the rows whose incident is not here, refused."""
    named = {row.value.incident for row in rows if isinstance(row.value, kind)}
    incidents = _incidents(mapping, named)
    told: list[tuple[str, Row, uuid.UUID]] = []
    refused: list[Rejected] = []
    for key, row in _keyed(rows):
        id = row.value.incident if isinstance(row.value, kind) else ""
        if id in incidents:
            told.append((key, row, incidents[id]))
        else:
            why = f"It is about incident {id}, which is not in this ledger. Import the incidents first."
            refused.append(Rejected(row.number, id, why))
    return told, refused


def _incidents(mapping: str, named: set[str]) -> Mapping[str, uuid.UUID]:
    """The incidents these ids mean: of the same recorder's table, "airwars" for "airwars-sources"."""
    recorder = mapping.partition("-")[0]
    held = ImportedRow.objects.filter(withdrawn_at=None, incident__isnull=False)
    theirs = held.filter(mapping__in=[mapping, recorder]).values_list("row_id", "incident_id")
    return {row_id: incident for row_id, incident in among(theirs, "row_id", named) if incident}


def _attributions(named: Sequence[tuple[uuid.UUID, Accused]]) -> list[Attribution]:
    incidents = [incident for incident, _ in named]
    standing = Attribution.objects.filter(withdrawn_at=None)
    held = set(among(standing.values_list("incident_id", "belligerent", "kind"), "incident", incidents))
    told = {
        (incident, said.belligerent.name, "known" if said.belligerent.role is Role.CLAIMS else "suspected")
        for incident, said in named
        if said.belligerent
    }
    return [
        Attribution(incident_id=incident, belligerent=name, kind=kind, made_at=now())
        for incident, name, kind in sorted(told - held)
    ]


def _admission(by: By, incident: uuid.UUID, said: Accused) -> Admission:
    assert said.concession
    return Admission(
        incident_id=incident,
        belligerent=said.concession.belligerent,
        concession=said.concession,
        line={"mgrs": said.mgrs} if said.mgrs else {},
        stated_on=said.concession.stated_on,
        match="matched",
        made_by=by.person,
        made_at=now(),
    )
