# mypy: disable-error-code="var-annotated"
"""Every change to a record: who, when, why, and the hashes of the rows it left, chained."""

from __future__ import annotations

from django.db import models

from cairn.records.models.fields import ValueField


class Change(models.Model):
    """One action. `body` holds, under "rows", the hash of every row it wrote, by table and key.

    `hash` covers everything here and the hash before it: nothing can be altered, dropped or put between
    without every later hash disagreeing.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    person = models.TextField()
    action = models.TextField(db_index=True)
    reason = models.TextField()
    subject = models.TextField(default="")
    body = ValueField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
