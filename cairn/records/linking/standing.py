"""What a ledger says of incidents and their reports before link looks at the evidence again."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from cairn.link.cluster import MOST_SUGGESTIONS
from cairn.link.incidents import days_of
from cairn.link.join import DAYS
from cairn.records.many import KEYS_A_QUESTION, among, parcels
from cairn.records.models import (
    Assessment,
    Incident,
    JudgementRecord,
    Kind,
    KnownDay,
    Mention,
    Placing,
    Suggestion,
)
from cairn.records.permissions import MACHINE
from cairn.records.queries import current_assessments, known_incidents
from cairn.records.told import Told, mentions_with_events, told_by
from cairn.values import Evidence, KnownIncident


@dataclass(frozen=True, slots=True)
class Standing:
    """The incidents the ledger has, with their reports; `kept` are those a person linked or decided on.

    `anew` are the events that are linked anew, None where all are: nothing changes but what rests on these.
    """

    reports: dict[uuid.UUID, set[Told]]
    kept: set[uuid.UUID]
    mentions: list[Mention]
    anew: Collection[Told] | None = None

    @classmethod
    def now(cls) -> Standing:
        decided, by_people = _decided(), _by_people()
        return cls._of(mentions_with_events(Mention.objects.all()), {*decided, *by_people}, None)

    @classmethod
    def around(cls, anew: Collection[Told]) -> Standing:
        """The incidents of these events, and of the reports that people compared with theirs."""
        reports = {report for report, _ in anew}
        compared = {id for one in judgements_on(reports) for id in (one.a, one.b)}
        at = Mention.objects.filter(withdrawn_at=None).values_list("incident_id", flat=True)
        incidents = set(among(at, "report", reports | compared))
        mentions = [
            one
            for parcel in parcels(incidents, KEYS_A_QUESTION)
            for one in mentions_with_events(Mention.objects.filter(incident__in=parcel))
        ]
        kept = {*among(_decided(), "incident", incidents), *among(_by_people(), "id", incidents)}
        return cls._of(mentions, kept, anew)

    @classmethod
    def _of(cls, mentions: list[Mention], kept: set[uuid.UUID], anew: Collection[Told] | None) -> Standing:
        reports: dict[uuid.UUID, set[Told]] = defaultdict(set)
        for one in mentions:
            reports[one.incident_id].add(told_by(one))
        return cls(
            reports, kept | {one.incident_id for one in mentions if one.made_by != MACHINE}, mentions, anew
        )

    def is_linked_anew(self, told: Told) -> bool:
        return self.anew is None or told in self.anew

    def judgements(self) -> Iterable[JudgementRecord]:
        """What people said that may bear on it, oldest first."""
        if self.anew is None:
            return JudgementRecord.objects.order_by("id")
        return judgements_on({report for report, _ in self.anew} | {str(one) for one in self.reports})

    def known_near(self, parts: Iterable[Evidence]) -> list[KnownIncident]:
        """The incidents of people's that may be those that are told of."""
        if self.anew is None:
            return [one for one in known_incidents() if uuid.UUID(one.id) in self.kept]
        days = {
            day.toordinal() for each in parts for day in days_of(each.reading.date, each.reading.date_end)
        }
        around = {day + more for day in days for more in range(-DAYS, DAYS + 1)}
        return known_among(set(among(KnownDay.objects.values_list("incident_id", flat=True), "day", around)))

    def suggestions(self) -> list[Suggestion]:
        """The pairs that a person is asked about, of two reports that are linked anew."""
        asked = Suggestion.objects.filter(withdrawn_at=None)
        if self.anew is None:
            return list(asked)
        reports = {report for report, _ in self.anew}
        return [one for one in among(asked, "a", reports) if one.b_id in reports]

    def asked_enough(self) -> set[str]:
        """Reports linked anew that a person is asked about often enough beside others, which are not."""
        if self.anew is None:
            return set()
        reports = {report for report, _ in self.anew}
        asked = Suggestion.objects.filter(withdrawn_at=None)
        often = Counter(one.a_id for one in among(asked, "a", reports) if one.b_id not in reports)
        often.update(one.b_id for one in among(asked, "b", reports) if one.a_id not in reports)
        return {report for report, times in often.items() if times >= MOST_SUGGESTIONS}

    def placings(self) -> list[Placing]:
        asked = Placing.objects.filter(withdrawn_at=None)
        if self.anew is None:
            return list(asked)
        found = among(asked, "report", {report for report, _ in self.anew})
        return [one for one in found if (one.report_id, one.event) in self.anew]


def kept_among(incidents: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those of these incidents that a person linked or decided on, and that stand."""
    linked = Mention.objects.filter(withdrawn_at=None).exclude(made_by=MACHINE)
    kept = {*among(_decided(), "incident", incidents), *among(_by_people(), "id", incidents)}
    kept |= set(among(linked.values_list("incident_id", flat=True), "incident", incidents))
    return set(among(Incident.objects.filter(withdrawn_at=None).values_list("id", flat=True), "id", kept))


def known_among(incidents: Collection[uuid.UUID]) -> list[KnownIncident]:
    """What is known of those of these incidents that stand."""
    found: list[KnownIncident] = []
    for parcel in parcels(sorted(incidents), KEYS_A_QUESTION):
        asked = Incident.objects.filter(withdrawn_at=None, id__in=parcel).values("id")
        current = current_assessments(asked)
        found += [KnownIncident(str(id), current[id].finding) for id in sorted(current)]
    return found


def days_known(known: Iterable[KnownIncident]) -> dict[uuid.UUID, list[int]]:
    """The days on which each of these incidents may have happened, as ordinals."""
    return {
        uuid.UUID(one.id): [day.toordinal() for day in days_of(one.finding.date, one.finding.date_end)]
        for one in known
    }


def judgements_on(ids: Collection[str]) -> list[JudgementRecord]:
    """What people said of any of these reports or incidents, oldest first."""
    found = {one.pk: one for side in ("a", "b") for one in among(JudgementRecord.objects.all(), side, ids)}
    return [found[key] for key in sorted(found)]


def _decided() -> QuerySet[Assessment, uuid.UUID]:
    decided = Assessment.objects.filter(kind__in=[Kind.DECISION, Kind.IMPORT])
    return decided.values_list("incident_id", flat=True)


def _by_people() -> QuerySet[Incident, uuid.UUID]:
    return Incident.objects.exclude(made_by=MACHINE).values_list("id", flat=True)
