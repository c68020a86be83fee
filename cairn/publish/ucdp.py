"""An incident in the shape of UCDP's table of events. What our record does not say stays out of the row.

Deaths: `low` is the minimum and `high` the maximum of everybody killed. `best` is `low`: a record of two
bounds has no third number, and the minimum is the one that can be defended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cairn.publish.rows import Row
from cairn.values import Finding, Grade, KnownIncident, PartialDate, Precision, Range
from cairn.vocabulary.country_names import country_name

_WHERE = {
    Precision.COUNTRY: 6,
    Precision.GOVERNORATE: 4,
    Precision.DISTRICT: 3,
    Precision.SUBDISTRICT: 2,
}  # everything finer is 1, the place itself
_WHEN = ((1, 1), (6, 2), (7, 3), (31, 4))  # up to so many days, the code
OVER_A_MONTH = 5


def ucdp_row(known: KnownIncident) -> Iterator[Row]:
    """One row, or none where nobody alleges harm or no deaths are known of."""
    deaths = _everybody(known.finding)
    if known.finding.grade is Grade.NO_HARM_ALLEGED or deaths is None:
        return
    said = _named(known) | _when(known.finding) | _where(known.finding) | _deaths(known.finding, deaths)
    yield {column: cell for column, cell in said.items() if cell != ""}


def _everybody(found: Finding) -> Range | None:
    """Everybody killed: as sources count them together, or else those who are and are not combatants."""
    if found.all_killed is not None:
        return found.all_killed
    if found.killed is not None and found.combatants_killed is not None:
        return found.killed + found.combatants_killed
    return found.killed or found.combatants_killed


def _named(known: KnownIncident) -> Row:
    accused = {one.name for one in known.finding.belligerents}
    return {
        "id": known.id,
        "relid": known.codes[0] if known.codes else "",
        "side_a": accused.pop() if len(accused) == 1 else "",
        "number_of_sources": known.finding.origins or "",
        "event_clarity": 1,
    }


def _when(found: Finding) -> Row:
    if found.date is None:
        return {}
    first, last = found.date.first_day(), (found.date_end or found.date).last_day()
    last = max(last, first)
    return {
        "year": first.year,
        "date_prec": _days_code((last - first).days + 1),
        "date_start": _day(first),
        "date_end": _day(last),
    }


def _days_code(days: int) -> int:
    return next((code for most, code in _WHEN if days <= most), OVER_A_MONTH)


def _day(day: dt.date) -> str:
    return f"{PartialDate.on(day)} 00:00:00.000"


def _where(found: Finding) -> Row:
    if (place := found.place) is None:
        return {}
    said: Row = {"where_coordinates": place.name, "country": country_name(place.country)}
    if place.precision:
        said["where_prec"] = _WHERE.get(place.precision, 1)
    if place.lat_lon:
        lat, lon = place.lat_lon
        said |= {"latitude": lat, "longitude": lon, "geom_wkt": f"POINT ({lon} {lat})"}
    return said


def _deaths(found: Finding, everybody: Range) -> Row:
    return {
        "low": everybody.min,
        "best": everybody.min,
        "high": "" if everybody.max is None else everybody.max,
        "deaths_civilians": "" if found.killed is None else found.killed.min,
    }
