"""The words of a question, as they stand on every table, and the way back from them to the question.

>>> asked = question_of("all alleged, Red Army + “Guard, Second”, Syria, 2017-05 to 2017-06, by month")
>>> asked.belligerents
('Red Army', 'Guard, Second')
>>> worded(asked)
'all alleged, Red Army + “Guard, Second”, Syria, 2017-05 to 2017-06, by month'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from cairn.exceptions import BadInput
from cairn.total.area import Area
from cairn.total.measure import SHOWN, Measure
from cairn.total.period import WHOLE_RECORD, Period
from cairn.total.question import ALL_ALLEGED, Axis, Contested, Question
from cairn.values import Grade, PartialDate, StrikeStatus
from cairn.vocabulary.country_names import country_code, country_name

E = TypeVar("E", bound=StrEnum)
ALLEGED, EVERYBODY, EVERYWHERE, EVER = "all alleged", "every belligerent", "every country", "whole record"
ALONE, DOUBT, PROVISIONAL = "without coalition members", "contested in no minimum", "provisional"
PARTS = re.compile(r"(?:“[^”]*”|[^,“])+")
NAMES = re.compile(r"(?:“[^”]*”|[^+“])+")


def worded(asked: Question) -> str:
    """Parts with commas between them; in a part, names with a plus between them."""
    counted = "" if asked.measures == SHOWN else f"{_joined(asked.measures)} of "
    parts = [
        counted + (_joined(asked.grades) or ALLEGED),
        _joined(asked.belligerents, EVERYBODY) or EVERYBODY,
        _joined(map(_country, asked.countries), EVERYWHERE) or EVERYWHERE,
        f"in {_joined(asked.places)}" if asked.places else "",
        f"within {_quoted(str(asked.area))}" if asked.area else "",
        str(asked.period),
        f"strike {_joined(asked.statuses)}" if asked.statuses else "",
        ALONE if asked.alone else "",
        DOUBT if asked.contested is Contested.MAXIMUM else "",
        f"as of {asked.as_of}" if asked.as_of else "",
        f"by {_joined(asked.by)}" if asked.by else "",
        PROVISIONAL if asked.provisional else "",
    ]
    return ", ".join(part for part in parts if part)


def question_of(text: str, areas: Iterable[Area] = ()) -> Question:
    """The question that these words ask. `areas` are those it may name: their outlines are not in the words.

    Refuses what it does not understand whole: a total for another question than the one printed is none.
    """
    parts = [part.strip() for part in PARTS.findall(text)]
    if len(parts) < 4:
        raise BadInput(
            f"“{text}” is no question: grades, belligerents, countries and period stand first, with commas"
            f" between them, as in “{worded(Question())}”."
        )
    grades, belligerents, countries, *rest = parts
    known = {_quoted(str(area)): area for area in areas}
    asked = _graded(Question(), grades)
    asked = replace(asked, belligerents=_names(belligerents) if belligerents != EVERYBODY else ())
    asked = replace(asked, countries=tuple(map(_code, _names(countries))) if countries != EVERYWHERE else ())
    for part in rest:
        asked = _with(asked, part, known)
    return once(asked)


def once(asked: Question) -> Question:
    """The question itself. Refuses one that says a word twice: what is meant is not what is said."""
    parts = (asked.by, asked.measures, asked.grades, asked.statuses)
    names = (asked.belligerents, asked.countries, asked.places)
    for words in (*parts, *names):
        for at, word in enumerate(words):
            if word in words[:at]:
                raise BadInput(f"The question says “{word}” twice. Say it once.")
    return asked


def _graded(asked: Question, part: str) -> Question:
    counted, of, grades = part.rpartition(" of ")
    found = ALL_ALLEGED if grades == ALLEGED else _each(Grade, grades)
    return replace(asked, grades=found, measures=_each(Measure, counted) if of else SHOWN)


def _with(asked: Question, part: str, areas: dict[str, Area]) -> Question:
    first, _, rest = part.partition(" ")
    if first in _BEGINS and rest:
        return _BEGINS[first](asked, rest)
    if first == "within":
        return replace(asked, area=_area(rest, areas))
    if part in _WHOLE:
        return _WHOLE[part](asked)
    return replace(asked, period=_period(part))


_BEGINS: dict[str, Callable[[Question, str], Question]] = {
    "in": lambda asked, rest: replace(asked, places=_names(rest)),
    "strike": lambda asked, rest: replace(asked, statuses=_each(StrikeStatus, rest)),
    "as": lambda asked, rest: replace(asked, as_of=PartialDate(rest.removeprefix("of "))),
    "by": lambda asked, rest: replace(asked, by=_each(Axis, rest)),
}
_WHOLE: dict[str, Callable[[Question], Question]] = {
    ALONE: lambda asked: replace(asked, alone=True),
    DOUBT: lambda asked: replace(asked, contested=Contested.MAXIMUM),
    PROVISIONAL: lambda asked: replace(asked, provisional=True),
    "unreviewed": lambda asked: asked,  # a remark on the answer that stands behind the question
    EVER: lambda asked: replace(asked, period=WHOLE_RECORD),
}


def _period(part: str) -> Period:
    """As `Period` writes itself: "2017-05 to 2017-06", "from 2017-05", "to 2017-06"."""
    start, to, end = (word.strip() for word in f" {part} ".partition(" to "))
    start = start.removeprefix("from ") if not to else start
    return Period(PartialDate(start) if start else None, PartialDate(end) if end else None)


def _area(name: str, areas: dict[str, Area]) -> Area:
    if name not in areas:
        raise BadInput(f"The outline of {name} is not at hand. Give its GeoJSON file with --within.")
    return areas[name]


def _each(kind: type[E], words: str) -> tuple[E, ...]:
    found = []
    for word in _names(words):
        try:
            found.append(kind(word))
        except ValueError:
            raise BadInput(f"“{word}” is not known here. Choose from {', '.join(kind)}.") from None
    return tuple(found)


def _names(part: str) -> tuple[str, ...]:
    return tuple(_bare(name.strip()) for name in NAMES.findall(part))


def _bare(name: str) -> str:
    return name[1:-1] if name.startswith("“") and name.endswith("”") else name


def _joined(names: Iterable[str], *taken: str) -> str:
    return " + ".join(_quoted(name, taken) for name in names)


def _quoted(name: str, taken: Sequence[str] = ()) -> str:
    """In quotation marks where a name would else be read as more than one, or as no name."""
    plain = not re.search(r"[,+“”]| of ", name) and name == name.strip() and name and name not in taken
    return str(name) if plain else f"“{name.replace('“', '').replace('”', '')}”"


def _country(code: str) -> str:
    """Its name where that leads back to it; else its code."""
    name = country_name(code)
    return name if country_code(name) == code else code


def _code(name: str) -> str:
    code = country_code(name)
    if code is None:
        raise BadInput(f"The country {name} is not known. Write its two-letter code, such as SY.")
    return code
