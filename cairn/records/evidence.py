"""The evidence a ledger holds: each report with the newest reading of it and the origin it shares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from cairn.link.events import told_apart
from cairn.link.origins import origins
from cairn.records.many import among
from cairn.records.models import HeldEvent, ReadingRecord, Report
from cairn.records.queries import report_text
from cairn.values import Claim, Evidence, Reading, Scope
from cairn.vocabulary.conflict import Conflict


def newest_readings(reports: Collection[str] | None = None) -> dict[str, ReadingRecord]:
    """The newest reading of each report."""
    found = ReadingRecord.objects.filter(report__withdrawn_at=None).order_by("id")
    rows = found.iterator(chunk_size=500) if reports is None else among(found, "report", reports)
    return {one.report_id: one for one in rows}


def gather(readings: dict[str, ReadingRecord], conflict: Conflict) -> list[Evidence]:
    """The evidence in these readings, in the order of the reports' ids."""
    texts = Report.objects.select_related("source").order_by("id")
    told = [
        (report_text(report, conflict.countries), _reading(readings[report.id]))
        for report in texts.iterator(chunk_size=500)
        if report.id in readings
    ]
    shared = origins([text for text, _ in told], [reading for _, reading in told])
    return [Evidence(text, reading, origin) for (text, reading), origin in zip(told, shared, strict=True)]


def evidence_on(readings: Mapping[str, ReadingRecord], conflict: Conflict) -> list[Evidence]:
    """The evidence in these readings with the origins that link found; its own for what it has not seen."""
    found = HeldEvent.objects.filter(event="").values_list("report_id", "origin")
    origin = dict(among(found, "report", readings))
    texts = among(Report.objects.select_related("source"), "id", readings)
    return [
        Evidence(report_text(one, conflict.countries), _reading(readings[one.id]), origin.get(one.id, one.id))
        for one in sorted(texts, key=lambda one: one.id)
    ]


def claims_of(told: Collection[tuple[str, str]]) -> dict[tuple[str, str], tuple[Claim, ...]]:
    """The claims of each of these events, by report and event; none where it is not read there any more."""
    reports = {report for report, _ in told}
    texts = among(Report.objects.values_list("id", "text"), "id", reports)
    words, found = dict(texts), dict.fromkeys(told, cast("tuple[Claim, ...]", ()))
    for report, record in newest_readings(reports).items():
        for reading in told_apart(_reading(record), words[report]):
            claims = tuple(claim for claim in reading.claims if claim.scope is Scope.INCIDENT)
            found[report, reading.event] = claims
    return found


def _reading(record: ReadingRecord) -> Reading:
    value: Reading = record.value
    return value
