"""Keep what was found on the ground: the strongest ground there is for what a grade is worth."""

from __future__ import annotations

from cairn.records.actions.grading import code_of
from cairn.records.change import By, action, concerning, now, write
from cairn.records.models import GroundCheck, Incident
from cairn.records.permissions import can_grade


@action(can_grade)
def check_on_the_ground(by: By, incident: Incident, upheld: bool) -> GroundCheck:
    """A person who went there says whether it happened as recorded. By itself it changes no grade."""
    concerning(code_of(incident), upheld=upheld)
    return write(
        GroundCheck(incident=incident, upheld=upheld, person=by.person, reason=by.reason, made_at=now())
    )
