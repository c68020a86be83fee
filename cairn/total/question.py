"""A question to the record, as an object: every total names its grades, belligerents, places and period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cairn.total.period import WHOLE_RECORD, Fall, Period
from cairn.values import Grade, KnownIncident, PartialDate
from cairn.vocabulary.country_names import country_name

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


@dataclass(frozen=True, slots=True)
class Question:
    """Empty `belligerents`, `countries` or `grades` mean "any"; `grades` empty is "all alleged".

    Incidents where nobody alleges civilian harm are in no total. `provisional` lets in incidents that
    nobody has reviewed yet. `countries` are ISO alpha-2 codes.

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

    def falls(self, incident: KnownIncident) -> Fall:
        """Whether the incident is in the answer; ASTRIDE when only its date leaves that open."""
        return self.period.holds(incident.finding.date) if self._concerns(incident) else Fall.OUTSIDE

    def _concerns(self, incident: KnownIncident) -> bool:
        finding = incident.finding
        if finding.grade is Grade.NO_HARM_ALLEGED or (self.grades and finding.grade not in self.grades):
            return False
        if self.countries and (finding.place is None or finding.place.country not in self.countries):
            return False
        return not self.belligerents or bool(self.accused(incident))

    def accused(self, incident: KnownIncident) -> list[str]:
        """The belligerents the incident is attributed to, of those asked for, each once.

        A belligerent that only denies is among them: nobody denies what nobody alleges.
        """
        named = dict.fromkeys(each.name for each in incident.finding.belligerents)
        return [name for name in named if not self.belligerents or name in self.belligerents]

    def __str__(self) -> str:
        parts = [
            " + ".join(self.grades) or "all alleged",
            ", ".join(self.belligerents) or "every belligerent",
            ", ".join(map(country_name, self.countries)) or "every country",
            str(self.period),
        ]
        return ", ".join([*parts, f"as of {self.as_of}"] if self.as_of else parts)
