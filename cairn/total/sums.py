"""The sums over facts as SQL: each measure, for each value of the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cairn.total.facts.rows import Cell
from cairn.total.facts.sql import NONE, Sql
from cairn.total.measure import Measure
from cairn.total.question import Axis


@dataclass(frozen=True, slots=True)
class Table:
    """A table to sum: what each of its rows `f` counts, with deaths known among these."""

    table: str
    incidents: str
    unreviewed: str
    known: str
    closed: str  # known with a ceiling
    said: tuple[Cell, ...] = ()


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
FACTS = Table(
    "facts", "COUNT(*)", "CAST(SUM(1 - f.reviewed) AS BIGINT)", "COUNT(f.{}_min)", "COUNT(f.{}_max)"
)
KEPT = Table(
    "facts_sums",
    "CAST(SUM(f.incidents) AS BIGINT)",
    "CAST(SUM(f.incidents * (1 - f.reviewed)) AS BIGINT)",
    "CAST(SUM(f.{}_known) AS BIGINT)",
    "CAST(SUM(f.{}_closed) AS BIGINT)",
)


def sums(measures: Iterable[Measure], doubt: Sql = NONE, of: Table = FACTS) -> Sql:
    """The columns of a tally: incidents, unreviewed, with deaths known; then four a measure."""
    words = [of.incidents, of.unreviewed, of.known.format(Measure.KILLED.key)]
    said: list[Cell] = []
    for measure in measures:
        low, high = f"f.{measure.key}_min", f"f.{measure.key}_max"
        if doubt is NONE or measure.conceded:
            words.append(whole(f"SUM({low})"))
        else:
            words.append(whole(f"SUM(CASE WHEN {doubt.words} THEN 0 ELSE {low} END)"))
            said += doubt.said
        words += [whole(f"SUM({high})"), of.known.format(measure.key), of.closed.format(measure.key)]
    return Sql(", ".join(words), tuple(said))


def whole(sum: str) -> str:
    """A sum as wide as its parts: databases that widen it take as long to hand it over as to count it."""
    return f"CAST({sum} AS BIGINT)"


def tallied(keys: Sequence[str], columns: Sql, where: Sql, of: Table = FACTS) -> Sql:
    """The sums for each value of the keys; where one is of `w`, for each who is accused."""
    named = " LEFT JOIN facts_parties w ON w.id = f.parties" if WHOSE in keys else ""
    grouped = f" GROUP BY {', '.join(keys)}" if keys else ""
    cells = ", ".join([*keys, columns.words])
    words = f"SELECT {cells} FROM {of.table} f{named} WHERE {where.words}{grouped}"
    return Sql(words, (*columns.said, *of.said, *where.said))


def in_sets(by: Iterable[Axis], measures: Iterable[Measure], where: Sql, doubt: Sql = NONE) -> Table:
    """The facts that meet a condition, summed for each set of those accused and value of the axes, and for
    each grade where a doubt looks at it: fewer to join than the facts are, and easier to sort."""
    keys = {"parties": "f.parties"}
    keys |= {_named(KEYS[axis]): KEYS[axis] for axis in by if axis is not Axis.BELLIGERENT}
    keys |= {} if doubt is NONE else {"grade": KEYS[Axis.GRADE]}
    cells = [f"{key} AS {name}" for name, key in keys.items()]
    cells += [f"{FACTS.incidents} AS incidents", f"{FACTS.unreviewed} AS unreviewed"]
    for each in dict.fromkeys((Measure.KILLED, *measures)):
        low, high = f"{each.key}_min", f"{each.key}_max"
        cells += [f"{whole(f'SUM(f.{bound})')} AS {bound}" for bound in (low, high)]
        cells += [f"COUNT(f.{low}) AS {each.key}_known", f"COUNT(f.{high}) AS {each.key}_closed"]
    inner = f"SELECT {', '.join(cells)} FROM facts f WHERE {where.words} GROUP BY {', '.join(keys.values())}"
    return replace(KEPT, table=f"({inner})", unreviewed=whole("SUM(f.unreviewed)"), said=where.said)


def _named(key: str) -> str:
    """The column that a key looks at: the year is that of the first day, and of itself."""
    return key.split()[0].removeprefix("f.")


def conceded(keys: Sequence[str], harm: str, where: Sql, by: Sql) -> Sql:
    """What is conceded, each incident once: two belligerents that concede the same deaths concede them once.

    For each who is accused, what it concedes itself. The smaller table stands first: SQLite keeps to the
    order of a CROSS JOIN; and whether it is accused is looked up, because DuckDB would join that first.
    """
    names = [f"key{at}" for at in range(len(keys))]
    low, high = f"c.{harm}_min", f"c.{harm}_max"
    accused = (
        "EXISTS (SELECT 1 FROM facts_parties w WHERE w.id = f.parties AND w.belligerent = c.belligerent)"
    )
    own = [accused] if WHOSE in keys else []
    keys = ["c.belligerent" if key == WHOSE else key for key in keys]
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
        f" FROM facts_conceded c CROSS JOIN facts f WHERE {' AND '.join([*meets, where.words, by.words])}"
        f" GROUP BY {', '.join(['c.incident', *keys])}"
    )
    outer = [*names, "SUM(low)", "SUM(CASE WHEN open = 1 THEN 0 ELSE high END)", "COUNT(*)", "SUM(open)"]
    grouped = f" GROUP BY {', '.join(names)}" if names else ""
    return Sql(f"SELECT {', '.join(outer)} FROM ({inner}) one{grouped}", (*where.said, *by.said))
