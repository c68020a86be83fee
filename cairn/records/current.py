"""Which of the judgements of an incident counts."""

from __future__ import annotations

import uuid

from cairn.records.models import Assessment, Kind

JUDGED = (Kind.DECISION, Kind.IMPORT)


def take(current: dict[uuid.UUID, Assessment], one: Assessment) -> None:
    """Hold the next assessment against what counted before it. A refused proposal counts for nothing."""
    before = current.get(one.incident_id)
    decided = before is not None and before.kind in JUDGED
    if one.kind == Kind.REJECTION:
        if before is not None and one.answers_id == before.pk:
            del current[one.incident_id]
    elif one.kind in JUDGED or not decided:
        current[one.incident_id] = one
