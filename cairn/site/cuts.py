"""Lists of incidents, each with the question it answers: a total and its list come of the same question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cairn.site.addresses import slug
from cairn.total import ALL_ALLEGED, HEADLINE, Axis, Period, Question
from cairn.total.beside.conceding import matched
from cairn.total.period import WHOLE_RECORD, Fall
from cairn.total.tally import conceded
from cairn.values import Grade, KnownIncident, PartialDate

NO_HARM = "no-harm-alleged"
UNDATED = "undated"
UNATTRIBUTED = "by-nobody-named"
CONCEDED = "conceded"
BELOW = "-below-our-minimum"
REVIEWED = "headline-reviewed"


@dataclass(frozen=True, slots=True)
class Cut:
    """`only` narrows what the question asks for, where a question has no word for it."""

    name: str
    question: Question
    only: Callable[[KnownIncident], bool] | None = None

    def holds(self, known: KnownIncident) -> bool:
        if self.name == NO_HARM:  # in no total, so that no question finds it
            return known.finding.grade is Grade.NO_HARM_ALLEGED
        if self.only is not None and not self.only(known):
            return False
        return self.question.falls(known) is Fall.INSIDE


def alleged(
    belligerents: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    period: Period = WHOLE_RECORD,
    by: tuple[Axis, ...] = (),
) -> Question:
    """All alleged, with what nobody has reviewed yet: the pages say where that is so."""
    return Question(by, belligerents, countries, period, ALL_ALLEGED, provisional=True)


def established(
    belligerents: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    period: Period = WHOLE_RECORD,
    by: tuple[Axis, ...] = (),
) -> Question:
    """Fair and confirmed, with what nobody has reviewed yet."""
    return Question(by, belligerents, countries, period, HEADLINE, provisional=True)


def cuts(incidents: Iterable[KnownIncident], belligerents: Mapping[str, str]) -> Iterator[Cut]:
    """Every list that a number of the site leads to; `belligerents` with their names as files."""
    known = list(incidents)
    yield Cut("all", alleged())
    yield Cut("headline", established())
    yield Cut(REVIEWED, Question(), lambda one: one.reviewed)
    yield Cut(CONCEDED, alleged(), lambda one: conceded(one) is not None)
    for name, file in belligerents.items():
        yield from _of_belligerent(name, f"by-{file}")
    for country in sorted({one.finding.place.country or "" for one in known if one.finding.place} - {""}):
        yield Cut(f"at-{country}-headline", established(countries=(country,)))
    dates = {date.text for one in known if (date := one.finding.date)}
    for text in sorted({text[:4] for text in dates} | {text[:7] for text in dates}):
        held = Period(PartialDate(text), PartialDate(text))
        yield Cut(f"in-{text}", alleged(period=held))
        yield Cut(f"in-{text}-headline", established(period=held))
    for grade in (grade for grade in Grade if grade is not Grade.NO_HARM_ALLEGED):
        yield Cut(f"grade-{slug(grade)}", Question(grades=(grade,), provisional=True))
    yield Cut(UNATTRIBUTED, alleged(), _unattributed)
    yield Cut(f"{UNATTRIBUTED}-headline", established(), _unattributed)
    yield Cut(UNDATED, alleged(), _undated)
    yield Cut(f"{UNDATED}-headline", established(), _undated)
    yield Cut(NO_HARM, alleged())


def _of_belligerent(name: str, file: str) -> Iterator[Cut]:
    whose = (name,)
    yield Cut(file, alleged(whose))
    yield Cut(f"{file}-headline", established(whose))
    yield Cut(f"{file}-conceded", alleged(whose), lambda one: conceded(one, frozenset(whose)) is not None)
    yield Cut(f"{file}{BELOW}", alleged(whose), lambda one: _below(one, name))


def _below(known: KnownIncident, name: str) -> bool:
    return any(one.below for one in matched([(known, frozenset({name}))]))


def _unattributed(known: KnownIncident) -> bool:
    return not known.finding.belligerents


def _undated(known: KnownIncident) -> bool:
    return known.finding.date is None
