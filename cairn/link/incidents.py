"""Known incidents by code and by day, so that what could be meant is found without looking at all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from cairn.values import KnownIncident, PartialDate

LONGEST_DAYS = 40  # an incident known only to its year stands under no day


class IncidentIndex:
    """Incidents under each of their codes and under each day on which they may have happened."""

    def __init__(self, incidents: Iterable[KnownIncident]) -> None:
        self._by_code: dict[str, dict[str, KnownIncident]] = defaultdict(dict)
        self._by_day: dict[dt.date, list[KnownIncident]] = defaultdict(list)
        for incident in incidents:
            for code in incident.codes:
                self._by_code[_plain(code)][incident.id] = incident
            for day in days_of(incident.finding.date, incident.finding.date_end):
                self._by_day[day].append(incident)

    def coded(self, code: str) -> list[KnownIncident]:
        """The incidents that bear this code, now or before."""
        return list(self._by_code.get(_plain(code), {}).values())

    def within_days(self, first: dt.date, last: dt.date, days: int) -> list[KnownIncident]:
        """The incidents that may have happened between these days or so many days around them."""
        found: dict[str, KnownIncident] = {}
        for ordinal in range(first.toordinal() - days, last.toordinal() + days + 1):
            for incident in self._by_day.get(dt.date.fromordinal(ordinal), ()):
                found[incident.id] = incident
        return list(found.values())


def days_of(date: PartialDate | None, end: PartialDate | None = None) -> Iterator[dt.date]:
    """Every day from the one date to the other; none where that would be more than a month or so."""
    if date is None:
        return
    first, last = date.first_day().toordinal(), (end or date).last_day().toordinal()
    if last - first <= LONGEST_DAYS:
        yield from map(dt.date.fromordinal, range(first, last + 1))


def _plain(code: str) -> str:
    return code.replace(" ", "").upper()
