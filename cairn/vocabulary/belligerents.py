"""The belligerents we know: their names in each language, and the coalitions they belonged to and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from cairn.exceptions import BadVocabulary
from cairn.values import PartialDate
from cairn.vocabulary.common_words import common_words
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict, Membership
from cairn.vocabulary.fold import fold
from cairn.vocabulary.given_names import given_names
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases, keys_of
from cairn.vocabulary.yaml_file import read_yaml

_KEYS, _CALLED = ("name", "countries", "member_of"), ("names", "adjectives", "generic", "local")


@dataclass(frozen=True, slots=True)
class Called:
    """One way a belligerent is called. An adjective needs a word for a force or a deed beside it.

    `countries`: only there does the name mean it. `capitals`: only in capitals is it a name ("US", not "us").
    `local`: a common word, a name only where the country is known.
    """

    name: str
    adjective: bool = False
    countries: tuple[str, ...] = ()
    capitals: bool = False
    local: bool = False


@cache
def _said() -> list[dict[str, Any]]:
    rows = read_yaml("belligerents.yml")
    for row in rows:
        if unknown := set(row) - {*_KEYS, *_CALLED}:
            raise BadVocabulary(
                f"belligerents.yml: {row.get('name')} has {min(unknown)}. Remove or rename it."
            )
    return list(rows)


@cache
def names() -> tuple[str, ...]:
    """The belligerents as everything else names them."""
    return tuple(row["name"] for row in _said())


def names_in(language: str) -> Iterator[str]:
    """What belligerents are called in a language (ISO 639-3), where the name alone is enough."""
    for row in _said():
        yield from (row.get("names") or {}).get(language, ())


def named(said: str) -> str | None:
    """The belligerent that a whole phrase means by itself; None where it means none, or one of several.

    >>> named("Daesh"), named("U.S.-led Coalition"), named("the coalition")
    ('ISIS', 'US-led Coalition', None)
    """
    keys = keys_of(said)
    match = called().at(keys, 0) if keys else None
    if match is None or match.length != len(keys):
        return None
    meant = {way.name for way in match.value}
    return meant.pop() if len(meant) == 1 else None


@cache
def called() -> Phrases[tuple[Called, ...]]:
    """Every way a belligerent is called, in every language."""
    ways: dict[str, tuple[Called, ...]] = {}
    for row in _said():
        for phrase, way in _ways(row):
            for form in (phrase, f"لل{phrase[2:]}") if phrase.startswith("ال") else (phrase,):
                ways[form] = (*ways.get(form, ()), way)
    hang_on = [small for code in languages() for small in section(code, "who").get("hang_on") or ()]
    return Phrases(ways.items(), hang_on=hang_on)


@cache
def called_by_letters() -> frozenset[str]:
    """The folded letters that are names of belligerents by themselves: "FMLN", not the word "us"."""
    short = (phrase for row in _said() for phrase, way in _ways(row) if way.capitals and phrase.isalpha())
    return frozenset(fold(phrase) for phrase in short) - common_words().keys() - given_names().keys()


def _ways(row: dict[str, Any]) -> Iterator[tuple[str, Called]]:
    countries = tuple(row.get("countries") or ())
    for kind in _CALLED:
        for phrases in (row.get(kind) or {}).values():
            for phrase in phrases:
                limits = countries if kind in ("generic", "local") else ()
                short = phrase.isascii() and phrase.replace(".", "").isupper() and len(phrase) <= 4
                yield phrase, Called(row["name"], kind == "adjectives", limits, short, kind == "local")


@cache
def _memberships() -> tuple[Membership, ...]:
    return tuple(
        Membership(row["name"], said["coalition"], _day(said.get("from")), _day(said.get("to")))
        for row in _said()
        for said in row.get("member_of") or ()
    )


def _day(said: object) -> PartialDate | None:
    return None if said is None else PartialDate(str(said))


def memberships(conflict: Conflict = ANY_CONFLICT) -> tuple[Membership, ...]:
    """Who belonged to which coalition, and when: what the vocabulary knows and what a ledger adds."""
    return (*_memberships(), *conflict.memberships)


def coalitions(
    member: str, day: PartialDate | None = None, conflict: Conflict = ANY_CONFLICT
) -> tuple[str, ...]:
    """The coalitions a belligerent belonged to on a day, or ever where no day is given."""
    known = memberships(conflict)
    return tuple(each.coalition for each in known if each.member == member and _holds(each, day))


def _holds(membership: Membership, day: PartialDate | None) -> bool:
    if day is None:
        return True
    began = membership.start is None or membership.start.first_day() <= day.last_day()
    return began and (membership.end is None or day.first_day() <= membership.end.last_day())
