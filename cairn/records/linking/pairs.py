"""What may be of one incident, told so that a person can decide without opening anything."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator

from cairn.records.evidence import newest_readings
from cairn.records.many import KEYS_A_QUESTION, among, parcels
from cairn.records.models import Assessment, Incident, Placing, Report, Suggestion
from cairn.records.queries import codes_of, current_assessments
from cairn.records.said import in_a_line
from cairn.records.told import mentions_of, told_by

WORDS_SHOWN = 60


def pairs() -> Iterator[str]:
    """A line for each two reports, and for each report and incident, in doubt; the likeliest first."""
    suggested = list(Suggestion.objects.filter(withdrawn_at=None).order_by("-score", "a_id", "b_id"))
    placed = list(Placing.objects.filter(withdrawn_at=None).order_by("-score", "report_id", "incident_id"))
    told = reports_in_a_line(
        {id for one in suggested for id in (one.a_id, one.b_id)} | {one.report_id for one in placed}
    )
    if suggested:
        yield f"{len(suggested):,} pairs that may be of one incident: cairn review same | different A B"
    for each in suggested:
        yield f"  {each.score:.2f}  {told[each.a_id]}  ~  {told[each.b_id]}   {each.a_id} {each.b_id}"
    if placed:
        yield f"{len(placed):,} reports that may tell of a known incident: cairn review same | different A B"
    known = incidents_in_a_line({one.incident_id for one in placed})
    for one in placed:
        code, line = known[one.incident_id]
        day = f" (what it tells of {one.event})" if one.event else ""
        yield f"  {one.score:.2f}  {told[one.report_id]}{day}  ~  {line}   {one.report_id} {code}"


def reports_in_a_line(ids: Collection[str]) -> dict[str, str]:
    """Code, day, place, who says it and its first words, by report."""
    readings = newest_readings(ids)
    at: dict[str, uuid.UUID] = {}
    for mention in mentions_of(ids):
        if not told_by(mention)[1]:
            at[mention.report_id] = mention.incident_id
    codes = codes_of(at.values())
    found = {}
    for report in among(Report.objects.select_related("source"), "id", ids):
        reading = readings[report.id].value if report.id in readings else None
        place = reading.place.name if reading and reading.place else "place unknown"
        day = reading.date if reading and reading.date else "date unknown"
        source = report.source.name if report.source else "source unknown"
        code = codes.get(at[report.id], "") if report.id in at else ""
        words = _first_words(report.title or report.text)
        found[report.id] = " ".join(filter(None, (code, f"{day} {place}, {source} “{words}”")))
    return found


def _first_words(text: str) -> str:
    words = " ".join(text[: 4 * WORDS_SHOWN].split())
    return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN].rstrip()} …"


def incidents_in_a_line(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
    """Each incident's code, and a line on it."""
    codes = codes_of(ids)
    current: dict[uuid.UUID, Assessment] = {}
    for parcel in parcels(ids, KEYS_A_QUESTION):
        current |= current_assessments(Incident.objects.filter(id__in=parcel).values("id"))
    found = {}
    for id in ids:
        code = codes.get(id, str(id))
        found[id] = code, f"{code} {in_a_line(current[id].finding)}" if id in current else code
    return found
