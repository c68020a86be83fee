"""An incident as one flat row: what the open CSV holds and a spreadsheet can open.

Unknown stays an empty cell, never a nought. A floor without a ceiling has a minimum and an empty maximum.
"""

from __future__ import annotations

from cairn.values import Finding, KnownIncident, Range, Verdict, envelope
from cairn.vocabulary.reasons import reason_in

WITHDRAWN = frozenset({Verdict.NON_CREDIBLE, Verdict.DUPLICATE})

COUNTS = (
    "killed",
    "injured",
    "combatants_killed",
    "combatants_injured",
    "all_killed",
    "all_injured",
    "missing",
)
GROUPS = ("children", "women", "men")

COLUMNS = (
    "code",
    "id",
    "earlier_codes",
    "date",
    "date_end",
    "place",
    "place_ar",
    "country",
    "latitude",
    "longitude",
    "precision",
    "grade",
    "strike_status",
    "reviewed",
    "belligerents",
    *(f"{count}_{bound}" for count in COUNTS for bound in ("min", "max")),
    *(f"{group}_killed_{bound}" for group in GROUPS for bound in ("min", "max")),
    "named",
    "origins",
    "reports",
    "conceded_killed_min",
    "conceded_killed_max",
    "conceded_by",
    "reasons",
    "conventions",
)

Cell = str | int | float
Row = dict[str, Cell]


def row(known: KnownIncident) -> Row:
    """The cells of one incident by column; a column that nobody gave is left out."""
    found = known.finding
    cells: Row = {"id": known.id, "reviewed": "yes" if known.reviewed else "no", "reports": known.reports}
    cells |= _codes(known) | _when_and_where(found) | _judged(found) | _counts(found) | _conceded(known)
    return {column: cells[column] for column in COLUMNS if cells.get(column) not in (None, "")}


def _codes(known: KnownIncident) -> Row:
    return {"code": known.codes[0] if known.codes else "", "earlier_codes": "; ".join(known.codes[1:])}


def _when_and_where(found: Finding) -> Row:
    cells: Row = {"date": str(found.date or ""), "date_end": str(found.date_end or "")}
    if (place := found.place) is None:
        return cells
    cells |= {"place": place.name, "place_ar": place.name_ar or "", "country": place.country or ""}
    cells["precision"] = str(place.precision or "")
    if place.lat_lon:
        cells["latitude"], cells["longitude"] = place.lat_lon
    return cells


def _judged(found: Finding) -> Row:
    return {
        "grade": str(found.grade or ""),
        "strike_status": str(found.strike_status or ""),
        "belligerents": "; ".join(f"{one.name} ({one.role})" for one in found.belligerents),
        "named": len(found.people),
        "origins": found.origins,
        "reasons": "; ".join(reason_in(reason) for reason in found.reasons),
        "conventions": found.conventions,
    }


def _counts(found: Finding) -> Row:
    cells: Row = {}
    for count in COUNTS:
        cells |= bounds(count, getattr(found, count))
    for group in GROUPS:
        cells |= bounds(f"{group}_killed", found.killed_by_group.get(group))
    return cells


def bounds(name: str, counted: Range | None) -> Row:
    """The two cells of a count: none where nobody said, no maximum where no ceiling was set."""
    if counted is None:
        return {}
    floor: Row = {f"{name}_min": counted.min}
    return floor if counted.max is None else floor | {f"{name}_max": counted.max}


def _conceded(known: KnownIncident) -> Row:
    """Deaths that belligerents concede: two that concede deaths in one incident concede the same deaths."""
    conceding = [one for one in known.concessions if one.killed and one.verdict not in WITHDRAWN]
    together = envelope(one.killed for one in conceding if one.killed)
    if together is None:
        return {}
    by: Row = {"conceded_by": "; ".join(one.belligerent for one in conceding)}
    return by | bounds("conceded_killed", together)
