# mypy: disable-error-code="var-annotated"
"""What was collected: sources, the captures of their bytes, the reports in them and what was read there."""

from __future__ import annotations

from django.db import models

from cairn.records.models.fields import PartialDateField, ValueField
from cairn.values import ModelReading, Reading


class Source(models.Model):
    """Who publishes. A confidential source is never named outside the ledger."""

    name = models.TextField(unique=True)
    medium = models.TextField(default="")
    confidential = models.BooleanField(default=False)
    made_at = models.DateTimeField()


class Capture(models.Model):
    """Bytes as they were received, in a WARC file of the archive."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.BigIntegerField()
    media_type = models.TextField(default="")
    address = models.TextField(default="")
    came_from = models.TextField(default="")
    said = ValueField(default=dict)  # what the collector said of it; it takes part in reading the bytes
    warc = models.TextField()
    offset = models.BigIntegerField()
    captured_at = models.DateTimeField()
    collector = models.TextField(default="")
    made_at = models.DateTimeField()


class Report(models.Model):
    """One thing a source published. `part` is its row in a capture that holds several (a CSV file).

    `id` follows from the capture's hash and the part, so that it is the same on every machine.
    `given_id` is what the input called it; `reader` the programs that made its text out of the bytes.
    """

    id = models.CharField(primary_key=True, max_length=32)
    capture = models.ForeignKey(Capture, models.PROTECT, related_name="reports")
    part = models.IntegerField(null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="reports")
    given_id = models.TextField(default="")
    address = models.TextField(default="")
    title = models.TextField(null=True)
    text = models.TextField()
    published = PartialDateField()
    published_text = models.TextField(null=True)
    language = models.TextField(null=True)
    medium = models.TextField(null=True)
    reader = models.TextField(default="")
    made_at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)
    capture_id: str
    source_id: int | None


class ReadingRecord(models.Model):
    """What one version of extract read in a report. The newest counts; older ones stay."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="readings")
    version = models.CharField(max_length=64, db_index=True)
    value = ValueField(Reading)
    made_at = models.DateTimeField()
    report_id: str


class ModelReadingRecord(models.Model):
    """What a language model proposed about a report, as far as it stands there. No finding rests on it.

    `version` names the model and our words to it: with another of either the report is asked about again.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="model_readings")
    version = models.TextField(db_index=True)
    value = ValueField(ModelReading)
    made_at = models.DateTimeField()
    report_id: str
