"""What a person types to change a finding, as values."""

from __future__ import annotations

import re
from dataclasses import replace

from cairn.exceptions import BadInput
from cairn.exchange.short import short
from cairn.values import (
    MOST_COUNTED,
    About,
    Finding,
    Grade,
    Range,
    Reason,
    Rule,
    StrikeStatus,
    counted,
)

_COUNT = re.compile(r"(\d+)(?:\s*(-|–)\s*(\d*))?")
_DIGITS = 100  # noughts before a number are no error; thousands of digits are more than Python reads


def changed_finding(
    before: Finding, grade: Grade | None, status: StrikeStatus | None, counts: tuple[str, str]
) -> Finding:
    """The finding with what a person set in it; the rest stays."""
    said = {
        "grade": grade,
        "strike_status": status,
        "killed": _count(counts[0]),
        "injured": _count(counts[1]),
    }
    changes = {name: part for name, part in said.items() if part is not None}
    if not changes:
        raise BadInput("`cairn review set` changes nothing. Say --grade, --status, --killed or --injured.")
    return replace(before, **changes, reasons=(*before.reasons, *map(_set_by_a_person, changes.items())))  # type: ignore[arg-type]


def _set_by_a_person(change: tuple[str, Grade | StrikeStatus | Range]) -> Reason:
    name, part = change
    if isinstance(part, Range):
        words = {"measure": name, "count": counted(part)}
        return Reason(About.COUNT, Rule.SET_BY_A_PERSON, words=words)
    if isinstance(part, Grade):
        return Reason(About.GRADE, Rule.SET_BY_A_PERSON, words={"grade": part.value})
    return Reason(About.STRIKE_STATUS, Rule.SET_BY_A_PERSON, words={"status": part.value})


def _count(said: str) -> Range | None:
    """3 is exactly three, 3-5 a range, 3- at least three."""
    if not said:
        return None
    found = _COUNT.fullmatch(said.strip())
    if not found:
        raise BadInput(f"“{said}” is not a count. Write 3, 3-5, or 3- for at least three.")
    low = _people(found[1])
    if not found[2]:
        return Range.exactly(low)
    return Range(low, _people(found[3]) if found[3] else None)


def _people(digits: str) -> int:
    if len(digits) > _DIGITS or int(digits) > MOST_COUNTED:
        raise BadInput(
            f"“{short(digits)}” is more than {MOST_COUNTED:,}, which is not a number of people. "
            "Write the number that was harmed."
        )
    return int(digits)
