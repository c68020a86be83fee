"""What each step looks at, as one hash: while it stays the same, nothing is due."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from cairn.records.models import (
    Admission,
    Assessment,
    Mention,
    Placing,
    ReadingRecord,
    StepDone,
)
from cairn.records.permissions import MACHINE


def is_due(step: str, inputs: str) -> bool:
    return not StepDone.objects.filter(step=step, inputs=inputs).exists()


def done(step: str) -> str | None:
    """What a step last looked at."""
    return StepDone.objects.filter(step=step).values_list("inputs", flat=True).first()


def newest_reading_keys() -> dict[str, int]:
    """The key of the newest reading of each report that stands."""
    found = ReadingRecord.objects.filter(report__withdrawn_at=None).values_list("report_id")
    return dict(found.annotate(newest=Max("id")))


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
