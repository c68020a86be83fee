"""Ages told before a person: "7-year-old", "aged 17 and 19 years"."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.mention import Mention, by_age
from cairn.extract.numbers import Count, count_at
from cairn.extract.units import Unit
from cairn.values import Quantifier, Range

_MOST_AGES = 5  # "aged 3, 5, 7, 10 and 12 years"


def is_age(said: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the number before this is an age: "17-year-old", and the first of "17 and 19 years old"."""
    return years_at(said, at, stop) is not None


def age_at(said: Sequence[Unit], at: int, stop: int, version: str) -> tuple[float | None, int]:
    counted = count_at(said, at, stop, version) if at < stop else None
    if counted is None or not is_age(said, counted.end, stop):
        return None, at
    years = years_at(said, counted.end, stop) or counted.end
    return in_years(said, counted, years), years + 1


def years_at(said: Sequence[Unit], at: int, stop: int) -> int | None:
    """Where the word for years stands that the number before this counts; None where there is none."""
    for _ in range(_MOST_AGES):
        if at < stop and said[at].is_("years"):
            return at
        at += at < stop and said[at].key == "-"
        joined = at
        at += at < stop and (said[at].key == "," or bool(said[at].sense.signs & {"and", "or", "range to"}))
        if at == joined or at >= stop or (said[at].sense.number is None and not said[at].key.isdigit()):
            return None
        at += 1
    return None


def in_years(said: Sequence[Unit], counted: Count, years: int) -> float:
    age = counted.range.min
    return round(age / 12, 1) if said[years].is_("months") else float(age)


def aged(said: Sequence[Unit], start: int, end: int, age: float | None) -> Mention:
    group = by_age(None, age)
    return Mention(Range.exactly(1), Quantifier.EXACT, start, end, "one", group=group, age=age, person=True)
