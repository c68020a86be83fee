"""What `cairn extract` says of a report, as answers to the slots of `attack_templates`.

The templates are of attacks on people who were not fighting and on things, in the months before the report.
So a clash, in which all who are said to be harmed were fighting, answers no template; nor do arrests, nor
what was done long ago or is told of in general. Each person named answers for one; a whole by its parts.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from people import HARM, People, people
from templates import content

# The kinds of weapon that the templates know, by words for them: the first that is found.
WEAPONS = {
    "VEHICLE BOMB": ("CAR BOMB", "CAR-BOMB", "CARBOMB", "TRUCK BOMB", "VEHICLE BOMB", "BUS BOMB"),
    "DYNAMITE": ("DYNAMIT",),
    "MACHINE GUN": ("MACHINE GUN", "MACHINEGUN", "MACHINE-GUN"),
    "MOLOTOV COCKTAIL": ("MOLOTOV", "FIREBOMB", "FIRE BOMB", "INCENDIARY"),
    "MORTAR": ("MORTAR",),
    "GRENADE": ("GRENADE",),
    "ROCKET": ("ROCKET", "BAZOOKA"),
    "MISSILE": ("MISSILE",),
    "MINE": ("MINE",),
    "RIFLE": ("RIFLE",),
    "HANDGUN": ("PISTOL", "REVOLVER", "HANDGUN"),
    "AERIAL BOMB": ("AIRSTRIKE", "AIR STRIKE", "AIR RAID", "AERIAL", "AIR ATTACK"),
    "CUTTING DEVICE": ("KNIFE", "STAB", "MACHETE", "SLASH", "AXE"),
    "TORTURE": ("TORTURE",),
    "FIRE": ("ARSON", "FIRE TO", "ON FIRE", "BURN"),
    "BOMB": ("BOMB",),
    "EXPLOSIVE": ("EXPLOSI", "EXPLOD", "BLEW UP", "BLOWN UP", "BLAST"),
    "GUN": ("SHOT", "SHOOT", "GUN", "BULLET", "FIREARM", "OPENED FIRE"),
}
# Kinds that are kinds of one another: half right.
ALIKE = (
    {"VEHICLE BOMB", "DYNAMITE", "BOMB", "EXPLOSIVE", "GRENADE", "MINE", "MOLOTOV COCKTAIL", "AERIAL BOMB"},
    {"GUN", "MACHINE GUN", "RIFLE", "HANDGUN"},
    {"ROCKET", "MISSILE", "MORTAR", "GRENADE"},
    {"FIRE", "MOLOTOV COCKTAIL"},
)
LONG_AGO = dt.timedelta(days=90)
COUNTRIES = {
    **{"SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "NI": "NICARAGUA", "CR": "COSTA RICA"},
    **{"PA": "PANAMA", "MX": "MEXICO", "CU": "CUBA", "CO": "COLOMBIA", "VE": "VENEZUELA", "EC": "ECUADOR"},
    **{"PE": "PERU", "BO": "BOLIVIA", "CL": "CHILE", "AR": "ARGENTINA", "UY": "URUGUAY", "PY": "PARAGUAY"},
    **{"BR": "BRAZIL", "US": "UNITED STATES"},
}


@dataclass
class Answer:
    """What the program says of one event, by slot."""

    days: tuple[dt.date, dt.date] | None = None
    places: tuple[str, ...] = ()  # the finest first, the country last
    perpetrators: list[str] = field(default_factory=list)
    organisations: list[frozenset[str]] = field(default_factory=list)  # every way it is called
    weapons: list[str] = field(default_factory=list)
    people: list[People] = field(default_factory=list)


def answers(said: dict[str, Any], reported: dt.date | None = None) -> list[Answer]:
    """An answer for each event of a report, made on this day, that is of the templates' kind."""
    claims = [{**claim, "at": at} for at, claim in enumerate(said.get("claims", ()))]
    found = []
    for event in said.get("events", ()):
        mine = [claims[at] for at in event["claims"]]
        harm = [claim for claim in mine if claim["kind"] != "captured" or _was_kidnapping(event)]
        if (harm or not mine) and not _is_clash(event, harm) and not _is_old(event, reported):
            found.append(_answer(event, harm))
    return [each for each in found if not _is_general(each)]


def _is_general(answer: Answer) -> bool:
    """ "Many were killed in those days": nobody is named or counted, and no one attack is meant."""
    harmed = [each for each in answer.people if not (each.effect or "").startswith("NO ")]
    return bool(harmed) and all(each.vague or each.least is None for each in harmed)


def _was_kidnapping(event: dict[str, Any]) -> bool:
    return any(means["means"] == "kidnapping" for means in event.get("means", ()))


def _is_clash(event: dict[str, Any], claims: list[dict[str, Any]]) -> bool:
    """Whether all who were harmed are said to have been fighting, or nobody says who they were in a fight."""
    harmed = [claim for claim in claims if claim["count"] != [0, 0]]
    fought = any(means["means"] == "ground operation" for means in event.get("means", ()))
    unnamed = [claim for claim in harmed if not claim.get("people")]
    fighters = [claim for claim in unnamed if claim["who"]["status"] == "combatant"]
    uncounted = [claim for claim in unnamed if _is_of_casualties(claim)]
    others = [claim for claim in harmed if claim not in [*fighters, *uncounted] and _says_who(claim)]
    return not others and bool(fighters or uncounted or (harmed and fought))


def _is_of_casualties(claim: dict[str, Any]) -> bool:
    """ "Nine casualties": so a fight is told, by how many it cost, and not by whom."""
    return claim["count"] is None and "casualt" in claim["phrase"].casefold()


def _says_who(claim: dict[str, Any]) -> bool:
    words = content(claim["phrase"]) - (HARM - {"PEOPLE", "PERSON"})
    return bool(claim.get("people")) or any(not word.isdigit() for word in words)


def _is_old(event: dict[str, Any], reported: dt.date | None) -> bool:
    said = event.get("date", "")
    if not said or reported is None:
        return False
    last = {4: "-12-31", 7: "-28", 10: ""}[len(said)]
    return reported - dt.date.fromisoformat(said + last) > LONG_AGO


def _answer(event: dict[str, Any], claims: list[dict[str, Any]]) -> Answer:
    place = event.get("place") or {}
    return Answer(
        days=_days(event),
        places=_places(place),
        perpetrators=list(event.get("doers", ())),
        organisations=[
            frozenset((each["name"].upper(), *map(str.upper, each.get("phrases", ()))))
            for each in event.get("belligerents", ())
        ],
        weapons=list(dict.fromkeys(filter(None, map(_weapon, event.get("means", ()))))),
        people=people(claims),
    )


def _places(place: dict[str, Any]) -> tuple[str, ...]:
    country = COUNTRIES.get(place.get("country", ""), place.get("country", ""))
    if place.get("precision") == "country":
        return (country,)
    return tuple(filter(None, (place.get("name"), *place.get("within", ()), country)))


def _days(event: dict[str, Any]) -> tuple[dt.date, dt.date] | None:
    if len(event.get("date") or "") < 10:
        return None
    first = dt.date.fromisoformat(event["date"])
    last = event.get("date_end") or ""
    return first, dt.date.fromisoformat(last) if len(last) == 10 else first


def _weapon(means: dict[str, Any]) -> str | None:
    said = f"{means.get('phrase', '')} | {means['means']}".upper()
    return next((kind for kind, words in WEAPONS.items() if any(word in said for word in words)), None)
