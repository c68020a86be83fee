"""A question to the record, as an object: every total names its grades, belligerents, places and period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cairn.total.area import Area
from cairn.total.coalitions import ALONE, Coalitions, known_coalitions
from cairn.total.measure import SHOWN, Measure
from cairn.total.period import WHOLE_RECORD, Fall, Period
from cairn.values import Grade, KnownIncident, PartialDate, Place, StrikeStatus
from cairn.vocabulary.fold import fold

HEADLINE = (Grade.FAIR, Grade.CONFIRMED)
ALL_ALLEGED: tuple[Grade, ...] = ()


class Axis(StrEnum):
    """What a table has a row for each of."""

    BELLIGERENT = "belligerent"
    COUNTRY = "country"
    PLACE = "place"
    MONTH = "month"
    YEAR = "year"
    GRADE = "grade"
    STATUS = "status"


class Contested(StrEnum):
    """What an incident says of one belligerent when it may have been another's doing."""

    COUNTED = "counted"  # in full for each
    MAXIMUM = "maximum"  # in the maximum of each, in the minimum of none


@dataclass(frozen=True, slots=True)
class Question:
    """Empty `belligerents`, `countries`, `places`, `statuses` or `grades` mean "any"; `grades` empty is "all
    alleged". `countries` are ISO alpha-2 codes.

    A coalition holds what its members are accused of while they were members; `alone`, only what itself is.
    Incidents where nobody alleges civilian harm are in no total. `provisional` lets in incidents that
    nobody has reviewed yet.

    >>> may = PartialDate("2017-05")
    >>> print(Question(belligerents=("Red Army",), period=Period(may, may)))
    fair + confirmed, Red Army, every country, 2017-05 to 2017-05
    """

    by: tuple[Axis, ...] = ()
    belligerents: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    period: Period = WHOLE_RECORD
    grades: tuple[Grade, ...] = HEADLINE
    as_of: PartialDate | None = None
    provisional: bool = False
    measures: tuple[Measure, ...] = SHOWN
    statuses: tuple[StrikeStatus, ...] = ()
    places: tuple[str, ...] = ()
    area: Area | None = None
    contested: Contested = Contested.COUNTED
    alone: bool = False

    def falls(self, incident: KnownIncident, coalitions: Coalitions | None = None) -> Fall:
        """Whether the incident is in the answer; ASTRIDE when only its date or its place leaves that open.

        `coalitions` are those of the vocabulary where none are given.
        """
        found = incident.finding
        if not self._concerns(incident):
            return Fall.OUTSIDE
        falls = {self.period.holds(found.date)}
        if self.belligerents:
            falls.add(self._accuses(incident, coalitions or known_coalitions()))
        if self.area:
            falls.add(self.area.holds(found.place))
        if Fall.OUTSIDE in falls:
            return Fall.OUTSIDE
        return Fall.ASTRIDE if Fall.ASTRIDE in falls else Fall.INSIDE

    def _concerns(self, incident: KnownIncident) -> bool:
        """Whatever can be told for certain."""
        found = incident.finding
        if found.grade is Grade.NO_HARM_ALLEGED or (self.grades and found.grade not in self.grades):
            return False
        if self.statuses and found.strike_status not in self.statuses:
            return False
        if self.countries and (found.place is None or found.place.country not in self.countries):
            return False
        return not self.places or _lies_in(found.place, self.places)

    def _accuses(self, incident: KnownIncident, coalitions: Coalitions) -> Fall:
        named, date = accused(incident), incident.finding.date
        falls = {self.known(coalitions).under(name, named, date) for name in self.belligerents}
        return next((fall for fall in (Fall.INSIDE, Fall.ASTRIDE) if fall in falls), Fall.OUTSIDE)

    def known(self, coalitions: Coalitions) -> Coalitions:
        """The coalitions as far as the question looks at them."""
        return ALONE if self.alone else coalitions

    def accused(self, incident: KnownIncident, coalitions: Coalitions | None = None) -> list[str]:
        """The belligerents the incident is attributed to, of those asked for, each once.

        A belligerent that only denies is among them: nobody denies what nobody alleges.
        """
        named, date = accused(incident), incident.finding.date
        if not self.belligerents:
            return named
        known = self.known(coalitions or known_coalitions())
        return [name for name in self.belligerents if known.under(name, named, date) is Fall.INSIDE]

    def doubtful(self, incident: KnownIncident, whose: tuple[str, ...], coalitions: Coalitions) -> bool:
        """Whether it may have been somebody else than these, and the question keeps such from the minimum."""
        if self.contested is Contested.COUNTED or not whose:
            return False
        return contested(accused(incident), incident.finding.grade, whose, coalitions)

    def __str__(self) -> str:
        """Which incidents it asks for. What a table has rows for stands on the table; `worded` says both."""
        from cairn.total.wording import worded

        return worded(replace(self, by=()))


def accused(incident: KnownIncident) -> list[str]:
    """Everybody the incident is attributed to, each once."""
    return list(dict.fromkeys(each.name for each in incident.finding.belligerents))


def contested(named: list[str], grade: Grade | None, whose: tuple[str, ...], coalitions: Coalitions) -> bool:
    """Whether somebody else is accused too, or one is and the grade says that others may have done it.

    A belligerent and its coalition are not each other's doubt.
    """
    return bool(coalitions.others(whose, named)) or (grade is Grade.CONTESTED and len(named) < 2)


def _lies_in(place: Place | None, names: tuple[str, ...]) -> bool:
    if place is None:
        return False
    return not {fold(name) for name in names}.isdisjoint(map(fold, (place.name, *place.within)))
