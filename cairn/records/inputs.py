"""What each step looks at, as one hash: while it stays the same, nothing is due."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from cairn.records.models import (
    Admission,
    Assessment,
    JudgementRecord,
    Kind,
    Mention,
    Placing,
    ReadingRecord,
    StepDone,
)
from cairn.records.permissions import MACHINE


def is_due(step: str, inputs: str) -> bool:
    return not StepDone.objects.filter(step=step, inputs=inputs).exists()


def newest_reading_keys() -> dict[str, int]:
    """The key of the newest reading of each report that stands."""
    found = ReadingRecord.objects.filter(report__withdrawn_at=None).values_list("report_id")
    return dict(found.annotate(newest=Max("id")))


def link_inputs(version: str) -> str:
    by_people = Mention.objects.exclude(made_by=MACHINE).order_by("id").values_list("id", "withdrawn_at")
    judged = JudgementRecord.objects.order_by("id").values_list("id", flat=True)
    own = Admission.objects.filter(withdrawn_at=None, quoted=False).exclude(report=None)
    statements = own.order_by("id").values_list("report_id", "match")
    decided = Assessment.objects.filter(kind__in=[Kind.DECISION, Kind.IMPORT]).order_by("id")
    return _hash(version, _readings(), judged, by_people, statements, decided.values_list("id", flat=True))


def grade_inputs(version: str) -> str:
    mentions = Mention.objects.filter(withdrawn_at=None).order_by("id").values_list("id", flat=True)
    admissions = Admission.objects.filter(withdrawn_at=None).order_by("id").values_list("id", flat=True)
    return _hash(version, _readings(), mentions, admissions)


def admit_inputs(version: str) -> str:
    mentions = Mention.objects.filter(withdrawn_at=None).order_by("id").values_list("id", flat=True)
    assessed = Assessment.objects.order_by("id").values_list("id", flat=True)
    by_people = Admission.objects.exclude(made_by=MACHINE).order_by("id").values_list("id", flat=True)
    asked = Placing.objects.filter(withdrawn_at=None).order_by("id").values_list("id", flat=True)
    return _hash(version, _readings(), mentions, assessed, by_people, asked)


def _readings() -> list[tuple[str, int]]:
    return sorted(newest_reading_keys().items())


def _hash(version: str, *parts: Iterable[Any]) -> str:
    said = [version, *(repr(list(part)) for part in parts)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
