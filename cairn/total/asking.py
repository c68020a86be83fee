"""What a question needs to know of a database before it can be put: parties and places by their numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping

from cairn.total.area import Area
from cairn.total.coalitions import Coalitions, spell
from cairn.total.conditions import Condition, in_period, lies_in, of_grade
from cairn.total.facts.kept import NO_NUMBER
from cairn.total.facts.sql import ANY, NONE, Facts, Sql, among, either
from cairn.total.period import Fall
from cairn.total.question import Contested, Question, contested
from cairn.values import Grade, Precision


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
        """Which rows answer the question, reviewed or not, among those of the day it is asked as of."""
        asked = self.asked
        sure = [of_grade(asked), among("f.status", asked.statuses)]
        sure += [among("f.country", asked.countries), lies_in(asked.places)]
        found = in_period(asked.period)
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
            then = in_period(spell(each))
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
                f"(f.parties = {number} AND {among('w.belligerent', doubted[number]).words})",
                tuple(doubted[number]),
            )
            for number in sorted(some)
        ]
        return either([self._numbers("f.parties", whole), *parts])

    def speaking(self) -> Sql:
        """Whose admissions count under the names asked for."""
        asked, known = self.asked, self.asked.known(self.coalitions)
        members = [one for name in asked.belligerents for one in known.of_coalition(name)]
        own = among("c.belligerent", asked.belligerents)
        then = [Sql("c.belligerent = ?", (one.member,)) & in_period(spell(one)).inside for one in members]
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
        unsaid = Sql(f"COALESCE(f.place, {NO_NUMBER}) = {NO_NUMBER}")
        return Condition(inside, either([inside, astride, unsaid]))

    def _with(self, wanted: Callable[[list[str]], bool]) -> list[int]:
        return [number for number, names in self.parties.items() if wanted(names)]

    def _numbers(self, column: str, numbers: Collection[int]) -> Sql:
        """Long lists stand apart from the words: SQLite takes a million letters, DuckDB is slow with them."""
        if not numbers:
            return NONE
        if self.facts.dialect == "duckdb":
            listed = "CAST(string_split(?, ',') AS BIGINT[])"
            return Sql(f"{column} IN (SELECT unnest({listed}))", (",".join(map(str, numbers)),))
        if self.facts.dialect == "sqlite":
            return Sql(f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),))
        return Sql(f"{column} IN ({', '.join(map(str, numbers))})")
