"""Belligerents' periodic reports that do not add up, for a person to compare with the captured report."""

from __future__ import annotations

from collections.abc import Iterator

from cairn.extract.periodic import mismatches
from cairn.records.models import Admission, Report


def not_adding_up() -> Iterator[str]:
    """A line for each count that the report's other counts, or its lines, do not come to; a heading first."""
    own = Admission.objects.filter(withdrawn_at=None, quoted=False, report__isnull=False)
    reports = Report.objects.filter(id__in=own.values("report_id")).select_related("source")
    said = [
        f"  {_named(report)}: {mismatch}"
        for report in reports.order_by("published", "id")
        for mismatch in mismatches(report.text, report.published)
    ]
    if said:
        yield f"{len(said):,} counts in belligerents' own reports do not add up: compare with the captures"
    yield from said


def _named(report: Report) -> str:
    source = report.source.name if report.source else "source unknown"
    return f"{source}, {report.published or 'undated'} (report {report.id})"
