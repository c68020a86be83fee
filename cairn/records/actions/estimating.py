"""Keep an estimate, or a refusal to make one, beside the record; and withdraw it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cairn.exceptions import BadInput
from cairn.records.change import By, action, concerning, now, withdraw_all, write
from cairn.records.models import EstimateRecord
from cairn.records.permissions import can_record, is_a_person


@action(can_record)
def keep_estimate(by: By, title: str, said: Mapping[str, Any], overlap: Mapping[str, int]) -> EstimateRecord:
    """Keep what an estimate said; the newest of a title is shown, and the earlier ones stay in the record."""
    if not title.strip():
        raise BadInput("An estimate that is kept needs a title: say with --title whom and when it is of.")
    concerning(title.strip())
    return write(EstimateRecord(title=title.strip(), said=dict(said), overlap=dict(overlap), made_at=now()))


@action(is_a_person)
def withdraw_estimate(by: By, title: str) -> int:
    """Withdraw every estimate of a title; how many were withdrawn."""
    standing = list(EstimateRecord.objects.filter(title=title, withdrawn_at=None))
    if not standing:
        raise BadInput(f"No estimate has the title “{title}”.")
    concerning(title)
    withdraw_all(standing)
    return len(standing)
