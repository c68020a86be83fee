"""The estimates that stand beside the record: the newest of each title, as it was kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cairn.records.models import EstimateRecord
from cairn.records.queries import standing


@dataclass(frozen=True, slots=True)
class Kept:
    """`said` is the object of `cairn estimate --json`; `overlap` the counts by pattern it was made from."""

    number: int
    title: str
    said: Mapping[str, Any]
    overlap: Mapping[str, int]
    on: dt.date


def kept_estimates(as_of: dt.date | None = None) -> list[Kept]:
    """By title; one that was withdrawn is not there."""
    newest = {
        row.title: row for row in EstimateRecord.objects.filter(standing(as_of)).order_by("made_at", "id")
    }
    return [
        Kept(row.pk, title, row.said, row.overlap, row.made_at.date())
        for title, row in sorted(newest.items())
    ]
