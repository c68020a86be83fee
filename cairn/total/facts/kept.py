"""Sums kept beside the facts of today, for what most questions ask of: few rows instead of a million.

`facts_sums` holds a row for each combination of what the axes of one of `GROUPS` say. The key columns that a
group leaves out, and those of which nothing is said, hold -1 or a mark, because a key has no empty cells.
Which question a group answers `group_for` and `group_of_each` say; any other is answered from the facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cairn.total.coalitions import Coalitions, spell
from cairn.total.facts.rows import Cell
from cairn.total.facts.sql import Sql
from cairn.total.measure import Measure
from cairn.total.period import Period
from cairn.total.question import Axis, Contested, Question

# What most questions ask of together; what is found first is taken, so that the smallest stand first.
GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"country", "grade", "status"}),
    frozenset({"month", "grade", "status"}),
    frozenset({"parties", "grade", "status"}),
    frozenset({"parties", "country", "grade"}),
    frozenset({"month", "country", "grade", "status"}),
    frozenset({"place", "country", "grade"}),
    frozenset({"parties", "month", "grade"}),
    # In full for each who is accused: never added up to a total.
    frozenset({"belligerent", "country", "grade", "status"}),
    frozenset({"belligerent", "month", "grade"}),
)
NUMBERED = ("parties", "month", "place")
KEYS = ("belligerent", *NUMBERED, "country", "grade", "status")
NO_NUMBER, NO_WORDS = -1, "\x1f"  # a letter that is in no name
SUMMED = tuple(f"{each.key}_{what}" for each in Measure for what in ("min", "max", "known", "closed"))
KEY = ("axes", *KEYS, "reviewed")
COLUMNS = (*KEY, "first_day", "last_day", "incidents", *SUMMED)
COLUMN_OF = {
    Axis.BELLIGERENT: "parties",
    Axis.COUNTRY: "country",
    Axis.PLACE: "place",
    Axis.MONTH: "month",
    Axis.YEAR: "month",
    Axis.GRADE: "grade",
    Axis.STATUS: "status",
}


def group_for(asked: Question, coalitions: Coalitions) -> int | None:
    """The group whose sums answer a question exactly; None where only the facts do."""
    return _first_with(_looked_at(asked, coalitions), asked, coalitions)


def group_of_each(asked: Question, coalitions: Coalitions) -> int | None:
    """The group with the rows of each who is accused, what it concedes itself among them."""
    if asked.belligerents or asked.contested is not Contested.COUNTED:
        return None
    each = {"belligerent" if column == "parties" else column for column in _looked_at(asked, coalitions)}
    return _first_with(each, asked, coalitions)


def _first_with(looked_at: set[str], asked: Question, coalitions: Coalitions) -> int | None:
    if asked.as_of is not None or not all(map(_of_whole_months, _periods(asked, coalitions))):
        return None
    each = "belligerent" in looked_at
    fit = (at for at, group in enumerate(GROUPS) if looked_at <= group and each == ("belligerent" in group))
    return next(fit, None)


def of_group(number: int) -> Sql:
    """The rows of a group, with what it leaves out: so a database knows in which order they stand."""
    left_out = [key for key in KEYS if key not in GROUPS[number]]
    return Sql(" AND ".join([f"f.axes = {number}", *(f"f.{key} = {nothing(key)}" for key in left_out)]))


def is_said(cell: Cell) -> bool:
    return cell is not None and cell != NO_NUMBER and cell != NO_WORDS


def _looked_at(asked: Question, coalitions: Coalitions) -> set[str]:
    conditions = {
        "grade": True,
        "status": asked.statuses,
        "country": asked.countries,
        "place": asked.places or asked.area,
        "parties": asked.belligerents,
        "month": any(each.start or each.end for each in _periods(asked, coalitions)),
    }
    return {COLUMN_OF[axis] for axis in asked.by} | {key for key, there in conditions.items() if there}


def _periods(asked: Question, coalitions: Coalitions) -> Iterator[Period]:
    yield asked.period
    for name in asked.belligerents:
        yield from map(spell, asked.known(coalitions).of_coalition(name))


def _of_whole_months(period: Period) -> bool:
    ends = period.last_day + dt.timedelta(days=1) if period.end else None
    return (not period.start or period.first_day.day == 1) and (ends is None or ends.day == 1)


def nothing(key: str) -> str:
    return str(NO_NUMBER) if key in NUMBERED else f"'{NO_WORDS}'"
