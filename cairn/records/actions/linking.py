"""Keep which reports tell of which incidents, as the link step proposes it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cairn.records.change import By, action, concerning, now, withdraw_all, write_all
from cairn.records.models import FurtherEvent, Incident, IncidentCode, Mention, Placing, Redirect, Suggestion
from cairn.records.permissions import MACHINE, can_propose


@dataclass(frozen=True, slots=True)
class NewIncident:
    """An incident that no record holds yet, and the public code it gets."""

    id: uuid.UUID
    code: str


Told = tuple[str, str]  # a report and which of its events, "" for the main one
Suggested = tuple[str, str, float, dict[str, Any]]  # two reports, the score of the pair and its parts
Placed = tuple[
    Told, uuid.UUID, float, dict[str, Any]
]  # what may tell of an incident, the score and its parts


@dataclass(frozen=True, slots=True)
class Links:
    """What the link step wants changed. Empty when nothing is new.

    `redirects` say which incidents a withdrawn one's reports went to.
    """

    incidents: Sequence[NewIncident] = ()
    mentions: Sequence[tuple[uuid.UUID, Told]] = ()
    withdrawn_mentions: Sequence[Mention] = ()
    withdrawn_incidents: Sequence[Incident] = ()
    redirects: Sequence[tuple[uuid.UUID, uuid.UUID]] = ()
    suggestions: Sequence[Suggested] = ()
    withdrawn_suggestions: Sequence[Suggestion] = ()
    placings: Sequence[Placed] = ()
    withdrawn_placings: Sequence[Placing] = ()


@action(can_propose)
def keep_links(by: By, links: Links) -> None:
    """Keep the machine's links, all together or none; never withdraws what a person linked."""
    fresh = [Incident(id=each.id, made_by=MACHINE, made_at=now()) for each in links.incidents]
    write_all(fresh)
    write_all([IncidentCode(incident_id=each.id, code=each.code, made_at=now()) for each in links.incidents])
    withdraw_all([mention for mention in links.withdrawn_mentions if mention.made_by == MACHINE])
    withdraw_all(links.withdrawn_incidents)
    write_all([Redirect(old_id=old, new_id=new, made_at=now()) for old, new in links.redirects])
    write_mentions(MACHINE, links.mentions)
    _keep_questions(links)
    concerning(f"{len(fresh)} new incidents", incidents=len(fresh), mentions=len(links.mentions))


def write_mentions(by: str, told: Sequence[tuple[uuid.UUID, Told]]) -> None:
    """Mentions of incidents, each with the event of its report that it rests on."""
    mentions = [
        Mention(incident_id=incident, report_id=report, made_by=by, made_at=now())
        for incident, (report, _) in told
    ]
    write_all(mentions)
    events = [event for _, (_, event) in told]
    further = zip(mentions, events, strict=True)
    write_all([FurtherEvent(mention=mention, event=event) for mention, event in further if event])


def _keep_questions(links: Links) -> None:
    """Ask people what is newly in doubt, and no more what is not."""
    withdraw_all(links.withdrawn_suggestions)
    withdraw_all(links.withdrawn_placings)
    write_all(
        [
            Suggestion(a_id=a, b_id=b, score=score, parts=parts, made_at=now())
            for a, b, score, parts in links.suggestions
        ]
    )
    write_all(
        [
            Placing(
                report_id=report, event=event, incident_id=incident, score=score, parts=parts, made_at=now()
            )
            for (report, event), incident, score, parts in links.placings
        ]
    )
