# mypy: disable-error-code="var-annotated"
"""What is alleged: incidents, their codes, the reports that mention them, and whom they name."""

from __future__ import annotations

import uuid

from django.db import models

from cairn.records.models.fields import ValueField
from cairn.records.models.report import Report
from cairn.values import Victim


class Incident(models.Model):
    """A moment in time and space in which sources allege civilian harm. Its id never changes.

    `made_by` is a person, or "cairn" where the link step made it. Merged or split, it is withdrawn and
    its redirects say where it went.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    made_by = models.TextField()
    made_at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)


class IncidentCode(models.Model):
    """A public code of an incident. One is current; the earlier ones stay findable."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="codes")
    code = models.TextField(db_index=True)
    current = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    incident_id: uuid.UUID


class Redirect(models.Model):
    """Where a merged or split incident went; several rows for a split."""

    old = models.ForeignKey(Incident, models.PROTECT, related_name="went_to")
    new = models.ForeignKey(Incident, models.PROTECT, related_name="came_from")
    made_at = models.DateTimeField()
    old_id: uuid.UUID
    new_id: uuid.UUID


class Mention(models.Model):
    """A report that tells of an incident. `made_by` "cairn" is the machine's; a person's link stands."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="mentions")
    report = models.ForeignKey(Report, models.PROTECT, related_name="mentions")
    made_by = models.TextField()
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    incident_id: uuid.UUID
    report_id: str


class FurtherEvent(models.Model):
    """Which event of its report a mention rests on, where that is not the main one; as `Reading.event`."""

    mention = models.OneToOneField(Mention, models.PROTECT, related_name="further")
    event = models.TextField()


class Attribution(models.Model):
    """A belligerent named for an incident. `kind` is "suspected" or "known"."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="attributions")
    belligerent = models.TextField(db_index=True)
    kind = models.CharField(max_length=16)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    incident_id: uuid.UUID


class Person(models.Model):
    """Somebody who was harmed in an incident, as the evidence names them."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="people")
    name = models.TextField(db_index=True)
    value = ValueField(Victim)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    incident_id: uuid.UUID
