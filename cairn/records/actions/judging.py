"""Keep what people say of two reports or incidents: same, different, unsure. Link never goes against it."""

from __future__ import annotations

from cairn.exceptions import BadInput
from cairn.records.actions.grading import code_of
from cairn.records.change import By, action, concerning, now, withdraw_all, write, write_all
from cairn.records.models import (
    Admission,
    Incident,
    IncidentCode,
    JudgementRecord,
    Mention,
    Redirect,
    Report,
    Suggestion,
)
from cairn.records.permissions import can_judge
from cairn.values import Judgement


@action(can_judge)
def judge_reports(by: By, a: Report, b: Report, judgement: Judgement) -> JudgementRecord:
    """A person's word on whether two reports tell of one incident. A suggestion it answers is withdrawn."""
    concerning(f"{a.id} {b.id}", judgement=judgement.value)
    pairs = Suggestion.objects.filter(a__in=[a, b], b__in=[a, b], withdrawn_at=None)
    withdraw_all(list(pairs))
    return write(_record(by, "report", (a.id, b.id), judgement))


@action(can_judge)
def judge_incidents(by: By, a: Incident, b: Incident, judgement: Judgement) -> JudgementRecord:
    """A person's word on two incidents that stay two: different, or unsure. The same is `merge`."""
    concerning(f"{code_of(a)} {code_of(b)}", judgement=judgement.value)
    return write(_record(by, "incident", (str(a.id), str(b.id)), judgement))


@action(can_judge)
def merge(by: By, gone: Incident, into: Incident) -> Incident:
    """Two records of one incident become one: `gone` is withdrawn; its codes and reports lead to `into`."""
    if gone.id == into.id:
        raise BadInput(f"{code_of(gone)} is one incident already. Name two.")
    concerning(f"{code_of(gone)} {code_of(into)}")
    write(_record(by, "incident", (str(gone.id), str(into.id)), Judgement.SAME))
    codes = IncidentCode.objects.filter(incident=gone).values_list("code", flat=True)
    fresh = [IncidentCode(incident=into, code=code, current=False, made_at=now()) for code in codes]
    write_all(fresh)
    _move_reports(by, gone, into)
    for admission in Admission.objects.filter(incident=gone, withdrawn_at=None):
        admission.incident = into
        write(admission)
    write(Redirect(old=gone, new=into, made_at=now()))
    withdraw_all([gone])
    return into


def _move_reports(by: By, gone: Incident, into: Incident) -> None:
    leaving = list(Mention.objects.filter(incident=gone, withdrawn_at=None))
    there = set(Mention.objects.filter(incident=into, withdrawn_at=None).values_list("report_id", flat=True))
    withdraw_all(leaving)
    write_all(
        [
            Mention(incident=into, report_id=mention.report_id, made_by=by.person, made_at=now())
            for mention in leaving
            if mention.report_id not in there
        ]
    )


def _record(by: By, about: str, pair: tuple[str, str], judgement: Judgement) -> JudgementRecord:
    a, b = sorted(pair)
    return JudgementRecord(
        about=about, a=a, b=b, judgement=judgement.value, person=by.person, reason=by.reason, made_at=now()
    )
