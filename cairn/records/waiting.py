"""What waits for a person: proposals, pairs of reports that may be one incident, unmatched statements,
periodic reports that do not add up.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping

from cairn.records.adding_up import not_adding_up
from cairn.records.by_model import proposed_on
from cairn.records.linking.pairs import pairs
from cairn.records.models import Admission, Assessment, Incident
from cairn.records.queries import codes_of, ends_of, open_proposals
from cairn.records.said import in_a_line

WORDS_SHOWN = 60


def waiting() -> Iterator[str]:
    """A line for each, under a heading for each kind; one line when nothing waits."""
    found = [*_proposals(), *pairs(), *_statements(), *not_adding_up()]
    yield from found or ["Nothing waits for a person."]


def _proposals() -> Iterator[str]:
    proposals = open_proposals()
    if proposals:
        yield f"{len(proposals):,} proposals: cairn review accept | reject | set CODE"
    codes = codes_of(each.incident_id for each in proposals)
    by_model = proposed_on([each.incident_id for each in proposals])
    for each in sorted(proposals, key=lambda one: (str(one.finding.date or ""), one.pk)):
        code = codes.get(each.incident_id, str(each.incident_id))
        yield f"  {code}  {in_a_line(each.finding)}, {_reports(each)}{_more(by_model[each.incident_id])}"


def _reports(each: Assessment) -> str:
    return "1 report" if each.reports == 1 else f"{each.reports} reports"


def _more(by_model: int) -> str:
    """Claims that the proposal does not rest on; `cairn trace` shows them."""
    return f"; a language model proposes {by_model} claim{'s' * (by_model > 1)} more" if by_model else ""


def _statements() -> Iterator[str]:
    open_ones = list(Admission.objects.filter(withdrawn_at=None, incident=None).order_by("stated_on", "id"))
    if open_ones:
        yield f"{len(open_ones):,} statements without an incident: cairn review match STATEMENT CODE"
    codes = codes_of(Incident.objects.filter(withdrawn_at=None).values_list("id", flat=True))
    for each in open_ones:
        ends = dict.fromkeys(end for id in each.candidates for end in _standing(uuid.UUID(id), codes))
        candidates = ", ".join(codes[end] for end in ends) or "no candidate"
        words = " ".join(each.span.phrase.split())[:WORDS_SHOWN] if each.span else each.belligerent
        yield f"  {each.pk}  {each.match}: {words} … ({candidates})"


def _standing(candidate: uuid.UUID, codes: Mapping[uuid.UUID, str]) -> Iterator[uuid.UUID]:
    """The incident, or those it was merged into or split into; nothing where it was withdrawn."""
    if candidate in codes:
        yield candidate
    else:
        yield from (end for end in ends_of(candidate) if end in codes)
