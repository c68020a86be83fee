"""Make two records of one incident one: what leads to the first leads to the other from then on."""

from __future__ import annotations

import uuid

from cairn.exceptions import BadInput
from cairn.records.actions.grading import code_of
from cairn.records.actions.judging import judgement_on
from cairn.records.actions.linking import write_mentions
from cairn.records.change import By, action, concerning, now, withdraw_all, write, write_all
from cairn.records.models import Admission, Incident, IncidentCode, Mention, Placing, Redirect
from cairn.records.permissions import can_judge
from cairn.records.queries import ends_of
from cairn.records.told import mentions_with_events, told_by
from cairn.values import Judgement, MatchState


@action(can_judge)
def merge(by: By, gone: Incident, into: Incident) -> Incident:
    """Two records of one incident become one: `gone` is withdrawn; its codes and reports lead to `into`."""
    if gone.id == into.id:
        raise BadInput(f"{code_of(gone)} is one incident already. Name two.")
    concerning(f"{code_of(gone)} {code_of(into)}")
    write(judgement_on(by, "incident", (str(gone.id), str(into.id)), Judgement.SAME))
    codes = IncidentCode.objects.filter(incident=gone).values_list("code", flat=True)
    fresh = [IncidentCode(incident=into, code=code, current=False, made_at=now()) for code in codes]
    write_all(fresh)
    _move_reports(by, gone, into)
    _move_questions(gone, into)
    _move_statements(by, gone, into)
    write(Redirect(old=gone, new=into, made_at=now()))
    _settle_statements(by, gone)
    withdraw_all([gone])
    return into


def _move_questions(gone: Incident, into: Incident) -> None:
    """Whether a report tells of it is asked of the other now, where that is not known or asked yet."""
    open_ones = Placing.objects.filter(withdrawn_at=None)
    known = {told_by(one) for one in mentions_with_events(Mention.objects.filter(incident=into))}
    known |= set(open_ones.filter(incident=into).values_list("report_id", "event"))
    old = list(open_ones.filter(incident=gone).order_by("id"))
    withdraw_all(old)
    fresh = [
        Placing(
            report_id=one.report_id,
            event=one.event,
            incident=into,
            score=one.score,
            parts=one.parts,
            made_at=now(),
        )
        for one in old
        if (one.report_id, one.event) not in known
    ]
    write_all(fresh)


def _move_statements(by: By, gone: Incident, into: Incident) -> None:
    """What belligerents say of it is from now on said of the other: until now it was not.

    By the word of who merged them: a day or place of the other's would not lead the machine there.
    """
    old = list(Admission.objects.filter(incident=gone, withdrawn_at=None))
    withdraw_all(old)
    fresh = list(Admission.objects.filter(pk__in=[one.pk for one in old]))
    for one in fresh:
        one.pk, one.incident, one.withdrawn_at = None, into, None
        one.made_by, one.made_at = by.person, now()
    write_all(fresh)


def _settle_statements(by: By, gone: Incident) -> None:
    """A statement that might speak of either of the two speaks of the one, where nothing else is in doubt.

    By the word of who merged them: what they settled is not asked again.
    """
    unsettled = Admission.objects.filter(incident=None, withdrawn_at=None)
    old = [one for one in unsettled if str(gone.id) in one.candidates]
    withdraw_all(old)
    fresh = list(Admission.objects.filter(pk__in=[one.pk for one in old]))
    for one in fresh:
        ends = dict.fromkeys(end for each in one.candidates for end in ends_of(uuid.UUID(each)))
        one.pk, one.withdrawn_at, one.made_at = None, None, now()
        one.candidates = [str(end) for end in ends]
        if len(ends) == 1 and not _may_tell_of_another(one):
            one.incident_id, one.match, one.candidates = next(iter(ends)), MatchState.MATCHED.value, []
            one.made_by = by.person
    write_all(fresh)


def _may_tell_of_another(statement: Admission) -> bool:
    """Whether a person is asked yet what the report tells of that quotes it."""
    asked = Placing.objects.filter(report=statement.report_id, withdrawn_at=None)
    return statement.quoted and asked.exists()


def _move_reports(by: By, gone: Incident, into: Incident) -> None:
    leaving = mentions_with_events(Mention.objects.filter(incident=gone))
    there = {told_by(mention) for mention in mentions_with_events(Mention.objects.filter(incident=into))}
    withdraw_all(leaving)
    write_mentions(by.person, [(into.id, told) for told in map(told_by, leaving) if told not in there])
