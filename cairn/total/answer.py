"""The answer to a question: a row for each value on its axes, and a total that holds each incident once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

from cairn.total.period import Fall
from cairn.total.question import Axis, Question
from cairn.total.tally import Tally
from cairn.values import KnownIncident

Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """`key` has a value for each axis of the question; None where the incident does not say."""

    key: Key
    tally: Tally


@dataclass(frozen=True, slots=True)
class Answer:
    """`astride` counts incidents left out because their date lies only partly in the period, or is unknown;
    `left_unreviewed` those left out because nobody has reviewed them."""

    question: Question
    rows: tuple[Row, ...]
    total: Tally
    astride: int = 0
    left_unreviewed: int = 0

    @property
    def heading(self) -> str:
        """The question, saying so when somebody has still to review what is in the answer."""
        return f"{self.question}, provisional, unreviewed" if self.total.unreviewed else str(self.question)


def total(incidents: Iterable[KnownIncident], question: Question | None = None) -> Answer:
    """Sum the incidents a question asks for.

    An incident with two belligerents counts in full in the row of each, and once in the total. Minimum and
    maximum are summed apart: the range is an envelope, not a confidence interval.
    """
    asked = question or Question()
    whole, rows = Tally(), dict[Key, Tally]()
    astride = left_unreviewed = 0
    for incident in incidents:
        fall = asked.falls(incident)
        if fall is Fall.OUTSIDE:
            continue
        if not incident.reviewed and not asked.provisional:
            left_unreviewed += 1
        elif fall is Fall.ASTRIDE:
            astride += 1
        else:
            whole.add(incident, asked.belligerents or None)
            _add_to_rows(rows, incident, asked)
    return Answer(asked, _sorted(rows), whole, astride, left_unreviewed)


def _add_to_rows(rows: dict[Key, Tally], incident: KnownIncident, asked: Question) -> None:
    if not asked.by:
        return
    whose = asked.by.index(Axis.BELLIGERENT) if Axis.BELLIGERENT in asked.by else None
    for key in product(*(_values(axis, incident, asked) for axis in asked.by)):
        name = key[whose] if whose is not None else None
        one = [name] if name is not None else asked.belligerents or None
        rows.setdefault(key, Tally()).add(incident, one)


def _values(axis: Axis, incident: KnownIncident, asked: Question) -> list[str | None]:
    if axis is Axis.BELLIGERENT:
        return [*asked.accused(incident)] or [None]
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


def _sorted(rows: dict[Key, Tally]) -> tuple[Row, ...]:
    """By key, what is unknown last."""
    keys = sorted(rows, key=lambda key: [(part is None, part or "") for part in key])
    return tuple(Row(key, rows[key]) for key in keys)
