"""Sums kept beside the facts of today, for what most questions ask of: few rows instead of a million.

`facts_sums` holds a row for each combination of what the axes of one of `GROUPS` say. The key columns that a
group leaves out, and those of which nothing is said, hold -1 or "not said", because a key has no empty cells.
Which question a group answers says `group_for`; every other one is answered from the facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cairn.total.area import Area
from cairn.total.coalitions import Coalitions, spell
from cairn.total.facts.rows import Cell
from cairn.total.facts.sql import Sql
from cairn.total.measure import Measure
from cairn.total.period import Period
from cairn.total.question import Axis, Contested, Question

# What most questions ask of together; what is found first is taken, so that the smallest stand first.
GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"month", "grade", "status"}),
    frozenset({"parties", "grade", "status"}),
    frozenset({"parties", "country", "grade"}),
    frozenset({"month", "country", "grade"}),
    frozenset({"place", "country", "grade"}),
    frozenset({"parties", "month", "grade"}),
)
NUMBERED = ("parties", "month", "place")
KEYS = (*NUMBERED, "country", "grade", "status")
NO_NUMBER, NO_WORDS = -1, "not said"
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
    if asked.as_of is not None or not all(map(_of_whole_months, _periods(asked, coalitions))):
        return None
    looked_at = set(_looked_at(asked))
    if any(_bounded(each) for each in _periods(asked, coalitions)):
        looked_at.add("month")
    return next((at for at, group in enumerate(GROUPS) if looked_at <= group), None)


def of_group(number: int) -> Sql:
    """The rows of a group, with what it leaves out: so a database knows in which order they stand."""
    left_out = [key for key in KEYS if key not in GROUPS[number]]
    return Sql(" AND ".join([f"f.axes = {number}", *(f"f.{key} = {_nothing(key)}" for key in left_out)]))


def is_said(cell: Cell) -> bool:
    return cell is not None and cell != NO_NUMBER and cell != NO_WORDS


def made_sums(ordered: str = "") -> str:
    """The SQL that makes the table; `ordered` is what a database wants to be told of its order."""
    words = [f"{column} {'TEXT' if _is_words(column) else 'BIGINT'}" for column in COLUMNS]
    can_be_empty = ("first_day", "last_day")
    cells = [
        word if column in can_be_empty else f"{word} NOT NULL"
        for column, word in zip(COLUMNS, words, strict=True)
    ]
    return f"CREATE TABLE facts_sums ({', '.join(cells)}, PRIMARY KEY ({', '.join(KEY)})) {ordered}".rstrip()


def counted_in(number: int, of: str = "1 = 1", sign: str = "") -> str:
    """The SQL that counts the facts of today into a group's sums, or with the sign "-" out of them again."""
    summed = (f"{each} = facts_sums.{each} + excluded.{each}" for each in ("incidents", *SUMMED))
    return (
        f"INSERT INTO facts_sums ({', '.join(COLUMNS)}) {added_up(number, of, sign)}"
        f" ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET {', '.join(summed)}"
    )


def added_up(number: int, of: str = "1 = 1", sign: str = "") -> str:
    """The SQL for what the facts of today add up to, as rows of a group."""
    group = [key for key in KEYS if key in GROUPS[number]]
    keys = [f"COALESCE(f.{key}, {_nothing(key)})" if key in group else _nothing(key) for key in KEYS]
    cells = [str(number), *keys, "f.reviewed", *_days(group), f"{sign}COUNT(*)"]
    for each in Measure:
        low, high = f"f.{each.key}_min", f"f.{each.key}_max"
        sums = (f"COALESCE(SUM({low}), 0)", f"COALESCE(SUM({high}), 0)", f"COUNT({low})", f"COUNT({high})")
        cells += [f"{sign}{words}" for words in sums]
    by = ", ".join([*(f"f.{key}" for key in group), "f.reviewed"])
    return f"SELECT {', '.join(cells)} FROM facts f WHERE f.until IS NULL AND {of} GROUP BY {by}"


def _days(group: list[str]) -> tuple[str, str]:
    """A first and a last day of the month or year; every month has its 28th, and a period that is asked for
    ends with a month's end."""
    if "month" not in group:
        return "NULL", "NULL"
    whole_year = "f.month < 10000"
    return (
        f"CASE WHEN {whole_year} THEN f.month * 10000 + 101 ELSE f.month * 100 + 1 END",
        f"CASE WHEN {whole_year} THEN f.month * 10000 + 1231 ELSE f.month * 100 + 28 END",
    )


def _looked_at(asked: Question) -> Iterator[str]:
    yield from (COLUMN_OF[axis] for axis in asked.by)
    yield "grade"
    if asked.statuses:
        yield "status"
    if asked.countries:
        yield "country"
    if asked.places or isinstance(asked.area, Area):
        yield "place"
    if asked.belligerents or (asked.contested is not Contested.COUNTED and Axis.BELLIGERENT in asked.by):
        yield "parties"


def _periods(asked: Question, coalitions: Coalitions) -> Iterator[Period]:
    yield asked.period
    for name in asked.belligerents:
        yield from map(spell, asked.known(coalitions).of_coalition(name))


def _bounded(period: Period) -> bool:
    return bool(period.start or period.end)


def _of_whole_months(period: Period) -> bool:
    ends = period.last_day + dt.timedelta(days=1) if period.end else None
    return (not period.start or period.first_day.day == 1) and (ends is None or ends.day == 1)


def _nothing(key: str) -> str:
    return str(NO_NUMBER) if key in NUMBERED else f"'{NO_WORDS}'"


def _is_words(column: str) -> bool:
    return column in KEYS and column not in NUMBERED
