"""The parts of a question that facts answer by themselves, as SQL over the table `facts f`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.total.facts.rows import as_number
from cairn.total.facts.sql import ANY, Sql, either, one_of
from cairn.total.period import Period
from cairn.total.question import Question
from cairn.values import Grade
from cairn.vocabulary.fold import fold


@dataclass(frozen=True, slots=True)
class Condition:
    """`inside` finds the incidents of the answer, `possible` those too that may belong to it."""

    inside: Sql = ANY
    possible: Sql = ANY

    def __and__(self, other: Condition) -> Condition:
        return Condition(self.inside & other.inside, self.possible & other.possible)


def as_of(asked: Question) -> Sql:
    if asked.as_of is None:
        return Sql("f.until IS NULL")
    day = as_number(asked.as_of.last_day())
    return Sql("f.since <= ? AND (f.until IS NULL OR f.until > ?)", (day, day))


def of_grade(asked: Question) -> Sql:
    """Where nobody alleges harm there is nothing to total."""
    if not asked.grades:
        return Sql("(f.grade IS NULL OR f.grade <> ?)", (Grade.NO_HARM_ALLEGED.value,))
    return one_of("f.grade", [each for each in asked.grades if each is not Grade.NO_HARM_ALLEGED])


def lies_in(places: Sequence[str]) -> Sql:
    if not places:
        return ANY
    named = one_of("a.name", [fold(name) for name in places])
    return Sql(f"f.place IN (SELECT a.place FROM facts_areas a WHERE {named.words})", named.said)


def in_period(period: Period) -> Condition:
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
