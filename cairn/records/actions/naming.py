"""Whom an incident's current finding names, as rows of their own: people harmed, belligerents accused."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from cairn.records.change import now, withdraw_all, write_all
from cairn.records.models import Attribution, Person
from cairn.values import Finding, Role

_KINDS = {Role.SUSPECTED: "suspected", Role.CLAIMS: "known", Role.DENIES: "suspected"}


def name_people_and_parties(findings: Mapping[uuid.UUID, Finding]) -> None:
    """Write who is newly named, withdraw who no longer is. For use inside an action."""
    _name_people(findings)
    _name_parties(findings)


def _name_people(findings: Mapping[uuid.UUID, Finding]) -> None:
    standing = Person.objects.filter(incident__in=list(findings), withdrawn_at=None)
    held = {(person.incident_id, person.name): person for person in standing}
    named = {
        (incident, victim.name): victim for incident, finding in findings.items() for victim in finding.people
    }
    changed = {key for key, person in held.items() if named.get(key) != person.value}
    withdraw_all([held[key] for key in held if key in changed])
    write_all(
        [
            Person(incident_id=key[0], name=key[1], value=victim, made_at=now())
            for key, victim in named.items()
            if key not in held or key in changed
        ]
    )


def _name_parties(findings: Mapping[uuid.UUID, Finding]) -> None:
    standing = Attribution.objects.filter(incident__in=list(findings), withdrawn_at=None)
    held = {(one.incident_id, one.belligerent, one.kind): one for one in standing}
    named = {
        (incident, party.name, _KINDS[party.role])
        for incident, finding in findings.items()
        for party in finding.belligerents
    }
    withdraw_all([one for key, one in held.items() if key not in named])
    fresh = sorted(named - held.keys())
    write_all(
        [
            Attribution(incident_id=incident, belligerent=name, kind=kind, made_at=now())
            for incident, name, kind in fresh
        ]
    )
