"""Keep judgements of incidents: the machine proposes, a person decides, a second person signs off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.records.actions.naming import name_people_and_parties
from cairn.records.change import By, action, concerning, now, write, write_all
from cairn.records.models import Assessment, Incident, IncidentCode, Kind
from cairn.records.permissions import can_grade, can_propose, can_sign_off
from cairn.values import Finding


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the grade step found for an incident, and the hash of the evidence it looked at."""

    incident: Incident
    finding: Finding
    evidence: str
    reports: int


@action(can_propose)
def propose(by: By, proposals: Sequence[Proposal]) -> list[Assessment]:
    """Keep proposals. They stand beside a person's decision and never over it."""
    kept = write_all(
        [
            Assessment(
                incident=each.incident,
                kind=Kind.PROPOSAL,
                finding=each.finding,
                author=by.person,
                reason=by.reason,
                conventions=each.finding.conventions,
                evidence=each.evidence,
                reports=each.reports,
                made_at=now(),
            )
            for each in proposals
        ]
    )
    ids = [each.incident.id for each in proposals]
    decided = set(
        Assessment.objects.filter(incident__in=ids, kind__in=[Kind.DECISION, Kind.IMPORT]).values_list(
            "incident_id", flat=True
        )
    )
    name_people_and_parties({one.incident_id: one.finding for one in kept if one.incident_id not in decided})
    concerning(f"{len(kept)} proposals", proposals=len(kept))
    return kept


@action(can_grade)
def accept(by: By, proposal: Assessment) -> Assessment:
    """A person makes a proposal their own decision."""
    return _decide(by, proposal.incident, proposal.finding, proposal)


@action(can_grade)
def decide(by: By, incident: Incident, finding: Finding, answers: Assessment | None) -> Assessment:
    """A person's own judgement of an incident; `answers` is the proposal it departs from."""
    return _decide(by, incident, finding, answers)


@action(can_grade)
def reject(by: By, proposal: Assessment) -> Assessment:
    """A person refuses a proposal. It stays, and the record says by whom it was refused and why."""
    concerning(code_of(proposal.incident))
    return write(_assessment(by, Kind.REJECTION, proposal.incident, proposal.finding, proposal))


@action(can_sign_off)
def sign_off(by: By, assessment: Assessment) -> Assessment:
    """A second person puts their name to a decision."""
    concerning(code_of(assessment.incident))
    assessment.signed_off_by = by.person
    assessment.signed_off_at = now()
    return write(assessment)


def _decide(by: By, incident: Incident, finding: Finding, answers: Assessment | None) -> Assessment:
    concerning(code_of(incident))
    decision = write(_assessment(by, Kind.DECISION, incident, finding, answers))
    name_people_and_parties({incident.id: finding})
    return decision


def _assessment(
    by: By, kind: Kind, incident: Incident, finding: Finding, answers: Assessment | None
) -> Assessment:
    return Assessment(
        incident=incident,
        kind=kind,
        finding=finding,
        author=by.person,
        reason=by.reason,
        conventions=finding.conventions,
        evidence=answers.evidence if answers else "",
        reports=answers.reports if answers else 0,
        answers=answers,
        made_at=now(),
    )


def code_of(incident: Incident) -> str:
    """The incident's current public code, or its id where it has none."""
    code = IncidentCode.objects.filter(incident=incident, current=True).values_list("code", flat=True).first()
    return code or str(incident.id)
