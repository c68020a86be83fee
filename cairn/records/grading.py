"""Grade what is due: incidents whose evidence changed since the last proposal on them."""

from __future__ import annotations

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.grade.assess import assess
from cairn.grade.conceded import with_concessions
from cairn.records import actions
from cairn.records.evidence import evidence_on, newest_readings
from cairn.records.inputs import done
from cairn.records.linking.touched import incidents_touched_since, last_change
from cairn.records.many import among, parcels
from cairn.records.models import Assessment, Incident, Kind, Mention, ReadingRecord
from cairn.records.models.fields import canonical
from cairn.records.progress import Watching
from cairn.records.queries import concessions
from cairn.records.told import Told, by_event, mentions_with_events, told_by
from cairn.records.version import grading_version
from cairn.values import Concession, Evidence, Finding, to_json
from cairn.vocabulary.conflict import Conflict

INCIDENTS_A_CHANGE = 100
INCIDENTS_AT_ONCE = 1000  # whose evidence is held in memory
VERSION, SEEN = "grade", "grade: changes"  # what the step keeps of itself


@dataclass(frozen=True, slots=True)
class _Case:
    """An incident with all that is known of it, and the hash of that."""

    incident: uuid.UUID
    evidence: tuple[Evidence, ...]
    conceded: tuple[Concession, ...]
    seen: str


def grade_due(conflict: Conflict, watch: Watching) -> int:
    """Propose a finding for each incident whose evidence is new; how many findings differ from the last."""
    version, seen, now = grading_version(conflict), int(done(SEEN) or 0), last_change()
    anew = done(VERSION) != version
    if now == seen and not anew:
        return 0
    touched = standing() if anew else standing(incidents_touched_since(seen))
    last = _last_proposals(touched)
    cases = [case for case in _cases(touched, conflict, version) if not _is_graded(case, last)]
    advance = watch("grade", len(cases))
    by = actions.the_machine(f"graded by the rules of version {version[:12]}")
    kept = 0
    for start in range(0, len(cases), INCIDENTS_A_CHANGE):
        parcel = cases[start : start + INCIDENTS_A_CHANGE]
        kept += len(actions.propose(by, list(_proposals(parcel, last, conflict))))
        advance(len(parcel))
    actions.step_done(SEEN, str(now))
    actions.step_done(VERSION, version)
    return kept


def standing(among_these: Collection[uuid.UUID] | None = None) -> list[uuid.UUID]:
    """The incidents that stand; of these alone, when they are given."""
    found = Incident.objects.filter(withdrawn_at=None).values_list("id", flat=True)
    return sorted(found if among_these is None else among(found, "id", among_these))


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
            yield actions.Proposal(
                incidents[case.incident], finding, case.seen, len({one.id for one in case.evidence})
            )


def _same(before: Finding, after: Finding) -> bool:
    return canonical(to_json(before)) == canonical(to_json(after))


def _last_proposals(incidents: Collection[uuid.UUID]) -> dict[uuid.UUID, Assessment]:
    """The newest proposal on each of these incidents."""
    found = Assessment.objects.filter(kind=Kind.PROPOSAL).order_by("id")
    return {one.incident_id: one for one in among(found, "incident", incidents)}


def _cases(incidents: Sequence[uuid.UUID], conflict: Conflict, version: str) -> Iterator[_Case]:
    """Those of these incidents that reports tell of."""
    for parcel in parcels(incidents, INCIDENTS_AT_ONCE):
        told: dict[uuid.UUID, list[Told]] = defaultdict(list)
        for mention in mentions_with_events(Mention.objects.filter(incident__in=parcel)):
            told[mention.incident_id].append(told_by(mention))
        reports = {report for its in told.values() for report, _ in its}
        readings = newest_readings(reports)
        evidence = by_event(evidence_on(readings, conflict))
        conceded = concessions(Incident.objects.filter(id__in=parcel).values("id"))
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
