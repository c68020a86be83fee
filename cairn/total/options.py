"""A question from named options: those of a command line, and those of an address on the web."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from cairn.exceptions import BadInput
from cairn.total.area import Area
from cairn.total.measure import SHOWN, Measure
from cairn.total.period import Period
from cairn.total.question import ALL_ALLEGED, Axis, Contested, Question
from cairn.total.wording import once, question_of
from cairn.values import Grade, PartialDate, StrikeStatus
from cairn.vocabulary.country_names import country_code

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
Said = Mapping[str, Sequence[str]]
NAMES = (
    *("question", "by", "count", "belligerent", "alone", "contested", "country", "place", "from", "to"),
    *("grade", "status", "as-of", "provisional"),
)
ONCE = ("question", "alone", "contested", "from", "to", "as-of", "provisional")
NO = ("", "0", "no", "false")


def question_from(
    said: Said, today: dt.date, area: Area | None = None, spelt: Callable[[str], str] = "--{}".format
) -> Question:
    """The question that these options ask, those that take several words given again or with commas between.

    `question` has all of it in words, and the other options change it. `spelt` is how a refusal calls one.
    Refuses what is said twice: of two days neither is the one that was asked.
    """
    if unknown := sorted(set(said) - set(NAMES)):
        raise BadInput(f"{spelt(unknown[0])} is no part of a question. Parts are {', '.join(NAMES)}.")
    for name in ONCE:
        only(said.get(name) if name == "question" else _words(said.get(name)), spelt(name))
    words = only(said.get("question"), spelt("question"))
    asked = question_of(words, [area] if area else []) if words else Question()
    asked = replace(asked, area=area or asked.area, as_of=_day(said, asked, today, spelt("as-of")))
    for name, given in ((name, _words(said.get(name))) for name in NAMES):
        if given and name in _PARTS:
            asked = _PARTS[name](asked, given, spelt(name))
    return once(replace(asked, period=_period(said, asked.period)))


def only(given: Sequence[T] | None, option: str) -> T | None:
    """What an option that takes one word was given; None where it was given none."""
    if given and len(given) > 1:
        raise BadInput(f"{option} is given {len(given)} times. Give it once.")
    return given[0] if given else None


def _words(given: Sequence[str] | None) -> list[str]:
    """What was given with commas, or by repeating the option."""
    return [word.strip() for part in given or () for word in part.split(",") if word.strip()]


def _each(kind: type[E], words: Sequence[str], option: str) -> tuple[E, ...]:
    return tuple(_one_of(kind, word, option) for word in words)


def _one_of(kind: type[E], word: str, option: str) -> E:
    """As it is written, in whatever capitals, with _ or - where it has a space."""
    plain = {each.replace("-", " "): each for each in kind}
    found = plain.get(word.lower().replace("_", " ").replace("-", " "))
    if found is None:
        raise BadInput(f"{option} {word} is not known. Choose from {', '.join(kind)}.")
    return found


def _grades(asked: Question, words: Sequence[str], option: str) -> Question:
    every = [word.lower() for word in words] == ["all"]
    return replace(asked, grades=ALL_ALLEGED if every else _each(Grade, words, option))


def _countries(asked: Question, words: Sequence[str], option: str) -> Question:
    return replace(asked, countries=tuple(_country(word, option) for word in words))


def _country(name: str, option: str) -> str:
    code = country_code(name)
    if code is None:
        raise BadInput(f"{option} {name} is not known. Write its two-letter code, such as SY.")
    return code


def _yes(words: Sequence[str]) -> bool:
    return words[-1].lower() not in NO


_PARTS: dict[str, Callable[[Question, Sequence[str], str], Question]] = {
    "by": lambda asked, words, option: replace(asked, by=_each(Axis, words, option)),
    "count": lambda asked, words, option: replace(asked, measures=_each(Measure, words, option) or SHOWN),
    "belligerent": lambda asked, words, _: replace(asked, belligerents=tuple(words)),
    "alone": lambda asked, words, _: replace(asked, alone=_yes(words)),
    "contested": lambda asked, words, option: replace(asked, contested=_one_of(Contested, words[-1], option)),
    "country": _countries,
    "place": lambda asked, words, _: replace(asked, places=tuple(words)),
    "grade": _grades,
    "status": lambda asked, words, option: replace(asked, statuses=_each(StrikeStatus, words, option)),
    "provisional": lambda asked, words, _: replace(asked, provisional=_yes(words)),
}


def _period(said: Said, period: Period) -> Period:
    start, end = (_words(said.get(name)) for name in ("from", "to"))
    return Period(
        PartialDate(start[-1]) if start else period.start, PartialDate(end[-1]) if end else period.end
    )


def _day(said: Said, asked: Question, today: dt.date, option: str) -> PartialDate:
    """The day asked for, a month or year by its last day; today where none is asked for or it goes on."""
    given = _words(said.get("as-of"))
    if not given and asked.as_of is None:
        return PartialDate.on(today)
    wanted = PartialDate(given[-1]) if given else asked.as_of
    assert wanted
    return PartialDate.on(known_day(wanted, today, option))


def known_day(wanted: PartialDate, today: dt.date, option: str = "--as-of") -> dt.date:
    """Refuses a day that is still to come: nobody knows yet what will be known then."""
    if wanted.first_day() > today:
        raise BadInput(f"{option} {wanted} is still to come. Name a day up to {today}, or leave it out.")
    return min(wanted.last_day(), today)
