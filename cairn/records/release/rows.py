"""Rows of a release that are not made of incidents: reports, statements, tolls, figures.

A confidential source is nowhere in them: of its reports only that there is one, of what they say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cairn.publish import Row, bounds
from cairn.records.models import Admission, Mention
from cairn.records.shown import Aside
from cairn.values import Claim, Figure, Place

_OF_A_REPORT = (
    "incident_id",
    "report_id",
    "report__source__name",
    "report__address",
    "report__capture__address",
    "report__published",
    "report__language",
    "report__capture_id",
    "report__source__confidential",
)


def report_rows(codes: Mapping[str, str]) -> Iterator[Row]:
    """A row for each report of each incident that is released; a report that was withdrawn is none."""
    mentions = Mention.objects.filter(withdrawn_at=None, report__withdrawn_at=None)
    found = mentions.order_by("incident_id", "report_id").values_list(*_OF_A_REPORT).distinct()
    for incident, report, source, address, page, published, language, sha256, confidential in found:
        of = _of(str(incident), codes)
        if of and confidential:
            yield of | {"confidential": "yes"}
        elif of:
            yield of | _said(
                report=report,
                source=source,
                address=address or page,
                published=published,
                language=language,
                sha256=sha256,
                confidential="no",
            )


def statement_rows(codes: Mapping[str, str]) -> Iterator[Row]:
    """A row for each statement of a belligerent, earlier ones too; none that a confidential source told."""
    rows = Admission.objects.filter(withdrawn_at=None).exclude(report__source__confidential=True)
    for one in rows.select_related("report__source").order_by("stated_on", "id").iterator(chunk_size=1000):
        source = one.report.source if one.report else None
        said = one.concession
        yield (
            _of(str(one.incident_id), codes)
            | bounds("killed", said.killed)
            | bounds("injured", said.injured)
            | _said(
                belligerent=one.belligerent,
                verdict=said.verdict,
                stated_on=one.stated_on,
                match=one.match,
                quoted="yes" if one.quoted else "no",
                source=source.name if source else None,
                report=one.report_id,
            )
        )


def toll_rows(tolls: Iterable[Aside]) -> Iterator[Row]:
    """A row for each toll; those of confidential sources are left out before."""
    for one in tolls:
        claim = one.value
        if not isinstance(claim, Claim):
            continue
        yield (
            bounds("people", claim.count)
            | _told_by(one)
            | _said(
                date=one.date or claim.date,
                date_end=claim.date_end,
                place=_name(claim.place),
                harm=claim.kind,
                group=claim.who.group,
                quantifier=claim.quantifier,
                attributed_to=claim.attributed_to,
            )
        )


def figure_rows(figures: Iterable[Aside]) -> Iterator[Row]:
    """A row for each value about the conflict; those of confidential sources are left out before."""
    for one in figures:
        figure = one.value
        if not isinstance(figure, Figure):
            continue
        low, high = figure.value
        yield _told_by(one) | _said(
            measure=figure.measure,
            of=figure.of,
            date=one.date or figure.date,
            place=_name(figure.place),
            low=low,
            high=high,
            unit=figure.unit,
            counted=figure.counted,
            since=figure.since,
            said_on=figure.said_on,
            attributed_to=figure.attributed_to,
        )


def _of(incident: str, codes: Mapping[str, str]) -> Row:
    """Which incident a row is of; nothing where that one is not released."""
    return _said(incident=incident, code=codes[incident]) if incident in codes else {}


def _told_by(one: Aside) -> Row:
    return _said(source=one.report.source, report=one.report.id) if one.report else {}


def _name(place: Place | None) -> str | None:
    return place.name if place else None


def _said(**cells: Any) -> Row:
    """A row without the cells that nobody filled; what is no number becomes its own words."""
    return {
        name: cell if isinstance(cell, int | float) else str(cell)
        for name, cell in cells.items()
        if cell not in (None, "")
    }
