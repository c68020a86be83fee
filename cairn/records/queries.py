"""What steps, site and commands ask of a ledger. Reading only.

`as_of` a day means what the ledger knew at the end of that day, in UTC.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress

from django.db.models import Q, QuerySet

from cairn.exceptions import BadInput
from cairn.records.current import JUDGED, take
from cairn.records.many import among
from cairn.records.models import (
    Admission,
    Assessment,
    Incident,
    IncidentCode,
    Kind,
    Mention,
    Redirect,
    Report,
)
from cairn.records.statements import words_of
from cairn.values import Concession, KnownIncident, ReportText


def end_of(day: dt.date) -> dt.datetime:
    """The instant up to which a day's knowledge counts."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), dt.UTC)


def standing(as_of: dt.date | None) -> Q:
    """Made by then, and not withdrawn by then."""
    if as_of is None:
        return Q(withdrawn_at=None)
    end = end_of(as_of)
    return Q(made_at__lt=end) & (Q(withdrawn_at=None) | Q(withdrawn_at__gte=end))


def known_incidents(as_of: dt.date | None = None) -> list[KnownIncident]:
    """Every incident as the ledger knows it: a person's decision, or else the machine's proposal."""
    return _known(Incident.objects.filter(standing(as_of)), as_of)


def known_incident(incident: Incident, as_of: dt.date | None = None) -> KnownIncident | None:
    """One incident as it is known; None while nothing has been found on it, or what was found is refused."""
    found = _known(Incident.objects.filter(id=incident.id), as_of)
    return found[0] if found else None


def _known(incidents: QuerySet[Incident], as_of: dt.date | None) -> list[KnownIncident]:
    asked = incidents.values("id")
    current = current_assessments(asked, as_of)
    codes, conceded = _codes(asked, as_of), concessions(asked, as_of)
    reports = _reports(asked, as_of)
    return [
        KnownIncident(
            id=str(id),
            finding=current[id].finding,
            codes=tuple(codes.get(id, ())),
            reviewed=current[id].kind in JUDGED,
            concessions=tuple(conceded.get(id, {}).values()),
            reports=reports.get(id) or current[id].reports,
        )
        for id in incidents.order_by("made_at", "id").values_list("id", flat=True)
        if id in current
    ]


def current_assessments(
    incidents: QuerySet[Incident, dict[str, uuid.UUID]], as_of: dt.date | None = None
) -> dict[uuid.UUID, Assessment]:
    """The assessment that counts for each incident. A refused proposal counts for nothing."""
    until = Q() if as_of is None else Q(made_at__lt=end_of(as_of))
    current: dict[uuid.UUID, Assessment] = {}
    for one in Assessment.objects.filter(until, incident__in=incidents).order_by("made_at", "id").iterator():
        take(current, one)
    return current


def _codes(
    incidents: QuerySet[Incident, dict[str, uuid.UUID]], as_of: dt.date | None
) -> dict[uuid.UUID, list[str]]:
    """Each incident's public codes, the current one first."""
    until = Q() if as_of is None else Q(made_at__lt=end_of(as_of))
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    rows = IncidentCode.objects.filter(until, incident__in=incidents).order_by("-current", "id")
    for incident, code in rows.values_list("incident_id", "code"):
        found[incident].append(code)
    return found


def concessions(
    incidents: QuerySet[Incident, dict[str, uuid.UUID]], as_of: dt.date | None = None
) -> dict[uuid.UUID, dict[str, Concession]]:
    """Each belligerent's latest word on each incident."""
    found: dict[uuid.UUID, dict[str, Concession]] = defaultdict(dict)
    for word in words_of(Admission.objects.filter(standing(as_of), incident__in=incidents)):
        if word.incident is not None:
            found[uuid.UUID(word.incident)][word.said.belligerent] = word.said
    return found


def _reports(
    incidents: QuerySet[Incident, dict[str, uuid.UUID]], as_of: dt.date | None
) -> dict[uuid.UUID, int]:
    """How many reports tell of each; one that tells of it as of two events is one."""
    rows = Mention.objects.filter(standing(as_of), incident__in=incidents)
    return Counter(incident for incident, _ in rows.values_list("incident_id", "report_id").distinct())


def find_incident(word: str) -> Incident:
    """The incident with this code or id, or the one it was merged into; BadInput where not exactly one."""
    found = set(IncidentCode.objects.filter(code__iexact=word).values_list("incident_id", flat=True))
    with suppress(ValueError):  # not an id: a code it must be
        found |= set(Incident.objects.filter(id=uuid.UUID(word)).values_list("id", flat=True))
    standing = {end for start in found for end in ends_of(start)}
    if len(standing) == 1:
        return Incident.objects.get(id=standing.pop())
    if not standing:
        raise BadInput(f"No incident has the code or id “{word}”. `cairn review` lists them.")
    raise BadInput(f"Several incidents answer to “{word}”. Name one: {', '.join(_told_apart(standing))}.")


def _told_apart(incidents: Iterable[uuid.UUID]) -> list[str]:
    """A name of each: its code, or its id where another bears the same code."""
    codes = codes_of(incidents)
    bearing = Counter(codes.values())
    return sorted(code if bearing[code] == 1 else str(one) for one, code in codes.items())


def ends_of(start: uuid.UUID) -> Iterator[uuid.UUID]:
    """Where the redirects from an incident end: at itself, where there are none."""
    onward = list(Redirect.objects.filter(old=start).values_list("new_id", flat=True))
    if not onward:
        yield start
    for incident in onward:
        yield from ends_of(incident)


def find_report(word: str) -> Report:
    """The report with this id, or the one that the input called so."""
    found = list(Report.objects.filter(Q(id=word) | Q(given_id=word))[:2])
    if len(found) == 1:
        return found[0]
    how_many = "Several reports are" if found else "No report is"
    raise BadInput(f"{how_many} called “{word}”. Use the id that `cairn trace` shows.")


def report_text(report: Report, countries: tuple[str, ...] = ()) -> ReportText:
    """A report's words as extract takes them."""
    return ReportText(
        id=report.id,
        text=report.text,
        title=report.title,
        published=report.published,
        published_text=report.published_text,
        language=report.language,
        source=report.source.name if report.source else None,
        medium=report.medium,
        countries=countries,
    )


def open_proposals() -> list[Assessment]:
    """Proposals that wait for a person: the newest of each incident, with no decision or refusal after it."""
    newest: dict[uuid.UUID, Assessment] = {}
    standing = Assessment.objects.filter(incident__withdrawn_at=None).select_related("incident")
    for one in standing.order_by("made_at", "id").iterator():
        newest[one.incident_id] = one
    return [one for one in newest.values() if one.kind == Kind.PROPOSAL]


def codes_of(incidents: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The current code of each incident."""
    rows = IncidentCode.objects.filter(current=True).order_by("-id").values_list("incident_id", "code")
    return dict(among(rows, "incident", list(incidents)))


def current_assessment(incident: Incident) -> Assessment:
    """The assessment that counts for an incident; BadInput while there is none."""
    found = current_assessments(Incident.objects.filter(id=incident.id).values("id")).get(incident.id)
    if found is None:
        raise BadInput(
            "Nothing has been found on this incident, or what was found is refused. Run `cairn run`."
        )
    return found


def open_proposal(incident: Incident) -> Assessment:
    """The proposal on an incident that waits for a person; BadInput where none does."""
    newest = Assessment.objects.filter(incident=incident).order_by("made_at", "id").last()
    if newest is None or newest.kind != Kind.PROPOSAL:
        code = codes_of([incident.id]).get(incident.id, incident.id)
        raise BadInput(f"No proposal on {code} waits for a person. `cairn review` lists those that do.")
    return newest


def find_statement(word: str) -> Admission:
    """The statement with this number, as `cairn review` lists it."""
    found = Admission.objects.filter(pk=int(word), withdrawn_at=None).first() if word.isdecimal() else None
    if found is None:
        raise BadInput(f"No statement has the number “{word}”. `cairn review` lists them.")
    return found


def find_incident_or_report(word: str) -> Incident | Report:
    """An incident by code or id, or else a report by id."""
    try:
        return find_incident(word)
    except BadInput as no_incident:
        try:
            return find_report(word)
        except BadInput:
            if IncidentCode.objects.filter(code__iexact=word).exists():
                raise no_incident from None
            raise BadInput(f"“{word}” is neither an incident nor a report here.") from no_incident
