"""Which incidents a total is made of, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cairn.total.coalitions import Coalitions
from cairn.total.period import Fall
from cairn.total.question import Question
from cairn.values import KnownIncident


def counted(
    incidents: Iterable[KnownIncident], question: Question, coalitions: Coalitions | None = None
) -> Iterator[KnownIncident]:
    """Those that `total` adds up for this question."""
    for incident in incidents:
        if question.falls(incident, coalitions) is Fall.INSIDE and (
            incident.reviewed or question.provisional
        ):
            yield incident
