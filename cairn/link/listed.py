"""A row of a list of people, as lists are written: ages in months, sexes by a letter, columns missing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cairn.exceptions import BadInput
from cairn.link.names import frame, is_arabic, name_parts
from cairn.vocabulary.fold import fold
from cairn.vocabulary.names import age_units, sexes

COLUMNS = ("id", "name", "name_en", "name_ar", "age", "sex", "gender", "date", "place")  # all that is read
OLDEST = 130  # years
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A name in either script, and what else the list knows.

    `age` in years, `day` of death as its ordinal, `place` of death as its frames, alike in either script.
    """

    id: str
    name_en: str = ""
    name_ar: str = ""
    age: float | None = None
    sex: str | None = None
    day: int | None = None
    place: str = ""


def listed_person(row: Mapping[str, str | None]) -> ListedPerson:
    """Columns `id`, `name_en`, `name_ar` or `name`, `age`, `sex` or `gender`, `date` and `place` of death.

    Only the id must be there.
    """
    if not (row.get("id") or "").strip():
        raise BadInput("This person has no id. Give each row an id of its own.")
    name = row.get("name") or ""
    return ListedPerson(
        id=(row["id"] or "").strip(),
        name_en=row.get("name_en") or ("" if is_arabic(name) else name),
        name_ar=row.get("name_ar") or (name if is_arabic(name) else ""),
        age=age_in_years(row.get("age") or ""),
        sex=sexes().get(fold(row.get("sex") or row.get("gender") or "").strip()),
        day=day_of(row.get("date") or ""),
        place=" ".join(map(frame, name_parts(row.get("place") or ""))),
    )


def day_of(said: str) -> int | None:
    """The ordinal of a day written as 2031-05-04, with or without a time; None for anything less exact.

    >>> day_of("2031-05-04T10:00") == day_of("2031-05-04"), day_of("May 2031")
    (True, None)
    """
    try:
        return dt.date.fromisoformat(said.strip()[:10]).toordinal()
    except ValueError:
        return None


def age_in_years(said: str) -> float | None:
    """None where no age was given, none can be read, or nobody lives so long ("999").

    >>> age_in_years("6 months"), age_in_years("41"), age_in_years("less than a day"), age_in_years("adult")
    (0.5, 41.0, 0.0, None)
    """
    words = fold(said).split()
    unit = next((age_units()[word] for word in words if word in age_units()), None)
    number = _NUMBER.search(fold(said))
    if number is None:
        return None if unit is None else 0.0 if unit > 1 else 1.0
    years = float(number[0]) / (unit or 1)
    return years if years <= OLDEST else None
