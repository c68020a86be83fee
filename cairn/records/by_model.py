"""What models proposed about reports and the grammar has not read there: for a person to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from cairn.extract.by_model.reading import is_read
from cairn.records.evidence import newest_readings
from cairn.records.models import ModelReadingRecord
from cairn.values import Claim, Scope


def proposed_in(reports: Collection[str]) -> dict[str, tuple[Claim, ...]]:
    """What only models claim of an incident, by report; what the newest reading has is not told again."""
    asked = ModelReadingRecord.objects.filter(report__in=list(reports), report__withdrawn_at=None)
    proposed: defaultdict[str, dict[Claim, None]] = defaultdict(dict)
    for one in asked.order_by("id"):
        told = (claim for claim in one.value.claims if claim.scope is Scope.INCIDENT)
        proposed[one.report_id].update(dict.fromkeys(told))
    read = newest_readings(list(proposed))
    return {
        report: tuple(claim for claim in claims if not is_read(claim, read[report].value.claims))
        for report, claims in proposed.items()
        if report in read
    }
