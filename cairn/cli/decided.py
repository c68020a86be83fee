"""What a person types to change a finding, as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
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

EVERYONE = {"all_killed": "killed", "all_injured": "injured"}
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
    changes |= _everyone(before, changes)
    return replace(before, **changes, reasons=(*before.reasons, *map(_set_by_a_person, changes.items())))  # type: ignore[arg-type]


def _everyone(before: Finding, changes: Mapping[str, object]) -> dict[str, Range]:
    """Everyone counts those not known as combatants too: no bound of it stays below theirs."""
    known = [(name, of, getattr(before, name)) for name, of in EVERYONE.items()]
    raised = {name: _at_least(all, changes[of]) for name, of, all in known if all and of in changes}  # type: ignore[arg-type]
    return {name: count for name, count in raised.items() if count != getattr(before, name)}


def _at_least(everyone: Range, some: Range) -> Range:
    ceiling = None if everyone.max is None or some.max is None else max(everyone.max, some.max)
    return Range(max(everyone.min, some.min), ceiling)


def raised(before: Finding, after: Finding) -> str:
    """What setting one count did to another, in a sentence; nothing where it did nothing."""
    told = [
        f"everyone {of} is {getattr(after, name)} now, was {getattr(before, name)}"
        for name, of in EVERYONE.items()
        if getattr(before, name) != getattr(after, name)
    ]
    return f" With them {', '.join(told)}." if told else ""


def _set_by_a_person(change: tuple[str, Grade | StrikeStatus | Range]) -> Reason:
    name, part = change
    if isinstance(part, Range):
        words = {"measure": name.replace("_", " "), "count": counted(part)}
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
