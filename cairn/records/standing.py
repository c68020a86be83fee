"""The incidents a ledger has, with their reports, before link looks at the evidence again."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass

from cairn.records.models import Assessment, Incident, Kind, Mention
from cairn.records.permissions import MACHINE
from cairn.records.told import Told, mentions_with_events, told_by


@dataclass(frozen=True, slots=True)
class Standing:
    """The incidents the ledger has, with their reports; `kept` are those a person linked or decided on."""

    reports: dict[uuid.UUID, set[Told]]
    kept: set[uuid.UUID]
    mentions: list[Mention]

    @classmethod
    def now(cls) -> Standing:
        mentions = mentions_with_events(Mention.objects.all())
        reports: dict[uuid.UUID, set[Told]] = defaultdict(set)
        for one in mentions:
            reports[one.incident_id].add(told_by(one))
        decided = Assessment.objects.filter(kind__in=[Kind.DECISION, Kind.IMPORT])
        kept = set(decided.values_list("incident_id", flat=True))
        kept |= {one.incident_id for one in mentions if one.made_by != MACHINE}
        kept |= set(Incident.objects.exclude(made_by=MACHINE).values_list("id", flat=True))
        return cls(reports, kept, mentions)
