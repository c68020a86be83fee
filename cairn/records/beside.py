"""What the public may see beside incidents: sources, tolls, figures, moved codes, the log of changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Max, Min, Q

from cairn.records import models
from cairn.records.dossiers import admitted_of, told_of
from cairn.records.many import among
from cairn.records.shown import Admitted, Aside, Changed, SourceShown

UNSPOKEN = frozenset({"name_confidential"})  # actions whose reason may itself betray a source


def sources() -> list[SourceShown]:
    """Every source that may be named, those with most reports first."""
    kept = Q(reports__withdrawn_at=None)
    counted = (
        models.Source.objects.filter(confidential=False)
        .annotate(
            given=Count("reports", filter=kept),
            first=Min("reports__published", filter=kept),
            last=Max("reports__published", filter=kept),
        )
        .order_by("-given", "name")
    )
    return [SourceShown(*row) for row in counted.values_list("name", "medium", "given", "first", "last")]


def confidential_reports() -> int:
    """How many reports came from sources that are not named: said, so that the count of reports is honest."""
    return models.Report.objects.filter(source__confidential=True, withdrawn_at=None).count()


def tolls() -> list[Aside]:
    """Aggregate counts, oldest first."""
    return _asides(list(models.Toll.objects.filter(withdrawn_at=None).order_by("date", "id")))


def figures() -> list[Aside]:
    """Values about the conflict, oldest first."""
    return _asides(list(models.FigureRecord.objects.filter(withdrawn_at=None).order_by("date", "id")))


def _asides(rows: list[Any]) -> list[Aside]:
    told = told_of({row.report_id for row in rows if row.report_id})
    shown = [Aside(row.value, row.date, told.get(row.report_id or "")) for row in rows]
    return [one for one in shown if one.report is None or not one.report.confidential]


def unmatched_statements() -> list[Admitted]:
    """What belligerents say of allegations that no incident, or more than one, answers to; oldest first."""
    rows = list(models.Admission.objects.filter(incident=None, withdrawn_at=None).order_by("stated_on", "id"))
    told = told_of({row.report_id for row in rows if row.report_id})
    return [admitted_of(row, told) for row in rows]


def moved_codes() -> dict[str, str]:
    """Codes of merged and split incidents, and the ids of the incidents that they lead to now."""
    onward = dict(models.Redirect.objects.order_by("-id").values_list("old_id", "new_id"))
    found: dict[str, str] = {}
    codes = models.IncidentCode.objects.values_list("code", "incident_id")
    for code, incident in among(codes, "incident", onward):
        seen = set()
        while incident in onward and incident not in seen:
            seen.add(incident)
            incident = onward[incident]
        found[code] = str(incident)
    return found


def head() -> Changed | None:
    """The newest change: what an edition of the site is an edition of."""
    return next(changes(1), None)


def changes(at_most: int) -> Iterator[Changed]:
    """The newest changes, newest first."""
    for one in models.Change.objects.order_by("-seq")[:at_most]:
        reason = "" if one.action in UNSPOKEN else one.reason
        yield Changed(one.seq, one.at, one.person, one.action, reason, one.subject, one.hash)
