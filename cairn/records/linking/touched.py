"""What has changed since link last looked, by the chain of changes: only that is linked again."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from cairn.records.many import among
from cairn.records.models import (
    Admission,
    Assessment,
    Change,
    JudgementRecord,
    Kind,
    Mention,
    Placing,
    ReadingRecord,
)

# What neither link nor grade depends on: proposals, and reports that nobody has read yet.
_NO_MATTER = ("propose", "keep_reports", "keep_model_readings", "keep_release")
_OWN = "keep_links"


@dataclass(frozen=True, slots=True)
class Touched:
    """Reports that were read or judged anew, and incidents that people know now or know otherwise."""

    reports: set[str] = field(default_factory=set)
    incidents: set[uuid.UUID] = field(default_factory=set)


def last_change() -> int:
    return Change.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def touched_since(seq: int) -> Touched:
    """What the changes after this one touched."""
    keys = _rows_since(seq, (*_NO_MATTER, _OWN))
    mentions = list(among(Mention.objects.values_list("report_id", "incident_id"), "id", keys["Mention"]))
    judged, apart = _judged(keys["JudgementRecord"])
    own = Admission.objects.filter(quoted=False).exclude(report=None).values_list("report_id", flat=True)
    decided = Assessment.objects.filter(kind__in=[Kind.DECISION, Kind.IMPORT])
    return Touched(
        {report for report, _ in mentions}
        | judged
        | set(among(ReadingRecord.objects.values_list("report_id", flat=True), "id", keys["ReadingRecord"]))
        | {report for report in among(own, "id", keys["Admission"]) if report}
        | set(keys["Report"]),
        {incident for _, incident in mentions}
        | apart
        | {uuid.UUID(key) for key in keys["Incident"]}
        | set(among(decided.values_list("incident_id", flat=True), "id", keys["Assessment"])),
    )


def incidents_touched_since(seq: int) -> set[uuid.UUID]:
    """The incidents of which since this change other reports tell, or the same ones otherwise."""
    keys = _rows_since(seq, _NO_MATTER)
    read = set(among(ReadingRecord.objects.values_list("report_id", flat=True), "id", keys["ReadingRecord"]))
    mentions, statements = (
        kind.objects.values_list("incident_id", flat=True) for kind in (Mention, Admission)
    )
    found = {
        *among(mentions, "id", keys["Mention"]),
        *among(mentions.filter(withdrawn_at=None), "report", read),
        *among(statements, "id", keys["Admission"]),
    }
    return {incident for incident in found if incident}


def told_otherwise_since(seq: int) -> set[str]:
    """The reports that since this change were read anew, tell of another incident, or are asked about."""
    keys = _rows_since(seq, (*_NO_MATTER, "keep_admissions"))
    tables = (ReadingRecord, Mention, Placing, Admission)
    found = [
        among(table.objects.values_list("report_id", flat=True), "id", keys[table.__name__])
        for table in tables
    ]
    return {report for its in found for report in its if report} | set(keys["Report"])


def _rows_since(seq: int, but: Collection[str]) -> dict[str, list[str]]:
    """The keys of what was written since this change, by table, except by these actions."""
    keys: dict[str, list[str]] = defaultdict(list)
    later = Change.objects.filter(seq__gt=seq).exclude(action__in=but).order_by("seq")
    for body in later.values_list("body", flat=True).iterator(chunk_size=50):
        for table, rows in body.get("rows", {}).items():
            keys[table] += rows
    return keys


def _judged(keys: Collection[str]) -> tuple[set[str], set[uuid.UUID]]:
    """The reports and the incidents of which people said something."""
    reports: set[str] = set()
    incidents: set[uuid.UUID] = set()
    for one in among(JudgementRecord.objects.all(), "id", keys):
        if one.about == "report":
            reports |= {one.a, one.b}
        elif one.about == "mention":
            reports.add(one.a)
            incidents.add(uuid.UUID(one.b))
        else:
            incidents |= {uuid.UUID(one.a), uuid.UUID(one.b)}
    return reports, incidents
