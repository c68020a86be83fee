"""What moved a total of the ledger between two days: which incidents, by whose doing and why."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace

from cairn.records.facts import tables as fact_tables
from cairn.records.facts.history import Story, stories
from cairn.records.many import among
from cairn.records.models import Change, Incident, Redirect
from cairn.records.queries import end_of
from cairn.records.totals import answered, as_the_ledger_names, in_step_or_made
from cairn.total import Coalitions, Question
from cairn.total.changes.moved import Changes, Known, Reason, moved
from cairn.total.facts.rows import as_number
from cairn.values import PartialDate
from cairn.vocabulary.belligerents import memberships
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict

NO_REASONS = ("sign_off", "keep_release")  # they change nothing that is counted


def changes(question: Question, start: dt.date, end: dt.date, conflict: Conflict = ANY_CONFLICT) -> Changes:
    """The total at the end of both days, in UTC, and everything that lies between."""
    asked = replace(question, by=(), belligerents=as_the_ledger_names(question.belligerents))
    before, after = (
        answered(replace(asked, as_of=PartialDate.on(day)), conflict).total for day in (start, end)
    )
    asked = replace(asked, as_of=None)
    known = _known(start, end)
    found = moved(known, asked, Coalitions(memberships(conflict)))
    return Changes(asked, start, end, before, after, found)


def _known(start: dt.date, end: dt.date) -> list[Known]:
    """The incidents that became known otherwise, as they were known on both days."""
    touched = _touched(start, end)
    told = list(stories(touched))
    went, came = _redirects(touched, end)
    why = _reasons(told, start, end)
    return [
        Known(
            story.code,
            story.known(start),
            story.known(end),
            went[story.incident.id],
            came[story.incident.id],
            tuple(why[story.incident.id]),
        )
        for story in told
    ]


def _touched(start: dt.date, end: dt.date) -> list[uuid.UUID]:
    if not in_step_or_made():
        return list(Incident.objects.values_list("id", flat=True))
    rows = fact_tables.asked(
        "SELECT i.incident FROM facts_incidents i WHERE i.id IN (SELECT f.incident FROM facts f"
        " WHERE (f.since > %s AND f.since <= %s) OR (f.until > %s AND f.until <= %s))",
        [as_number(start), as_number(end)] * 2,
    )
    return [uuid.UUID(str(id)) for [id] in rows]


def _redirects(
    incidents: Collection[uuid.UUID], end: dt.date
) -> tuple[Counter[uuid.UUID], Counter[uuid.UUID]]:
    """To how many others each went, and from how many it came by a split."""
    made = Redirect.objects.filter(made_at__lt=end_of(end)).values_list("old_id", "new_id")
    went = Counter(old for old, _ in among(made, "old", incidents))
    from_whom = list(among(made, "new", incidents))
    parts = Counter(old for old, _ in among(made, "old", [old for old, _ in from_whom]))
    return went, Counter(new for old, new in from_whom if parts[old] > 1)


def _reasons(told: list[Story], start: dt.date, end: dt.date) -> dict[uuid.UUID, list[Reason]]:
    """The changes that wrote a record of an incident in the days between, as the chain holds them."""
    whose: dict[tuple[str, str], uuid.UUID] = {}
    for story in told:
        id = story.incident.id
        whose["Incident", str(id)] = id
        whose.update({("Assessment", str(one.pk)): id for one in story.assessments})
        whose.update({("Admission", str(one.pk)): id for one in story.admissions})
    found: dict[uuid.UUID, list[Reason]] = defaultdict(list)
    between = Change.objects.filter(at__gte=end_of(start), at__lt=end_of(end)).exclude(action__in=NO_REASONS)
    for change in between.order_by("seq").iterator(chunk_size=50):
        rows = change.body.get("rows", {})
        written = (
            (table, key) for table in ("Incident", "Assessment", "Admission") for key in rows.get(table, ())
        )
        for id in dict.fromkeys(whose[one] for one in written if one in whose):
            found[id].append(Reason(change.at, change.person, change.action, change.reason))
    return found
