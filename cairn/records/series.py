"""Tolls and figures of a ledger as they were said: by tables and reports, now and on an earlier day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet

from cairn.exchange import load_mapping, mapping_names
from cairn.records.models import FigureRecord, Toll
from cairn.records.queries import end_of
from cairn.total.series.points import Said
from cairn.values import Claim, Counted, Figure, PartialDate, Status

_WHO = {Status.CIVILIAN: "civilians", Status.COMBATANT: "combatants"}


def said_in_series(as_of: dt.date | None = None) -> list[Said]:
    """Every toll and figure, oldest knowledge first; none of a confidential source.

    Of a table, also what it said before it was corrected. A report does not change: what a later reading of
    it took back was our slip and nobody's revision.
    """
    found = [*_said(FigureRecord.objects.all(), as_of), *_said(Toll.objects.all(), as_of)]
    return sorted(found, key=lambda one: one.order)


def _said(rows: QuerySet[Any, Any], as_of: dt.date | None) -> Iterator[Said]:
    end = end_of(as_of) if as_of else None
    known = Q(made_at__lt=end) if end else Q()
    standing = Q(withdrawn_at=None) | (Q(withdrawn_at__gte=end) if end else Q(pk__in=[]))
    open_to_all = Q(report=None) | Q(report__source=None) | Q(report__source__confidential=False)
    asked = rows.filter(known, standing | Q(imported__isnull=False), open_to_all)
    for row in asked.select_related("report__source", "imported").order_by("id").iterator(chunk_size=2000):
        figure = row.value if isinstance(row.value, Figure) else figure_of(row.value, row.date)
        published = row.report.published if row.report else None
        if figure is None:
            continue
        if figure.date is None:  # said of no day: of the day on which it was said
            figure = replace(figure, date=published)
        replaced = row.withdrawn_at is not None and (end is None or row.withdrawn_at < end)
        yield Said(
            figure,
            figure.attributed_to or _source(row),
            figure.said_on or published,
            int(row.made_at.timestamp()),
            replaced,
            row.report_id or "",
        )


def _source(row: Any) -> str:
    """Who said it where nobody is named: the report's source, or the table it stands in."""
    if row.report is not None:
        return row.report.source.name if row.report.source else ""
    return _title(row.imported.mapping) if row.imported else ""


def _title(mapping: str) -> str:
    return load_mapping(mapping).title if mapping in mapping_names() else mapping


def figure_of(toll: Claim, date: PartialDate | None = None) -> Figure | None:
    """A toll that a report tells of as a figure; None where it gives no number.

    From one day to another it counts everything between them. `of` is who is said to have done it.
    """
    if toll.count is None:
        return None
    low, high = toll.count.min, toll.count.max
    return Figure(
        measure_of(toll),
        (float(low), None if high is None else float(high)),
        "people",
        toll.span,
        ", ".join(dict.fromkeys(party.name for party in toll.belligerents)) or None,
        toll.place,
        toll.date_end or toll.date or date,
        toll.attributed_to,
        toll.rule,
        Counted.CUMULATIVE if toll.date_end else None,
        toll.date if toll.date_end else None,
    )


def measure_of(toll: Claim) -> str:
    """What a toll counts: “killed”, “civilians injured”, “children killed”."""
    who = toll.who.group or _WHO.get(toll.who.status)
    return f"{who} {toll.kind}" if who else str(toll.kind)
