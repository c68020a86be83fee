"""A question as SQL over the tables of facts: the same words for SQLite, PostgreSQL and DuckDB."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cairn.total.area import Area
from cairn.total.coalitions import Coalitions, spell
from cairn.total.facts import Cell, Cells, as_number
from cairn.total.measure import Measure
from cairn.total.period import Fall, Period
from cairn.total.question import Axis, Contested, Question, contested
from cairn.values import Grade, Precision
from cairn.vocabulary.fold import fold


class Facts(Protocol):
    """A database with the tables of facts."""

    @property
    def dialect(self) -> str:
        """ "sqlite", "postgresql" or "duckdb"."""

    def rows(self, sql: str, said: Sequence[Cell]) -> Sequence[Sequence[Cell]]:
        """What a question of SQL finds; each `?` in it stands for one of what is `said`."""


@dataclass(frozen=True, slots=True)
class Sql:
    """Words and what their question marks stand for."""

    words: str
    said: Cells = ()

    def __and__(self, other: Sql) -> Sql:
        return Sql(f"{self.words} AND {other.words}", (*self.said, *other.said))


ANY = Sql("1 = 1")
NONE = Sql("1 = 0")


def either(parts: Iterable[Sql]) -> Sql:
    found = [part for part in parts if part is not NONE]
    if not found:
        return NONE
    words = " OR ".join(part.words for part in found)
    return Sql(f"({words})", tuple(said for part in found for said in part.said))


@dataclass(frozen=True, slots=True)
class Condition:
    """`inside` finds the incidents of the answer, `possible` those too that may belong to it."""

    inside: Sql = ANY
    possible: Sql = ANY

    def __and__(self, other: Condition) -> Condition:
        return Condition(self.inside & other.inside, self.possible & other.possible)


class Asking:
    """What a question needs to know of a database before it can be put: parties and places by number."""

    def __init__(self, facts: Facts, asked: Question, coalitions: Coalitions) -> None:
        self.facts = facts
        self.asked = asked
        self.coalitions = coalitions
        self.parties = self._parties()

    def _parties(self) -> Mapping[int, list[str]]:
        """Who is accused, by the number under which facts name them together."""
        found: dict[int, list[str]] = {}
        for number, name in self.facts.rows("SELECT id, belligerent FROM facts_parties", ()):
            names = found.setdefault(int(number or 0), [])
            if name not in names:
                names.append(str(name))
        return found

    def condition(self) -> Condition:
        """Which facts answer the question, reviewed or not."""
        asked = self.asked
        sure = [_as_of(asked), _grade(asked), _among("f.status", asked.statuses)]
        sure += [_among("f.country", asked.countries), _lies_in(asked.places)]
        found = _period(asked.period)
        if asked.belligerents:
            found &= self._accused()
        if asked.area:
            found &= self._within(asked.area)
        for each in sure:
            found &= Condition(each, each)
        return found

    def _accused(self) -> Condition:
        """Of anybody asked for, or of a member of theirs while it was one."""
        asked, known = self.asked, self.asked.known(self.coalitions)
        direct = self._with(lambda names: not set(names).isdisjoint(asked.belligerents))
        found = [(direct, ANY, ANY)]
        for each in (one for name in asked.belligerents for one in known.of_coalition(name)):
            numbers = self._with(lambda names, member=each.member: member in names)  # type: ignore[misc]
            then = _period(spell(each))
            found.append((numbers, then.inside, then.possible))
        return Condition(
            either(self._numbers("f.parties", numbers) & inside for numbers, inside, _ in found),
            either(self._numbers("f.parties", numbers) & possible for numbers, _, possible in found),
        )

    def doubt(self, whose: tuple[str, ...]) -> Sql:
        """Where it may have been somebody else than these, and the question keeps such from the minimum."""
        if self.asked.contested is Contested.COUNTED or not whose:
            return NONE
        sure = self._with(lambda names: contested(names, None, whose, self.coalitions))
        graded = self._with(lambda names: contested(names, Grade.CONTESTED, whose, self.coalitions))
        perhaps = self._numbers("f.parties", graded) & Sql("f.grade = ?", (Grade.CONTESTED.value,))
        return either([self._numbers("f.parties", sure), perhaps])

    def doubt_of_each(self) -> Sql:
        """The same for the row of each who is accused, as `w`: sets of which some are in doubt are few."""
        if self.asked.contested is Contested.COUNTED:
            return NONE
        graded = self._doubted(Grade.CONTESTED) & Sql("f.grade = ?", (Grade.CONTESTED.value,))
        return either([self._doubted(None), graded])

    def _doubted(self, grade: Grade | None) -> Sql:
        doubted = {
            number: [name for name in names if contested(names, grade, (name,), self.coalitions)]
            for number, names in self.parties.items()
        }
        whole = self._with(
            lambda names: all(contested(names, grade, (name,), self.coalitions) for name in names)
        )
        some = {number for number, names in doubted.items() if names} - set(whole)
        parts = [
            Sql(
                f"(f.parties = {number} AND {_among('w.belligerent', doubted[number]).words})",
                tuple(doubted[number]),
            )
            for number in sorted(some)
        ]
        return either([self._numbers("f.parties", whole), *parts])

    def speaking(self) -> Sql:
        """Whose admissions count under the names asked for."""
        asked, known = self.asked, self.asked.known(self.coalitions)
        members = [one for name in asked.belligerents for one in known.of_coalition(name)]
        own = _among("c.belligerent", asked.belligerents)
        then = [Sql("c.belligerent = ?", (one.member,)) & _period(spell(one)).inside for one in members]
        return either([own, *then])

    def _within(self, area: Area) -> Condition:
        west, south, east, north = area.around(Precision.COUNTRY)  # no point stands for anything farther off
        near = (
            "SELECT id, lat, lon, precision FROM facts_places"
            " WHERE lat IS NULL OR (lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?)"
        )
        falls: dict[Fall, list[int]] = {fall: [] for fall in Fall}
        for number, lat, lon, precision in self.facts.rows(near, (south, north, west, east)):
            falls[area.holds_point(lat, lon, precision)].append(number)  # type: ignore[arg-type]
        inside = self._numbers("f.place", falls[Fall.INSIDE])
        astride = self._numbers("f.place", falls[Fall.ASTRIDE])
        return Condition(inside, either([inside, astride, Sql("f.place IS NULL")]))

    def _with(self, wanted: Callable[[list[str]], bool]) -> list[int]:
        return [number for number, names in self.parties.items() if wanted(names)]

    def _numbers(self, column: str, numbers: Collection[int]) -> Sql:
        """SQLite takes a question of a million letters and no more: it gets long lists as one text."""
        if not numbers:
            return NONE
        if self.facts.dialect == "sqlite":
            return Sql(f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),))
        return Sql(f"{column} IN ({', '.join(map(str, numbers))})")


def sums(measures: Iterable[Measure], doubt: Sql = NONE) -> Sql:
    """The columns of a tally: incidents, unreviewed, with deaths known; then four a measure."""
    words = ["COUNT(*)", "SUM(1 - f.reviewed)", "COUNT(f.killed_min)"]
    said: list[Cell] = []
    for measure in measures:
        low, high = f"f.{measure.key}_min", f"f.{measure.key}_max"
        if doubt is NONE or measure.conceded:
            words.append(f"SUM({low})")
        else:
            words.append(f"SUM(CASE WHEN {doubt.words} THEN 0 ELSE {low} END)")
            said += doubt.said
        words += [f"SUM({high})", f"COUNT({low})", f"COUNT({high})"]
    return Sql(", ".join(words), tuple(said))


def tallied(keys: Sequence[str], columns: Sql, where: Sql) -> Sql:
    """The sums for each value of the keys; where one is of `w`, for each who is accused."""
    named = " LEFT JOIN facts_parties w ON w.id = f.parties" if WHOSE in keys else ""
    grouped = f" GROUP BY {', '.join(keys)}" if keys else ""
    words = f"SELECT {', '.join([*keys, columns.words])} FROM facts f{named} WHERE {where.words}{grouped}"
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
    meets = ["f.incident = c.incident", "f.since = c.since", f"{low} IS NOT NULL", *own]
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


def _as_of(asked: Question) -> Sql:
    if asked.as_of is None:
        return Sql("f.until IS NULL")
    day = as_number(asked.as_of.last_day())
    return Sql("f.since <= ? AND (f.until IS NULL OR f.until > ?)", (day, day))


def _grade(asked: Question) -> Sql:
    """Where nobody alleges harm there is nothing to total."""
    if not asked.grades:
        return Sql("(f.grade IS NULL OR f.grade <> ?)", (Grade.NO_HARM_ALLEGED.value,))
    return _one_of("f.grade", [each for each in asked.grades if each is not Grade.NO_HARM_ALLEGED])


def _among(column: str, names: Collection[str]) -> Sql:
    return _one_of(column, names) if names else ANY


def _one_of(column: str, names: Collection[str]) -> Sql:
    if not names:
        return NONE
    return Sql(f"{column} IN ({', '.join('?' * len(names))})", tuple(map(str, names)))


def _lies_in(places: Sequence[str]) -> Sql:
    if not places:
        return ANY
    named = _one_of("a.name", [fold(name) for name in places])
    return Sql(f"f.place IN (SELECT a.place FROM facts_areas a WHERE {named.words})", named.said)


def _period(period: Period) -> Condition:
    """As `Period.holds`: a date is inside only when all of it is, and one that is not known may be."""
    inside: list[Sql] = []
    outside: list[Sql] = []
    if period.start:
        first = (as_number(period.first_day),)
        inside.append(Sql("f.first_day >= ?", first))
        outside.append(Sql("f.last_day < ?", first))
    if period.end:
        last = (as_number(period.last_day),)
        inside.append(Sql("f.last_day <= ?", last))
        outside.append(Sql("f.first_day > ?", last))
    if not inside:
        return Condition()
    sure = inside[0] & inside[1] if len(inside) == 2 else inside[0]
    not_in = either(outside)
    possible = Sql(f"(f.first_day IS NULL OR NOT {not_in.words})", not_in.said)
    return Condition(sure, possible)
