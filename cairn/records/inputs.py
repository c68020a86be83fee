"""What each step last looked at: while it stays the same, nothing is due."""

from __future__ import annotations

from cairn.records.models import StepDone


def done(step: str) -> str | None:
    """The version of a step or how far the changes had come, as it noted that; None where it never has."""
    return StepDone.objects.filter(step=step).values_list("inputs", flat=True).first()
