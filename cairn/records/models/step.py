# mypy: disable-error-code="var-annotated"
"""How far the steps have come: no record of the world, so it stands outside the chain of changes."""

from __future__ import annotations

from django.db import models


class StepDone(models.Model):
    """The hash of what a step last looked at. Lost or altered, the step is only taken again."""

    step = models.CharField(primary_key=True, max_length=16)
    inputs = models.CharField(max_length=64)
