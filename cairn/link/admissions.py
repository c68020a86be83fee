"""A belligerent's line to the incident it speaks of: one candidate or none.

In this order: the recorder's code, the report number seen before, the grid within a day, the place within a
day. Whatever leaves two incidents standing is ambiguous, and a person decides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cairn.link.incidents import IncidentIndex
from cairn.link.names import frame, name_parts
from cairn.values import (
    AdmissionLine,
    KnownIncident,
    Match,
    MatchState,
    Place,
    Precision,
    Range,
    distance_km,
)

NEAR_GRID_KM = 2.0
NEAR_PLACE_KM = 25.0  # "near Raqqah" is said of a farm fifteen kilometres off
DAYS = 1
CLEARLY = 2.0  # how much better the best by grid must fit than the next
MOST_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class _Fit:
    score: float
    km: float | None
    incident: KnownIncident


def match_admission(
    line: AdmissionLine, incidents: IncidentIndex, seen: Mapping[str, str] | None = None
) -> Match:
    """The incident a line speaks of. `seen` holds the incident of each report number matched before.

    A duplicate speaks of what the line speaks of that it repeats.
    """
    if line.duplicate_of and seen and line.duplicate_of in seen:
        why = f"duplicate of report {line.duplicate_of}, seen before"
        return Match(MatchState.MATCHED, (seen[line.duplicate_of],), why)
    for code in line.codes:
        if found := incidents.coded(code):
            return _by_code(code, [incident.id for incident in found])
    if line.report_number and seen and line.report_number in seen:
        return Match(
            MatchState.MATCHED, (seen[line.report_number],), f"report {line.report_number} seen before"
        )
    if line.date is None:
        return Match(MatchState.NONE, (), "it bears neither code, known report number nor date")
    fits = _fits(line, incidents)
    if line.lat_lon:
        return _by_grid(fits)
    return _by_place(line, fits)


def _by_code(code: str, found: list[str]) -> Match:
    state = MatchState.MATCHED if len(found) == 1 else MatchState.AMBIGUOUS
    return Match(state, tuple(found), f"code {code}")


def _by_grid(fits: list[_Fit]) -> Match:
    near = [fit for fit in fits if fit.km is not None and fit.km <= NEAR_GRID_KM]
    if not near:
        return _new(fits, f"nothing known within {NEAR_GRID_KM:g} km of the grid and {DAYS} day")
    if len(near) == 1 or near[0].score - near[1].score >= CLEARLY:
        rest = [fit for fit in fits if fit is not near[0]]
        return Match(MatchState.MATCHED, _ids([near[0], *rest]), f"grid {near[0].km:.2f} km off")
    return Match(MatchState.AMBIGUOUS, _ids(near), f"{len(near)} incidents near the grid")


def _by_place(line: AdmissionLine, fits: list[_Fit]) -> Match:
    if line.place is None:
        return Match(MatchState.NONE, _ids(fits), "it bears a date, but no code, grid or place")
    near = [fit for fit in fits if _at_the_place(line.place, fit)]
    if not near:
        return _new(fits, f"nothing known near {line.place.name} within {DAYS} day")
    if len(near) == 1 and near[0].km is not None and _day(line, near[0].incident) > 0:
        return Match(MatchState.MATCHED, _ids(near), f"the only incident near {line.place.name} that day")
    return Match(
        MatchState.AMBIGUOUS, _ids(near), f"{len(near)} incidents near {line.place.name} within a day"
    )


def _new(fits: list[_Fit], why: str) -> Match:
    return Match(MatchState.NEW, _ids(fits), why)


def _ids(fits: list[_Fit]) -> tuple[str, ...]:
    return tuple(fit.incident.id for fit in fits[:MOST_CANDIDATES])


def _fits(line: AdmissionLine, incidents: IncidentIndex) -> list[_Fit]:
    """All incidents within a day, best first."""
    if line.date is None:
        return []
    last = (line.date_end or line.date).last_day()
    around = incidents.within_days(line.date.first_day(), last, DAYS)
    fits = [_fit(line, incident) for incident in around]
    return sorted(fits, key=lambda fit: (-fit.score, fit.incident.id))


def _fit(line: AdmissionLine, incident: KnownIncident) -> _Fit:
    place = incident.finding.place
    point = line.lat_lon or (line.place.lat_lon if line.place else None)
    km = distance_km(point, place.lat_lon) if point and place and place.lat_lon else None
    parts: tuple[Callable[[AdmissionLine, KnownIncident], float], ...] = (_day, _counts, _who)
    score = sum(part(line, incident) for part in parts)
    score += _nearness(km, grid=line.lat_lon is not None) + _same_name(line.place, place)
    return _Fit(score, km, incident)


def _nearness(km: float | None, *, grid: bool) -> float:
    """By grid every hundred metres tell; by place, kilometres."""
    if km is None:
        return -1.0
    steps = (
        ((0.1, 5.0), (0.5, 4.0), (1.0, 3.0), (2.0, 2.0)) if grid else ((3.0, 2.0), (10.0, 1.5), (25.0, 1.0))
    )
    return next((score for most, score in steps if km <= most), -min(4.0, km / 25))


def _day(line: AdmissionLine, incident: KnownIncident) -> float:
    date = incident.finding.date
    return 2.0 if date and line.date and date.could_be(line.date) else 0.0


def _counts(line: AdmissionLine, incident: KnownIncident) -> float:
    """A belligerent that concedes n mostly concedes the recorded minimum."""
    finding = incident.finding
    return _count(line.conceded_killed, finding.killed) + 0.5 * _count(line.conceded_injured, finding.injured)


def _count(conceded: Range | None, recorded: Range | None) -> float:
    if conceded is None or recorded is None or conceded.min == 0:
        return 0.0
    if conceded.min == recorded.min:
        return 1.0 + min(4.0, math.log2(conceded.min + 1))  # 33 and 33 meet by chance less often than 1 and 1
    return 0.5 if recorded.overlaps(conceded) else -1.0


def _who(line: AdmissionLine, incident: KnownIncident) -> float:
    named = {each.name for each in incident.finding.belligerents}
    if not line.belligerents or not named:
        return 0.0
    return 1.5 if named & set(line.belligerents) else -3.0


def _same_name(mine: Place | None, theirs: Place | None) -> float:
    if mine is None or theirs is None:
        return 0.0
    wanted = _name_key(mine.name)
    if not wanted:
        return 0.0
    if wanted in {_name_key(theirs.name), _name_key(theirs.name_ar or "")}:
        return 2.5
    if _stands_in(wanted, _name_key(theirs.name)):
        return 2.0
    return 1.5 if any(_stands_in(wanted, _name_key(name)) for name in theirs.within) else 0.0


def _stands_in(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(name[at : at + len(wanted)] == wanted for at in range(len(name) - len(wanted) + 1))


def _name_key(name: str) -> tuple[str, ...]:
    return tuple(frame(part) for part in name_parts(name))


def _at_the_place(place: Place, fit: _Fit) -> bool:
    theirs = fit.incident.finding.place
    if _same_name(place, theirs) > 0:
        return True
    if fit.km is None:
        return False
    own = place.precision or Precision.TOWN
    return fit.km <= max(NEAR_PLACE_KM, own.radius_km if own.rank > Precision.GOVERNORATE.rank else 0)
