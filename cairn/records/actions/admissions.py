"""Keep what belligerents say of allegations: a list in time, because it can flip."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.records.actions.grading import code_of
from cairn.records.change import By, action, concerning, now, withdraw_all, write, write_all
from cairn.records.many import among
from cairn.records.models import Admission, Incident
from cairn.records.permissions import MACHINE, can_judge, can_propose


@action(can_propose)
def keep_admissions(by: By, reports: Sequence[str], admissions: Sequence[Admission]) -> list[Admission]:
    """Keep what was read and matched in these reports; the machine's earlier reading of them is withdrawn.

    What a person matched stays matched.
    """
    standing = list(among(Admission.objects.filter(withdrawn_at=None), "report", reports))
    by_people = {(one.report_id, one.span) for one in standing if one.made_by != MACHINE}
    withdraw_all([one for one in standing if one.made_by == MACHINE])
    fresh = [each for each in admissions if (each.report_id, each.span) not in by_people]
    for each in fresh:
        each.made_by, each.made_at = by.person, now()
    concerning(f"{len(fresh)} admissions", admissions=len(fresh))
    return write_all(fresh)


@action(can_judge)
def match_admission(by: By, admission: Admission, incident: Incident) -> Admission:
    """A person says which incident a statement speaks of; the machine's reading is withdrawn for theirs."""
    concerning(code_of(incident))
    withdraw_all([admission])
    return write(
        Admission(
            incident=incident,
            report_id=admission.report_id,
            belligerent=admission.belligerent,
            concession=admission.concession,
            span=admission.span,
            quoted=admission.quoted,
            line=admission.line,
            stated_on=admission.stated_on,
            match="matched",
            candidates=admission.candidates,
            version=admission.version,
            made_by=by.person,
            made_at=now(),
        )
    )
