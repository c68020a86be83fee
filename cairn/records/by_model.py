"""What models proposed about reports and the grammar has not read there: for a person to look at."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection

from cairn.extract.by_model.reading import is_read
from cairn.records.evidence import newest_readings
from cairn.records.many import among
from cairn.records.models import Mention, ModelReadingRecord
from cairn.values import Claim, Scope

REPORTS_AT_ONCE = 200


def proposed_in(reports: Collection[str]) -> dict[str, tuple[Claim, ...]]:
    """What only models claim of an incident, by report; what the newest reading has is not told again."""
    asked = ModelReadingRecord.objects.filter(report__withdrawn_at=None).order_by("id")
    proposed: defaultdict[str, dict[Claim, None]] = defaultdict(dict)
    for one in among(asked, "report", reports):
        told = (claim for claim in one.value.claims if claim.scope is Scope.INCIDENT)
        proposed[one.report_id].update(dict.fromkeys(told))
    read = newest_readings(list(proposed))
    return {
        report: tuple(claim for claim in claims if not is_read(claim, read[report].value.claims))
        for report, claims in proposed.items()
        if report in read
    }


def proposed_on(incidents: Collection[uuid.UUID]) -> Counter[uuid.UUID]:
    """How many such claims the reports of each incident hold."""
    if not ModelReadingRecord.objects.exists():
        return Counter()
    mentions = Mention.objects.filter(withdrawn_at=None).values_list("incident_id", "report_id").distinct()
    told: defaultdict[str, list[uuid.UUID]] = defaultdict(list)
    for incident, report in among(mentions, "incident", incidents):
        told[report].append(incident)
    found: Counter[uuid.UUID] = Counter()
    reports = list(told)
    for start in range(0, len(reports), REPORTS_AT_ONCE):
        for report, claims in proposed_in(reports[start : start + REPORTS_AT_ONCE]).items():
            found.update({incident: len(claims) for incident in told[report]})
    return found
