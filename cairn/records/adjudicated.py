"""The course of every incident up to a day: the ledger's own history is what a grade is judged by."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from cairn.records.models import Assessment, GroundCheck, Incident, Kind, Redirect
from cairn.records.queries import concessions, end_of
from cairn.total.beside.lag import admits
from cairn.total.products.adjudicated import adjudications
from cairn.values import Grade
from cairn.values.adjudication import Adjudication, Course

JUDGED = (Kind.DECISION, Kind.IMPORT)


def adjudicated(as_of: dt.date | None = None) -> list[Adjudication]:
    """What had become of incidents by the end of a day; None: by now."""
    return list(adjudications(courses(as_of)))


def courses(as_of: dt.date | None = None) -> Iterator[Course]:
    """Every incident that has been graded. One that was merged or split goes on under another id."""
    until = Q() if as_of is None else Q(made_at__lt=end_of(as_of))
    history = _history(until)
    verified = dict(GroundCheck.objects.filter(until).order_by("id").values_list("incident_id", "upheld"))
    gone_on = set(Redirect.objects.filter(until).values_list("old_id", flat=True))
    gone = _withdrawn(as_of)
    said = concessions(Incident.objects.filter(until).values("id"), as_of)
    for id, (grades, settled) in history.items():
        if id in gone_on or (id in gone and not settled):
            continue
        yield Course(
            str(id),
            tuple(grades),
            settled,
            any(admits(word) for word in said.get(id, {}).values()),
            verified.get(id),
            id in gone,
        )


def _history(until: Q) -> dict[uuid.UUID, tuple[list[Grade], bool]]:
    """The grades that counted, one after the other, and whether a person gave the last."""
    found: dict[uuid.UUID, tuple[list[Grade], bool]] = defaultdict(lambda: ([], False))
    for incident, kind, grade in _grades(until):
        grades, settled = found[incident]
        judged = kind in JUDGED
        if kind == Kind.REJECTION or (settled and not judged):
            continue
        if grade and grades[-1:] != [grade]:
            grades.append(grade)
        found[incident] = grades, judged
    return found


def _grades(until: Q) -> Iterator[tuple[uuid.UUID, str, Grade | None]]:
    """Every assessment, oldest first. Only the grade is made a value of: a ledger may have a million."""
    rows = (
        Assessment.objects.filter(until).order_by("made_at", "id").annotate(said=Cast("finding", TextField()))
    )
    for incident, kind, said in rows.values_list("incident_id", "kind", "said").iterator():
        grade = json.loads(said).get("grade")
        yield incident, kind, Grade(grade) if grade else None


def _withdrawn(as_of: dt.date | None) -> set[uuid.UUID]:
    """Those taken back by then. What the link step made and unmade was never anybody's judgement."""
    when = Q(withdrawn_at__isnull=False) if as_of is None else Q(withdrawn_at__lt=end_of(as_of))
    return set(Incident.objects.filter(when).values_list("id", flat=True))
