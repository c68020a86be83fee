# mypy: disable-error-code="var-annotated"
"""How far the steps have come, and what they keep at hand: no record of the world, so outside the chain."""

from __future__ import annotations

import uuid

from django.db import models

from cairn.link.traits import Traits
from cairn.records.models.fields import ValueField
from cairn.records.models.incident import Incident
from cairn.records.models.report import Report


class Bookkeeping(models.Model):
    """What follows from the records. Lost or altered, a step only does its work again."""

    class Meta:
        abstract = True


class StepDone(Bookkeeping):
    """What a step last looked at: a hash, or how far the changes had come."""

    step = models.CharField(primary_key=True, max_length=16)
    inputs = models.CharField(max_length=64)


class HeldEvent(Bookkeeping):
    """One event of a report as link last saw it; `cairn.link.held.Held` and where it is looked for.

    `origin` is the report's. `day` is the ordinal by which it stands among others; 0 for none. `people`
    is how many it counts at least, 1 where it counts nobody.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    event = models.TextField(default="")
    label = models.CharField(max_length=12, db_index=True)
    origin = models.CharField(max_length=16)
    day = models.IntegerField(db_index=True)
    words = models.TextField()
    traits = ValueField(Traits)
    people = models.IntegerField(default=1)
    report_id: str


class StandsUnder(Bookkeeping):
    """The numbers under which held events are looked for, in the order of days."""

    pk = models.CompositePrimaryKey("number", "day", "held")
    number = models.BigIntegerField()
    day = models.IntegerField()
    held = models.BigIntegerField()


class Seen(Bookkeeping):
    """How many held events use a term or name a place, by its number."""

    number = models.BigIntegerField(primary_key=True)
    many = models.IntegerField()


class KnownDay(Bookkeeping):
    """A day on which an incident that people know may have happened, as an ordinal."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="+")
    day = models.IntegerField(db_index=True)
    incident_id: uuid.UUID
