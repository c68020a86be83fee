"""The SQL that makes the table of kept sums, and counts facts into it and out of it."""

from __future__ import annotations

from cairn.total.facts.kept import COLUMNS, GROUPS, KEY, KEYS, NUMBERED, SUMMED, nothing
from cairn.total.measure import Measure

ACCUSED = (
    " LEFT JOIN facts_parties w ON w.id = f.parties LEFT JOIN facts_conceded c"
    " ON c.incident = f.incident AND c.since = f.since AND c.belligerent = w.belligerent"
)


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
    of_each = "belligerent" in group
    keys = [f"COALESCE({_cell(key)}, {nothing(key)})" if key in group else nothing(key) for key in KEYS]
    cells = [str(number), *keys, "f.reviewed", *_days(group), f"{sign}COUNT(*)"]
    for each in Measure:
        low, high = (_own(each, bound) if of_each else f"f.{each.key}_{bound}" for bound in ("min", "max"))
        sums = (f"COALESCE(SUM({low}), 0)", f"COALESCE(SUM({high}), 0)", f"COUNT({low})", f"COUNT({high})")
        cells += [f"{sign}{words}" for words in sums]
    by = ", ".join([*map(_cell, group), "f.reviewed"])
    tables = f"facts f{ACCUSED if of_each else ''}"
    return f"SELECT {', '.join(cells)} FROM {tables} WHERE f.until IS NULL AND {of} GROUP BY {by}"


def _cell(key: str) -> str:
    return "w.belligerent" if key == "belligerent" else f"f.{key}"


def _own(measure: Measure, bound: str) -> str:
    """What is recorded of the incident, or what the one accused concedes; of nobody, what anybody does."""
    column = f"f.{measure.key}_{bound}"
    if not measure.conceded:
        return column
    own = f"c.{measure.removeprefix('conceded ')}_{bound}"
    return f"CASE WHEN w.belligerent IS NULL THEN {column} ELSE {own} END"


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


def _is_words(column: str) -> bool:
    return column in KEYS and column not in NUMBERED
