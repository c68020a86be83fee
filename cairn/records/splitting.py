"""Split an incident by hand: which codes the two get, from what their own reports tell."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from cairn.records import actions
from cairn.records.change import By
from cairn.records.codes import Codes
from cairn.records.evidence import gather, newest_readings
from cairn.records.models import Incident, Report
from cairn.records.told import Told, by_event
from cairn.vocabulary.conflict import Conflict


def split_incident(by: By, incident: Incident, apart: Collection[Report], conflict: Conflict) -> list[str]:
    """The codes of the two incidents: that of the other reports first, then that of those set apart."""
    rest, going = actions.parts_of(incident, {report.id for report in apart})
    codes = Codes(conflict)
    stays, goes = (_part(told, codes, conflict) for told in (rest, going))
    actions.split(by, incident, stays, goes)
    return [stays.opens.code, goes.opens.code]


def _part(told: Sequence[Told], codes: Codes, conflict: Conflict) -> actions.Part:
    read = by_event(gather(newest_readings({report for report, _ in told}), conflict))
    code = codes.next_for([read[each] for each in told if each in read])
    return actions.Part(actions.NewIncident(uuid.uuid4(), code), told)
