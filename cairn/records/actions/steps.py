"""Remember that a step looked at all there is: bookkeeping, and no change to a record."""

from __future__ import annotations

from cairn.records.models import StepDone
from cairn.records.refusals import in_plain_words


def step_done(step: str, inputs: str) -> None:
    """What this step looked at need not be looked at again."""
    with in_plain_words():
        StepDone.objects.update_or_create(step=step, defaults={"inputs": inputs})
