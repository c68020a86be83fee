"""What moved a total between two days: each incident that is counted otherwise, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cairn.total.answer import total
from cairn.total.coalitions import Coalitions
from cairn.total.measure import Measure
from cairn.total.question import Question
from cairn.total.tally import Tally
from cairn.values import KnownIncident


class Why(StrEnum):
    """What became otherwise of an incident, the most telling first."""

    NEW = "new"
    MERGED = "merged"
    SPLIT = "split"
    WITHDRAWN = "withdrawn"
    REGRADED = "regraded"
    RANGE_CHANGED = "range changed"
    REDATED = "redated"
    MOVED = "moved"
    ATTRIBUTED = "attributed otherwise"
    STATUS_CHANGED = "strike status changed"
    REVIEWED = "reviewed"
    ADMITTED = "admission changed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One change to an incident: when, who, what was done and why, as it was recorded."""

    at: dt.datetime
    person: str
    action: str
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """An incident at the end of two days; None where it was not known. `went` and `came` count redirects."""

    code: str
    before: KnownIncident | None
    after: KnownIncident | None
    went: int = 0
    came: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a sum moved: its floor, its stated ceilings, and how many incidents are in it without one."""

    min: int = 0
    max: int = 0
    known: int = 0
    open: int = 0

    def __add__(self, other: Shift) -> Shift:
        return Shift(
            self.min + other.min, self.max + other.max, self.known + other.known, self.open + other.open
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """An incident that is counted otherwise: what it added to the total before, and what it adds after."""

    code: str
    why: tuple[Why, ...]
    before: Tally
    after: Tally
    reasons: tuple[Reason, ...] = ()

    def shift(self, measure: Measure) -> Shift:
        return shift(self.before, self.after, measure)


@dataclass(frozen=True, slots=True)
class Changes:
    """The total on both days, and what lies between: the shifts add up to the difference exactly."""

    question: Question
    start: dt.date
    end: dt.date
    before: Tally
    after: Tally
    moved: tuple[Moved, ...] = field(default=())

    def by_why(self) -> Mapping[Why, list[Moved]]:
        """Each incident under the first reason it moved for, so that none is told twice."""
        found: dict[Why, list[Moved]] = {}
        for why in Why:
            if here := [one for one in self.moved if one.why[0] is why]:
                found[why] = here
        return found


def shift(before: Tally, after: Tally, measure: Measure) -> Shift:
    a, b = before.sums[measure], after.sums[measure]
    return Shift(b.min - a.min, b.max - a.max, b.known - a.known, b.open - a.open)


def moved(every: Iterable[Known], question: Question, coalitions: Coalitions) -> tuple[Moved, ...]:
    """The incidents that are counted otherwise on the second day, the most telling reasons first."""
    found = []
    for one in every:
        before = total([one.before] if one.before else [], question, coalitions).total
        after = total([one.after] if one.after else [], question, coalitions).total
        if (before.incidents, before.sums) != (after.incidents, after.sums):
            found.append(Moved(one.code, _why(one), before, after, one.reasons))
    return tuple(sorted(found, key=lambda one: ([*Why].index(one.why[0]), one.code)))


def _why(one: Known) -> tuple[Why, ...]:
    """Everything that became otherwise, and not only what tipped it in or out."""
    if one.before is None:
        return (Why.SPLIT if one.came and one.after and not one.went else Why.NEW,)
    if one.after is None:
        return (Why.SPLIT if one.went > 1 else Why.MERGED if one.went else Why.WITHDRAWN,)
    return tuple(
        why for why in Why if why in _DIFFERS and _DIFFERS[why](one.before) != _DIFFERS[why](one.after)
    )


def _ranges(known: KnownIncident) -> object:
    found = known.finding
    whole = found.killed, found.injured, found.combatants_killed, found.combatants_injured
    return (*whole, found.all_killed, found.all_injured, found.killed_by_group, found.injured_by_group)


_DIFFERS: dict[Why, Callable[[KnownIncident], object]] = {
    Why.REGRADED: lambda known: known.finding.grade,
    Why.RANGE_CHANGED: _ranges,
    Why.REDATED: lambda known: known.finding.date,
    Why.MOVED: lambda known: known.finding.place,
    Why.ATTRIBUTED: lambda known: frozenset(each.name for each in known.finding.belligerents),
    Why.STATUS_CHANGED: lambda known: known.finding.strike_status,
    Why.REVIEWED: lambda known: known.reviewed,
    Why.ADMITTED: lambda known: frozenset(map(repr, known.concessions)),
}
