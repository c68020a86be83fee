"""Strike status and grade: the conditions of grades.yml, tried in its order, each answering for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cairn.values import About, Belligerent, Grade, Range, Reason, Role, StrikeStatus
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.grades import grades, strike_statuses


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules look at."""

    belligerents: tuple[Belligerent, ...]
    origins: int
    harm_alleged: bool
    people: Range | None  # killed or injured, not identified as combatants
    combatants: Range | None
    accepted_by: tuple[str, ...]  # belligerents that say themselves that they harmed people
    conflict: Conflict
    civilians_uncounted: bool = False  # somebody says that civilians were harmed, and not how many

    @property
    def nobody_named_where_two_act(self) -> bool:
        return not self.belligerents and len(self.conflict.belligerents) != 1

    @property
    def two_accused(self) -> bool:
        return len(self.belligerents) > 1


def strike_status(known: Known) -> tuple[StrikeStatus, Reason]:
    """Did somebody strike?"""
    status = next(status for status in strike_statuses() if _STATUS[status](known))
    return status, Reason(
        About.STRIKE_STATUS, strike_statuses()[status].proposed, words={"status": status.value}
    )


def grade(known: Known, status: StrikeStatus) -> tuple[Grade, Reason]:
    """Is the harm established, and whose is it?"""
    found = next(grade for grade in grades() if _GRADE[grade](known, status))
    return found, Reason(About.GRADE, grades()[found].proposed, words={"grade": found.value})


_STATUS: dict[StrikeStatus, Callable[[Known], bool]] = {
    StrikeStatus.DECLARED: lambda known: any(each.role is Role.CLAIMS for each in known.belligerents),
    StrikeStatus.CONTESTED: lambda known: known.two_accused or known.nobody_named_where_two_act,
    StrikeStatus.LIKELY: lambda known: known.origins > 1,
    StrikeStatus.SINGLE_SOURCE_CLAIM: lambda known: True,
}

_GRADE: dict[Grade, Callable[[Known, StrikeStatus], bool]] = {
    Grade.NO_HARM_ALLEGED: lambda known, status: not known.harm_alleged,
    Grade.CONFIRMED: lambda known, status: bool(known.accepted_by),
    Grade.DISCOUNTED: lambda known, status: _only_combatants(known),
    Grade.CONTESTED: lambda known, status: known.two_accused or known.nobody_named_where_two_act,
    Grade.FAIR: lambda known, status: (
        known.origins > 1 and status in (StrikeStatus.DECLARED, StrikeStatus.LIKELY)
    ),
    Grade.WEAK: lambda known, status: True,
}


def _only_combatants(known: Known) -> bool:
    """Somebody other than the accused counts combatants, and nobody others."""
    nobody_else = known.people is None or known.people == Range(0, 0)
    return known.combatants is not None and nobody_else and not known.civilians_uncounted
