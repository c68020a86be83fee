"""The walk back: from an incident's figures to claims, sentences, captures and hashes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from cairn.archive.store import fetch
from cairn.exceptions import Tampered
from cairn.records.by_model import proposed_in
from cairn.records.evidence import claims_of
from cairn.records.ledger import Ledger
from cairn.records.models import (
    Admission,
    Assessment,
    Capture,
    ImportedRow,
    Incident,
    IncidentCode,
    Mention,
    Report,
)
from cairn.records.queries import current_assessment
from cairn.records.said import in_a_line
from cairn.records.told import mentions_with_events, told_by
from cairn.values import Claim, Finding, Span
from cairn.vocabulary.reasons import reason_in

_SENTENCE_ENDS = re.compile(r"(?<=[.!?؟。])\s+|\n+")


def walk(ledger: Ledger, incident: Incident) -> Iterator[str]:
    """Line by line, from what is said of an incident down to the bytes it rests on."""
    current = current_assessment(incident)
    codes = IncidentCode.objects.filter(incident=incident).order_by("-current", "id")
    yield f"{' · '.join(each.code for each in codes) or incident.id}   id {incident.id}"
    yield f"  {in_a_line(current.finding)}"
    yield f"  {_by_whom(current)}"
    yield from _reasons(current.finding)
    yield from _reports(ledger, incident)
    yield from _admissions(incident)
    for row in ImportedRow.objects.filter(incident=incident, withdrawn_at=None).order_by("id"):
        yield f"  row {row.position} of a table imported by the mapping {row.mapping}, its id {row.row_id}"


def _by_whom(current: Assessment) -> str:
    signed = f"; signed off by {current.signed_off_by}" if current.signed_off_by else ""
    said = {"proposal": "proposed, provisional and unreviewed", "decision": "decided", "import": "imported"}
    return f"{said[current.kind]} by {current.author}, {current.made_at:%Y-%m-%d}: {current.reason}{signed}"


def _reasons(finding: Finding) -> Iterator[str]:
    for reason in finding.reasons:
        rests_on = f"   [{', '.join(reason.reports)}]" if reason.reports else ""
        yield f"  because {reason_in(reason)}{rests_on}"


def _reports(ledger: Ledger, incident: Incident) -> Iterator[str]:
    told = {told_by(one) for one in mentions_with_events(Mention.objects.filter(incident=incident))}
    reports = Report.objects.filter(id__in={report for report, _ in told}).select_related("capture", "source")
    claims, proposed = claims_of(told), proposed_in({report for report, _ in told})
    for report in reports.order_by("published", "id"):
        source = report.source.name if report.source else "source unknown"
        yield f"  report {report.id}   {source}, {report.published or 'undated'}   {report.address}".rstrip()
        for claim in (claim for one in sorted(told) if one[0] == report.id for claim in claims[one]):
            yield f"    {_claim(claim)}"
            yield f"      “{sentence_around(report.text, claim.span)}”"
        for claim in proposed.get(report.id, ()):
            yield f"    proposed by the {claim.rule}, its quote stands there; in no figure: {_claim(claim)}"
            yield f"      “{sentence_around(report.text, claim.span)}”"
        yield f"    {_capture(ledger, report.capture)}"


def _claim(claim: Claim) -> str:
    group = f" {claim.who.group}" if claim.who.group else ""
    who = f", says {claim.attributed_to}" if claim.attributed_to else ""
    count = "unknown" if claim.count is None else claim.count
    at = f"{claim.span.start}–{claim.span.end}"
    return f"{claim.kind}{group} {count} ({_words(claim)}) from “{claim.span.phrase}” at {at}{who}"


def _words(claim: Claim) -> str:
    return claim.quantifier.replace("_", " ")


def sentence_around(text: str, span: Span) -> str:
    """The sentence in which a span stands, with the span between brackets."""
    ends = [0, *(match.end() for match in _SENTENCE_ENDS.finditer(text)), len(text)]
    start = max(end for end in ends if end <= span.start)
    stop = min(end for end in ends if end >= span.end)
    said = f"{text[start : span.start]}[{text[span.start : span.end]}]{text[span.end : stop]}"
    return " ".join(said.split())


def _capture(ledger: Ledger, capture: Capture) -> str:
    try:
        body = fetch(ledger.archive, capture.warc, capture.offset)
        state = "checked now" if hashlib.sha256(body).hexdigest() == capture.sha256 else "ALTERED"
    except Tampered as broken:
        state = f"GONE: {broken}"
    where = f"{capture.warc} at byte {capture.offset}"
    return f"capture {where}, {capture.captured_at:%Y-%m-%dT%H:%M:%SZ}, sha256 {capture.sha256} ({state})"


def _admissions(incident: Incident) -> Iterator[str]:
    for one in Admission.objects.filter(incident=incident, withdrawn_at=None).order_by("stated_on", "id"):
        said = one.concession
        counts = f"killed {said.killed if said.killed else 'not said'}, injured {said.injured or 'not said'}"
        yield f"  {one.belligerent} says {said.verdict} on {one.stated_on or 'an unknown day'}: {counts}"
        if one.span:
            yield f"      “{' '.join(one.span.phrase.split())}” in report {one.report_id}, {one.match}"
