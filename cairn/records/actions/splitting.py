"""Split one record of two incidents: each opens with its own reports, and the old codes lead to both."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cairn.exceptions import BadInput
from cairn.records.actions.grading import code_of
from cairn.records.actions.judging import judgement_on
from cairn.records.actions.linking import NewIncident, write_mentions
from cairn.records.change import By, action, concerning, now, withdraw_all, write_all
from cairn.records.models import Admission, Incident, IncidentCode, Mention, Placing, Redirect
from cairn.records.permissions import can_judge
from cairn.records.told import Told, mentions_with_events, told_by
from cairn.values import Judgement, MatchState


@dataclass(frozen=True, slots=True)
class Part:
    """An incident that a split opens, and what is told of it."""

    opens: NewIncident
    told: Sequence[Told]


def parts_of(incident: Incident, apart: Collection[str]) -> tuple[list[Told], list[Told]]:
    """What is told of an incident: by other reports than these, and by these. Neither may be empty."""
    told = [told_by(one) for one in mentions_with_events(Mention.objects.filter(incident=incident))]
    rest = [one for one in told if one[0] not in apart]
    going = [one for one in told if one[0] in apart]
    strangers = sorted(set(apart) - {report for report, _ in told})
    if strangers:
        raise BadInput(
            f"{strangers[0]} does not tell of {code_of(incident)}. `cairn trace` lists the reports that do."
        )
    if not rest or not going:
        raise BadInput(
            f"A split of {code_of(incident)} must leave reports on both sides. Name some of its reports, not"
            " all."
        )
    return rest, going


@action(can_judge)
def split(by: By, incident: Incident, stays: Part, goes: Part) -> list[Incident]:
    """One record of two incidents becomes two. It is withdrawn: a decision on both at once is on neither.

    Its codes lead to both. A belligerent's statement on it waits for a person to say on which of the two.
    """
    concerning(f"{code_of(incident)} {stays.opens.code} {goes.opens.code}")
    fresh = [_opened(by, part) for part in (stays, goes)]
    withdraw_all(list(Mention.objects.filter(incident=incident, withdrawn_at=None)))
    withdraw_all(list(Placing.objects.filter(incident=incident, withdrawn_at=None)))
    write_mentions(by.person, [(part.opens.id, told) for part in (stays, goes) for told in part.told])
    write_all([Redirect(old=incident, new=one, made_at=now()) for one in fresh])
    ids = (str(stays.opens.id), str(goes.opens.id))
    write_all([judgement_on(by, "incident", ids, Judgement.DIFFERENT)])
    _ask_again(by, incident, ids)
    withdraw_all([incident])
    return fresh


def _opened(by: By, part: Part) -> Incident:
    [incident] = write_all([Incident(id=part.opens.id, made_by=by.person, made_at=now())])
    write_all([IncidentCode(incident=incident, code=part.opens.code, made_at=now())])
    return incident


def _ask_again(by: By, incident: Incident, ids: Sequence[str]) -> None:
    """Statements on the whole: which of the two they speak of, nobody has said."""
    old = list(Admission.objects.filter(incident=incident, withdrawn_at=None))
    withdraw_all(old)
    fresh = []
    for one in old:
        again = Admission.objects.get(pk=one.pk)
        again.pk, again.incident, again.withdrawn_at = None, None, None
        again.match, again.candidates = MatchState.AMBIGUOUS, list(ids)
        again.made_by, again.made_at = by.person, now()
        fresh.append(again)
    write_all(fresh)
