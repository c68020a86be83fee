"""The answer to a question: a row for each value on its axes, and a total that holds each incident once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cairn.total.coalitions import ALONE, Coalitions, known_coalitions
from cairn.total.period import Fall
from cairn.total.question import Axis, Contested, Question
from cairn.total.tally import Tally
from cairn.values import KnownIncident

Key = tuple[str | None, ...]
LAST = "\U0010ffff"  # behind every name


@dataclass(frozen=True, slots=True)
class Row:
    """`key` has a value for each axis of the question; None where the incident does not say."""

    key: Key
    tally: Tally


@dataclass(frozen=True, slots=True)
class Answer:
    """`astride` counts incidents left out because their date or place lies only partly in what was asked
    for, or is unknown; `left_unreviewed` those left out because nobody has reviewed them. `notes` say what
    was asked for that the whole record does not have."""

    question: Question
    rows: Sequence[Row]
    total: Tally
    astride: int = 0
    left_unreviewed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The question, saying so when somebody has still to review what is in the answer."""
        return f"{self.question}, unreviewed" if self.total.unreviewed else str(self.question)


def total(
    incidents: Iterable[KnownIncident], question: Question | None = None, coalitions: Coalitions | None = None
) -> Answer:
    """Sum the incidents a question asks for; `coalitions` are those of the vocabulary where none are given.

    An incident with two belligerents counts in full in the row of each, and once in the total. Minimum and
    maximum are summed apart: the range is an envelope, not a confidence interval.
    """
    asked = question or Question()
    whose = asked.belligerents or asked.contested is Contested.MAXIMUM
    known = coalitions or (known_coalitions() if whose else ALONE)
    whole, rows = Tally.of(asked.measures), dict[Key, Tally]()
    astride = left_unreviewed = 0
    for incident in incidents:
        fall = asked.falls(incident, known)
        if fall is Fall.OUTSIDE:
            continue
        if not incident.reviewed and not asked.provisional:
            left_unreviewed += 1
        elif fall is Fall.ASTRIDE:
            astride += 1
        else:
            _add(whole, incident, asked, asked.belligerents, known)
            _add_to_rows(rows, incident, asked, known)
    return Answer(asked, in_order(rows), whole, astride, left_unreviewed)


def _add(
    tally: Tally, incident: KnownIncident, asked: Question, whose: tuple[str, ...], known: Coalitions
) -> None:
    """`whose` are those asked for, or the one of a row; none: everybody."""
    sides, date = asked.known(known), incident.finding.date
    conceding = frozenset[str]().union(*(sides.speaking_for(name, date) for name in whose))
    tally.add(incident, conceding if whose else None, asked.doubtful(incident, whose, known))


def _add_to_rows(rows: dict[Key, Tally], incident: KnownIncident, asked: Question, known: Coalitions) -> None:
    if not asked.by:
        return
    whose = asked.by.index(Axis.BELLIGERENT) if Axis.BELLIGERENT in asked.by else None
    for key in product(*(_values(axis, incident, asked, known) for axis in asked.by)):
        name = key[whose] if whose is not None else None
        row = rows.setdefault(key, Tally.of(asked.measures))
        if asked.belligerents or name is None:
            _add(row, incident, asked, asked.belligerents if name is None else (name,), known)
        else:  # a row of everybody accused holds what each concedes itself
            row.add(incident, frozenset({name}), asked.doubtful(incident, (name,), known))


def _values(axis: Axis, incident: KnownIncident, asked: Question, known: Coalitions) -> list[str | None]:
    if axis is Axis.BELLIGERENT:
        return [*asked.accused(incident, known)] or [None]
    return [_ONE_VALUE[axis](incident)]


def _country(incident: KnownIncident) -> str | None:
    return incident.finding.place.country if incident.finding.place else None


def _place(incident: KnownIncident) -> str | None:
    return incident.finding.place.name if incident.finding.place else None


def _month(incident: KnownIncident) -> str | None:
    """The month, or the year alone where no month is known: a year is not its January."""
    return incident.finding.date.text[:7] if incident.finding.date else None


def _year(incident: KnownIncident) -> str | None:
    return incident.finding.date.text[:4] if incident.finding.date else None


def _grade(incident: KnownIncident) -> str | None:
    return incident.finding.grade.value if incident.finding.grade else None


def _status(incident: KnownIncident) -> str | None:
    return incident.finding.strike_status.value if incident.finding.strike_status else None


_ONE_VALUE: dict[Axis, Callable[[KnownIncident], str | None]] = {
    Axis.COUNTRY: _country,
    Axis.PLACE: _place,
    Axis.MONTH: _month,
    Axis.YEAR: _year,
    Axis.GRADE: _grade,
    Axis.STATUS: _status,
}


def in_order(rows: Mapping[Key, Tally]) -> tuple[Row, ...]:
    return tuple(Row(key, rows[key]) for key in ordered(rows))


def ordered(keys: Iterable[Key]) -> list[Key]:
    """What is unknown last."""
    some = list(keys)
    if any(None in key for key in some):
        return sorted(some, key=lambda key: [LAST if part is None else part for part in key])
    return sorted(some)  # many times faster, and there is nothing unknown
