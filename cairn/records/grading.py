"""Grade what is due: incidents whose evidence changed since the last proposal on them."""

from __future__ import annotations

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.grade.assess import assess
from cairn.grade.conceded import with_concessions
from cairn.records import actions
from cairn.records.evidence import gather, newest_readings
from cairn.records.inputs import grade_inputs, is_due
from cairn.records.models import Assessment, Incident, Kind, Mention, ReadingRecord
from cairn.records.models.fields import canonical
from cairn.records.progress import Watching
from cairn.records.queries import concessions
from cairn.records.told import Told, by_event, mentions_with_events, told_by
from cairn.records.version import grading_version
from cairn.values import Concession, Evidence, Finding, to_json
from cairn.vocabulary.conflict import Conflict

INCIDENTS_A_CHANGE = 100


@dataclass(frozen=True, slots=True)
class _Case:
    """An incident with all that is known of it, and the hash of that."""

    incident: uuid.UUID
    evidence: tuple[Evidence, ...]
    conceded: tuple[Concession, ...]
    seen: str


def grade_due(conflict: Conflict, watch: Watching) -> int:
    """Propose a finding for each incident whose evidence is new; how many findings differ from the last."""
    version = grading_version(conflict)
    inputs = grade_inputs(version)
    if not is_due("grade", inputs):
        return 0
    last = _last_proposals()
    cases = [case for case in _cases(conflict, version) if not _is_graded(case, last)]
    advance = watch("grade", len(cases))
    by = actions.the_machine(f"graded by grade {version[:12]}")
    kept = 0
    for start in range(0, len(cases), INCIDENTS_A_CHANGE):
        parcel = cases[start : start + INCIDENTS_A_CHANGE]
        kept += len(actions.propose(by, list(_proposals(parcel, last, conflict))))
        advance(len(parcel))
    actions.step_done("grade", inputs)
    return kept


def _is_graded(case: _Case, last: Mapping[uuid.UUID, Assessment]) -> bool:
    return case.incident in last and last[case.incident].evidence == case.seen


def _proposals(
    cases: Sequence[_Case], last: Mapping[uuid.UUID, Assessment], conflict: Conflict
) -> Iterator[actions.Proposal]:
    incidents = Incident.objects.in_bulk([case.incident for case in cases])
    for case in cases:
        finding = with_concessions(assess(case.evidence, conflict), case.conceded)
        before = last.get(case.incident)
        if before is None or not _same(before.finding, finding):
            yield actions.Proposal(incidents[case.incident], finding, case.seen, len(case.evidence))


def _same(before: Finding, after: Finding) -> bool:
    return canonical(to_json(before)) == canonical(to_json(after))


def _last_proposals() -> dict[uuid.UUID, Assessment]:
    """The newest proposal on each incident that stands."""
    found = Assessment.objects.filter(kind=Kind.PROPOSAL, incident__withdrawn_at=None).order_by("id")
    return {one.incident_id: one for one in found.iterator(chunk_size=500)}


def _cases(conflict: Conflict, version: str) -> Iterator[_Case]:
    """Every incident that reports tell of."""
    told: dict[uuid.UUID, list[Told]] = defaultdict(list)
    for mention in mentions_with_events(Mention.objects.filter(incident__withdrawn_at=None)):
        told[mention.incident_id].append(told_by(mention))
    readings = newest_readings()
    evidence = by_event(gather(readings, conflict))
    conceded = concessions(Incident.objects.filter(withdrawn_at=None).values("id"))
    for incident in sorted(told):
        found = tuple(evidence[one] for one in sorted(set(told[incident])) if one in evidence)
        said = tuple(conceded.get(incident, {}).values())
        if found:
            yield _Case(incident, found, said, _seen(found, said, readings, version))


def _seen(
    evidence: Sequence[Evidence],
    conceded: Sequence[Concession],
    readings: Mapping[str, ReadingRecord],
    version: str,
) -> str:
    """A hash of what a finding is made from: readings, who copies whom, concessions, the version."""
    origins = [each.origin for each in evidence]
    said = [version, *(_piece(each, readings, origins) for each in evidence)]
    return hashlib.sha256("\n".join([*said, *map(repr, conceded)]).encode()).hexdigest()


def _piece(each: Evidence, readings: Mapping[str, ReadingRecord], origins: Sequence[str]) -> str:
    said = f"{each.id} {readings[each.id].pk} {origins.index(each.origin)}"
    return f"{said} {each.reading.event}" if each.reading.event else said
