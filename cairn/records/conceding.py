"""What belligerents say of what they did, as a ledger knew it on a day: of single incidents, and in total."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from cairn.extract.statements import speaker_of
from cairn.records.models import Admission, Report, Toll
from cairn.records.queries import known_incidents, standing
from cairn.records.statements import words_of
from cairn.records.totals import as_the_ledger_names
from cairn.total import Coalitions, Question
from cairn.total.beside.compared import Beside, beside
from cairn.total.beside.conceding import Word
from cairn.total.beside.stated import Stated
from cairn.values import Claim, Harm, KnownIncident, Role, Status
from cairn.vocabulary.belligerents import memberships
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict


def beside_record(question: Question, conflict: Conflict = ANY_CONFLICT) -> list[Beside]:
    """Every belligerent beside the record, as it was known at the end of the day that is asked about."""
    day = question.as_of.last_day() if question.as_of else None
    asked = replace(question, belligerents=as_the_ledger_names(question.belligerents))
    return beside_incidents(known_incidents(day), asked, day, conflict)


def beside_incidents(
    incidents: list[KnownIncident],
    question: Question,
    as_of: dt.date | None = None,
    conflict: Conflict = ANY_CONFLICT,
) -> list[Beside]:
    """The same, for incidents that are at hand."""
    coalitions = Coalitions(memberships(conflict))
    return beside(incidents, words(as_of), list(stated(as_of, conflict.countries)), question, coalitions)


def words(as_of: dt.date | None = None) -> list[Word]:
    """Every statement by a belligerent, oldest first."""
    return words_of(Admission.objects.filter(standing(as_of)))


def stated(as_of: dt.date | None = None, countries: tuple[str, ...] = ()) -> Iterator[Stated]:
    """Tolls of people whom somebody is said to have killed. What confidential sources say is left out."""
    rows = Toll.objects.filter(standing(as_of), report__isnull=False).select_related("report__source")
    for row in rows.order_by("id"):
        report = row.report
        if report and not (report.source and report.source.confidential):
            yield from _stated(row.value, report, countries)


def _stated(claim: Claim, report: Report, countries: tuple[str, ...]) -> Iterator[Stated]:
    of = tuple(dict.fromkeys(each.name for each in claim.belligerents if each.role is not Role.DENIES))
    if not of or not _of_people_killed(claim) or claim.count is None:
        return
    source = report.source.name if report.source else None
    says = claim.attributed_to or source or ""
    speaker = speaker_of(says, countries)
    yield Stated(
        killed=claim.count,
        says=says,
        # Its own total is of its own deeds, whoever else the words bring in.
        of=(speaker,) if speaker in of and speaker else of,
        own=speaker in of,
        said_on=report.published,
        start=claim.date,
        end=claim.date_end,
        place=claim.place,
        words=claim.span.phrase,
        source=source,
        report=report.id,
    )


def _of_people_killed(claim: Claim) -> bool:
    """Of everybody who was killed and is not called a combatant: not of the children among them."""
    return claim.kind is Harm.KILLED and claim.who.group is None and claim.who.status is not Status.COMBATANT
