"""The sums over facts as SQL: each measure, for each value of the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.total.facts.rows import Cell
from cairn.total.facts.sql import NONE, Sql
from cairn.total.measure import Measure
from cairn.total.question import Axis


@dataclass(frozen=True, slots=True)
class Rows:
    """A table to sum: what each of its rows `f` counts, with deaths known among these."""

    table: str
    incidents: str
    unreviewed: str
    known: str
    closed: str  # known with a ceiling


FACTS = Rows("facts", "COUNT(*)", "SUM(1 - f.reviewed)", "COUNT(f.{}_min)", "COUNT(f.{}_max)")
KEPT = Rows(
    "facts_sums",
    "SUM(f.incidents)",
    "SUM(f.incidents * (1 - f.reviewed))",
    "SUM(f.{}_known)",
    "SUM(f.{}_closed)",
)


def sums(measures: Iterable[Measure], doubt: Sql = NONE, of: Rows = FACTS) -> Sql:
    """The columns of a tally: incidents, unreviewed, with deaths known; then four a measure."""
    words = [of.incidents, of.unreviewed, of.known.format(Measure.KILLED.key)]
    said: list[Cell] = []
    for measure in measures:
        low, high = f"f.{measure.key}_min", f"f.{measure.key}_max"
        if doubt is NONE or measure.conceded:
            words.append(f"SUM({low})")
        else:
            words.append(f"SUM(CASE WHEN {doubt.words} THEN 0 ELSE {low} END)")
            said += doubt.said
        words += [f"SUM({high})", of.known.format(measure.key), of.closed.format(measure.key)]
    return Sql(", ".join(words), tuple(said))


def tallied(keys: Sequence[str], columns: Sql, where: Sql, of: Rows = FACTS) -> Sql:
    """The sums for each value of the keys; where one is of `w`, for each who is accused."""
    named = " LEFT JOIN facts_parties w ON w.id = f.parties" if WHOSE in keys else ""
    grouped = f" GROUP BY {', '.join(keys)}" if keys else ""
    cells = ", ".join([*keys, columns.words])
    words = f"SELECT {cells} FROM {of.table} f{named} WHERE {where.words}{grouped}"
    return Sql(words, (*columns.said, *where.said))


def tallied_for_each(keys: Sequence[str], measures: Sequence[Measure], where: Sql) -> Sql:
    """The same as `tallied` for each who is accused, summed for each set of them first: these are fewer."""
    names = ["g.parties" if key == WHOSE else f"g.key{at}" for at, key in enumerate(keys)]
    inner = [
        f"{'f.parties' if key == WHOSE else key} AS {name[2:]}" for key, name in zip(keys, names, strict=True)
    ]
    columns = sums(measures)
    cells = [f"sum{at}" for at in range(3 + 4 * len(measures))]
    summed = [f"{each} AS {name}" for each, name in zip(columns.words.split(", "), cells, strict=True)]
    groups = ", ".join("f.parties" if key == WHOSE else key for key in keys)
    outer = [WHOSE if key == WHOSE else name for key, name in zip(keys, names, strict=True)]
    words = (
        f"SELECT {', '.join([*outer, *(f'SUM({cell})' for cell in cells)])}"
        f" FROM (SELECT {', '.join([*inner, *summed])} FROM facts f WHERE {where.words} GROUP BY {groups}) g"
        f" LEFT JOIN facts_parties w ON w.id = g.parties GROUP BY {', '.join(outer)}"
    )
    return Sql(words, where.said)


def conceded(keys: Sequence[str], harm: str, where: Sql, by: Sql) -> Sql:
    """What is conceded, each incident once: two belligerents that concede the same deaths concede them once.

    For each who is accused, what it concedes itself. The smaller table stands first: SQLite keeps to the
    order of a CROSS JOIN.
    """
    names = [f"key{at}" for at in range(len(keys))]
    low, high = f"c.{harm}_min", f"c.{harm}_max"
    tables = ["facts_conceded c", "facts f", *["facts_parties w"] * (WHOSE in keys)]
    own = ["w.id = f.parties", "w.belligerent = c.belligerent"] if WHOSE in keys else []
    meets = [
        "f.incident = c.incident",
        "f.since = c.since",
        f"{low} IS NOT NULL",
        f"f.conceded_{harm}_min IS NOT NULL",
        *own,
    ]
    inner = (
        f"SELECT {''.join(f'{key} AS {name}, ' for key, name in zip(keys, names, strict=True))}"
        f"MIN({low}) AS low, MAX({high}) AS high, MAX(CASE WHEN {high} IS NULL THEN 1 ELSE 0 END) AS open"
        f" FROM {' CROSS JOIN '.join(tables)} WHERE {' AND '.join([*meets, where.words, by.words])}"
        f" GROUP BY {', '.join(['c.incident', *keys])}"
    )
    outer = [*names, "SUM(low)", "SUM(CASE WHEN open = 1 THEN 0 ELSE high END)", "COUNT(*)", "SUM(open)"]
    grouped = f" GROUP BY {', '.join(names)}" if names else ""
    return Sql(f"SELECT {', '.join(outer)} FROM ({inner}) one{grouped}", (*where.said, *by.said))


WHOSE = "w.belligerent"
KEYS = {
    Axis.COUNTRY: "f.country",
    Axis.PLACE: "f.place",
    Axis.MONTH: "f.month",
    Axis.YEAR: "f.first_day - f.first_day % 10000",
    Axis.GRADE: "f.grade",
    Axis.STATUS: "f.status",
    Axis.BELLIGERENT: WHOSE,
}
