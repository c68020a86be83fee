"""What was known of incidents, day by day, from their records: facts are made of it, and checked by it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from cairn.records.current import JUDGED, take
from cairn.records.many import among, parcels
from cairn.records.models import Admission, Assessment, Incident, IncidentCode
from cairn.records.statements import words_of
from cairn.total.facts.rows import Book, Fact, as_number, fact_of
from cairn.values import KnownIncident

AT_ONCE = 1000


@dataclass(slots=True)
class Story:
    """The records of one incident that say how it was known, in the order in which they were made."""

    incident: Incident
    code: str = ""
    assessments: list[Assessment] = field(default_factory=list)
    admissions: list[Admission] = field(default_factory=list)

    def days(self) -> list[dt.date]:
        """The days, in UTC, on which it may have come to be known otherwise."""
        times = [self.incident.made_at, self.incident.withdrawn_at]
        times += [one.made_at for one in self.assessments]
        times += [time for one in self.admissions for time in (one.made_at, one.withdrawn_at)]
        return sorted({time.astimezone(dt.UTC).date() for time in times if time})

    def known(self, day: dt.date) -> KnownIncident | None:
        """As it was known at the end of a day; None where it was not, or no longer."""
        if not _stood(self.incident, day):
            return None
        current: dict[uuid.UUID, Assessment] = {}
        for one in self.assessments:
            if _by(one.made_at, day):
                take(current, one)
        if not current:
            return None
        counts = current[self.incident.id]
        words = words_of(one for one in self.admissions if _stood(one, day))
        said = {word.said.belligerent: word.said for word in words}
        return KnownIncident(
            str(self.incident.id),
            counts.finding,
            reviewed=counts.kind in JUDGED,
            concessions=tuple(said.values()),
        )

    def versions(self) -> Iterator[tuple[int, Fact | None]]:
        """Each different fact and the day since which it held; None since when there is none."""
        before: Fact | None = None
        for day in self.days():
            known = self.known(day)
            fact = fact_of(known) if known else None
            if fact != before:
                yield as_number(day), fact
            before = fact


def _by(time: dt.datetime, day: dt.date) -> bool:
    return time.astimezone(dt.UTC).date() <= day


def _stood(row: Incident | Admission, day: dt.date) -> bool:
    return _by(row.made_at, day) and (row.withdrawn_at is None or not _by(row.withdrawn_at, day))


def stories(incidents: Collection[uuid.UUID]) -> Iterator[Story]:
    """The stories of these incidents, as they were made."""
    found = {one.id: Story(one) for one in among(Incident.objects.all(), "id", incidents)}
    codes: dict[uuid.UUID, str] = {}
    rows = IncidentCode.objects.order_by("-current", "id").values_list("incident_id", "code")
    for incident, code in among(rows, "incident", incidents):
        codes.setdefault(incident, code)
    for assessment in among(Assessment.objects.order_by("made_at", "id"), "incident", incidents):
        found[assessment.incident_id].assessments.append(assessment)
    for admission in among(Admission.objects.order_by("id"), "incident", incidents):
        if admission.incident_id:
            found[admission.incident_id].admissions.append(admission)
    for id, story in found.items():
        story.code = codes.get(id, str(id))
    yield from found.values()


def all_stories() -> Iterator[Story]:
    """Every incident's, withdrawn ones' too, in an order that does not change; a thousand in memory."""
    ids = list(Incident.objects.order_by("made_at", "id").values_list("id", flat=True))
    for parcel in parcels(ids, AT_ONCE):
        told = {story.incident.id: story for story in stories(parcel)}
        yield from (told[id] for id in parcel)


def write_into(book: Book, story: Story) -> None:
    """An incident's facts, each from the day it held until the day of the next."""
    number = book.incident(str(story.incident.id), story.code)
    versions = list(story.versions())
    for at, (since, fact) in enumerate(versions, 1):
        if fact is not None:
            book.fact(number, fact, since, versions[at][0] if at < len(versions) else None)
