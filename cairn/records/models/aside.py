# mypy: disable-error-code="var-annotated"
"""What stands beside the incidents and is never added to them; rows as others wrote them; releases."""

from __future__ import annotations

import uuid

from django.db import models

from cairn.records.models.fields import PartialDateField, RowField, ValueField
from cairn.records.models.incident import Incident
from cairn.records.models.report import ReadingRecord, Report
from cairn.values import Claim, Figure


class ImportedRow(models.Model):
    """A row of another recorder's table, every cell as it came, so that export gives it back."""

    mapping = models.TextField(db_index=True)
    position = models.IntegerField()
    row_id = models.TextField(db_index=True)
    row = RowField()
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="imported_rows")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    incident_id: uuid.UUID | None


class Toll(models.Model):
    """An aggregate count for an area and period, as a claim with scope toll. In no total."""

    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="tolls")
    reading = models.ForeignKey(ReadingRecord, models.PROTECT, null=True, related_name="tolls")
    imported = models.ForeignKey(ImportedRow, models.PROTECT, null=True, related_name="tolls")
    date = PartialDateField(db_index=True)
    value = ValueField(Claim)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    report_id: str | None
    reading_id: int | None
    imported_id: int | None


class FigureRecord(models.Model):
    """A dated, attributed value about the conflict."""

    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="figures")
    reading = models.ForeignKey(ReadingRecord, models.PROTECT, null=True, related_name="figures")
    imported = models.ForeignKey(ImportedRow, models.PROTECT, null=True, related_name="figures")
    measure = models.TextField(db_index=True)
    date = PartialDateField(db_index=True)
    value = ValueField(Figure)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    report_id: str | None
    reading_id: int | None
    imported_id: int | None


class EstimateRecord(models.Model):
    """How many people there may be in all, or why nobody can say: what `cairn estimate --json` said, and the
    counts by pattern that it was made from. Never added to incidents."""

    title = models.TextField(db_index=True)
    said = RowField()  # its lists in the order of the patterns' digits
    overlap = RowField()
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)


class Release(models.Model):
    """A published set of files: its name, the hash of its manifest, and how far the changes had come."""

    name = models.TextField(unique=True)
    manifest_sha256 = models.CharField(max_length=64)
    head = models.CharField(max_length=64)
    made_at = models.DateTimeField()
