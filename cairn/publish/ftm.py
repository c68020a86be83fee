"""Incidents in the shape of FollowTheMoney: events, the people harmed, the belligerents, the places.

Each entity's id follows from what it is, so that two releases of one ledger name the same one alike.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from cairn.publish.rows import COUNTS
from cairn.values import Finding, Harm, KnownIncident, Place, Victim

EVENT = "cairn-"  # before the id of an incident, in the id of its event
Entity = dict[str, Any]


def entities(incidents: Iterable[KnownIncident]) -> Iterator[Entity]:
    """Each event after whom and what it points to; a belligerent or place once, where it first occurs."""
    told: set[str] = set()
    for known in incidents:
        parts = [*map(_organization, _accused(known)), *_places(known.finding), *_people(known)]
        for entity in parts:
            if entity["id"] not in told:
                told.add(entity["id"])
                yield entity
        yield _event(known, [one["id"] for one in parts if one["schema"] != "Address"])


def _event(known: KnownIncident, involved: list[str]) -> Entity:
    found = known.finding
    code = known.codes[0] if known.codes else known.id
    when = str(found.date) if found.date else ""
    where = found.place.name if found.place else ""
    return _entity(
        f"{EVENT}{known.id}",
        "Event",
        name=f"{code}: {', '.join(part for part in (where, when) if part)}".removesuffix(": "),
        alias=list(known.codes[1:]),
        recordId=code,
        startDate=when,
        endDate=str(found.date_end or ""),
        country=(found.place.country or "").lower() if found.place else "",
        location=where,
        addressEntity=[place["id"] for place in _places(found)],
        involved=involved,
        summary="; ".join(_counts(found)),
        keywords=[f"grade: {found.grade}"] * bool(found.grade)
        + [f"strike status: {found.strike_status}"] * bool(found.strike_status)
        + ["reviewed" if known.reviewed else "unreviewed"],
    )


def _counts(found: Finding) -> Iterator[str]:
    for name in COUNTS:
        if (count := getattr(found, name)) is not None:
            yield f"{name.replace('_', ' ')}: {count}"


def _accused(known: KnownIncident) -> list[str]:
    return list(dict.fromkeys(one.name for one in known.finding.belligerents))


def _organization(name: str) -> Entity:
    return _entity(f"cairn-belligerent-{_mark(name)}", "Organization", name=name)


def _places(found: Finding) -> list[Entity]:
    return [_address(found.place)] if found.place else []


def _address(place: Place) -> Entity:
    lat, lon = place.lat_lon or ("", "")
    parts = [place.name, *place.within]
    country = (place.country or "").lower()
    return _entity(
        f"cairn-place-{_mark(repr((parts, lat, lon, country)))}",
        "Address",
        full=", ".join(part for part in parts if part),
        city=place.name,
        country=country,
        latitude=str(lat),
        longitude=str(lon),
        remarks=f"precision: {place.precision}" if place.precision else "",
    )


def _people(known: KnownIncident) -> Iterator[Entity]:
    """Those whose names are told: an entity needs a name. Two of one name in one incident are two."""
    seen: Counter[str] = Counter()
    for one in known.finding.people:
        if one.name:
            seen[one.name] += 1
            yield _person(known, one, seen[one.name])


def _person(known: KnownIncident, one: Victim, number: int) -> Entity:
    died = known.finding.date if one.harm == Harm.KILLED else None
    return _entity(
        f"cairn-person-{_mark(f'{known.id}/{one.name}/{number}')}",
        "Person",
        name=one.name,
        alias=one.name_ar or "",
        gender=one.gender or "",
        deathDate=str(died or ""),
        notes=[f"{one.harm}"] * bool(one.harm) + [f"age {one.age:g}"] * (one.age is not None),
    )


def _mark(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _entity(id_: str, schema: str, **properties: str | list[str]) -> Entity:
    """An entity whose properties are lists of words; the empty ones are left out."""
    listed = {key: [said] if isinstance(said, str) else said for key, said in properties.items()}
    kept = {key: [word for word in words if word] for key, words in listed.items()}
    return {"id": id_, "schema": schema, "properties": {key: words for key, words in kept.items() if words}}
