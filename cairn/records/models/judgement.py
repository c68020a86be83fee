# mypy: disable-error-code="var-annotated"
"""What was judged: assessments, admissions, pairs that may be one, and what people said of them."""

from __future__ import annotations

import uuid

from django.db import models

from cairn.records.models.fields import PartialDateField, ValueField
from cairn.records.models.incident import Incident
from cairn.records.models.report import Report
from cairn.values import Concession, Finding, Span


class Kind(models.TextChoices):
    """Whose word an assessment is."""

    PROPOSAL = "proposal"  # the grade step's; provisional until a person accepts it
    DECISION = "decision"  # a person's, in this ledger
    REJECTION = "rejection"  # a person refused the proposal it answers
    IMPORT = "import"  # another recorder's reviewed record, brought in whole


class Assessment(models.Model):
    """A judgement of an incident, for ever. Only its sign-off is added later.

    `answers` is the proposal that a decision accepted, changed or rejected. `evidence` is the hash of the
    readings a proposal was made from, so that nothing is graded twice.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="assessments")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    finding = ValueField(Finding)
    author = models.TextField()
    reason = models.TextField()
    conventions = models.TextField(default="")
    evidence = models.CharField(max_length=64, default="")
    reports = models.IntegerField(default=0)
    answers = models.ForeignKey("self", models.PROTECT, null=True, related_name="answered_by")
    made_at = models.DateTimeField(db_index=True)
    signed_off_by = models.TextField(default="")
    signed_off_at = models.DateTimeField(null=True)
    incident_id: uuid.UUID
    answers_id: int | None


class Admission(models.Model):
    """A belligerent's own statement. `line` is what was read in `span`; `match` how it found its incident.

    `quoted` when somebody else's report quotes it. `incident` is empty while the match is ambiguous, new or
    none; `candidates` then lists incident ids.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="admissions")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="admissions")
    belligerent = models.TextField(db_index=True)
    concession = ValueField(Concession)
    span = ValueField(Span, null=True)
    quoted = models.BooleanField(default=False)
    line = ValueField(default=dict)
    stated_on = PartialDateField()
    match = models.CharField(max_length=16, default="none")
    candidates = ValueField(default=list)
    version = models.CharField(max_length=64, default="")
    made_by = models.TextField()
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    incident_id: uuid.UUID | None
    report_id: str | None


class Suggestion(models.Model):
    """Two reports that may tell of one incident: not sure enough to link, so a person is asked."""

    a = models.ForeignKey(Report, models.PROTECT, related_name="+")
    b = models.ForeignKey(Report, models.PROTECT, related_name="+")
    score = models.FloatField(db_index=True)
    parts = ValueField(default=dict)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    a_id: str
    b_id: str


class Placing(models.Model):
    """A report that may tell of an incident that is known: not sure enough to link, so a person is asked."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    event = models.TextField(default="")
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="+")
    score = models.FloatField(db_index=True)
    parts = ValueField(default=dict)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    report_id: str
    incident_id: uuid.UUID


class JudgementRecord(models.Model):
    """A person's word on two reports or two incidents: same, different, unsure. The newest counts.

    About a "mention", `a` is a report and `b` an incident.
    """

    about = models.CharField(max_length=16)  # "report", "incident" or "mention": what a and b are ids of
    a = models.CharField(max_length=40, db_index=True)
    b = models.CharField(max_length=40, db_index=True)
    judgement = models.CharField(max_length=16)
    person = models.TextField()
    reason = models.TextField()
    made_at = models.DateTimeField()


class GroundCheck(models.Model):
    """What a person found who went there: whether it happened as it is recorded. The newest counts."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="ground_checks")
    upheld = models.BooleanField()
    person = models.TextField()
    reason = models.TextField()
    made_at = models.DateTimeField()
    incident_id: uuid.UUID
