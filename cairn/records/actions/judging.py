"""Keep what people say of two reports or incidents: same, different, unsure. Link never goes against it."""

from __future__ import annotations

from cairn.exceptions import BadInput
from cairn.records.actions.grading import code_of
from cairn.records.actions.linking import write_mentions
from cairn.records.change import By, action, concerning, now, withdraw_all, write
from cairn.records.models import (
    Incident,
    JudgementRecord,
    Mention,
    Placing,
    Report,
    Suggestion,
)
from cairn.records.permissions import MACHINE, can_judge
from cairn.records.told import mentions_with_events, told_by
from cairn.values import Judgement


@action(can_judge)
def judge_reports(by: By, a: Report, b: Report, judgement: Judgement) -> JudgementRecord:
    """A person's word on whether two reports tell of one incident. A suggestion it answers is withdrawn."""
    concerning(f"{a.id} {b.id}", judgement=judgement.value)
    pairs = Suggestion.objects.filter(a__in=[a, b], b__in=[a, b], withdrawn_at=None)
    withdraw_all(list(pairs))
    return write(judgement_on(by, "report", (a.id, b.id), judgement))


@action(can_judge)
def judge_mention(by: By, report: Report, incident: Incident, judgement: Judgement) -> JudgementRecord:
    """A person's word on whether a report tells of an incident: put there, or taken away.

    Of a report of several events, the one that the question was about, else the main one.
    """
    concerning(f"{report.id} {code_of(incident)}", judgement=judgement.value)
    asked = Placing.objects.filter(report=report, withdrawn_at=None)
    here = asked.filter(incident=incident).first()
    event = here.event if here else ""
    if judgement is not Judgement.UNSURE:
        standing = mentions_with_events(Mention.objects.filter(report=report))
        of_it = [one for one in standing if one.incident_id == incident.id]
        if judgement is Judgement.DIFFERENT:
            withdraw_all(of_it)
        elif not of_it:
            withdraw_all([one for one in standing if told_by(one)[1] == event and one.made_by == MACHINE])
            write_mentions(by.person, [(incident.id, (report.id, event))])
    settled = asked.filter(event=event) if judgement is Judgement.SAME else asked.filter(incident=incident)
    withdraw_all(list(settled))
    return write(_of(by, "mention", (report.id, str(incident.id)), judgement))


@action(can_judge)
def judge_incidents(by: By, a: Incident, b: Incident, judgement: Judgement) -> JudgementRecord:
    """A person's word on two incidents that stay two: different, or unsure. The same is `merge`."""
    if a.id == b.id:
        code = code_of(a)
        raise BadInput(
            f"Both are one incident already, {code}. "
            f"Take its reports apart: `cairn review split {code} REPORT…`."
        )
    concerning(f"{code_of(a)} {code_of(b)}", judgement=judgement.value)
    return write(judgement_on(by, "incident", (str(a.id), str(b.id)), judgement))


def judgement_on(by: By, about: str, pair: tuple[str, str], judgement: Judgement) -> JudgementRecord:
    """A person's word on two of one kind, in whichever order they are named."""
    return _of(by, about, (min(pair), max(pair)), judgement)


def _of(by: By, about: str, pair: tuple[str, str], judgement: Judgement) -> JudgementRecord:
    a, b = pair
    return JudgementRecord(
        about=about, a=a, b=b, judgement=judgement.value, person=by.person, reason=by.reason, made_at=now()
    )
