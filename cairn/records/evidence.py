"""The evidence a ledger holds: each report with the newest reading of it and the origin it shares."""

from __future__ import annotations

from collections.abc import Collection

from cairn.link.origins import origins
from cairn.records.models import ReadingRecord, Report
from cairn.records.queries import report_text
from cairn.values import Evidence, Reading
from cairn.vocabulary.conflict import Conflict


def newest_readings(reports: Collection[str] | None = None) -> dict[str, ReadingRecord]:
    """The newest reading of each report."""
    found = ReadingRecord.objects.filter(report__withdrawn_at=None).order_by("id")
    if reports is not None:
        found = found.filter(report__in=list(reports))
    return {one.report_id: one for one in found.iterator(chunk_size=500)}


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


def _reading(record: ReadingRecord) -> Reading:
    value: Reading = record.value
    return value
