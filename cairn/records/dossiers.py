"""Everything the public may see behind one incident.

A confidential source is neither named nor quoted here, so nothing that reads through this module can leak it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cairn.records import models
from cairn.records.by_model import proposed_in
from cairn.records.evidence import claims_of
from cairn.records.many import among
from cairn.records.shown import Admitted, Assessed, Captured, Dossier, Told
from cairn.records.told import mentions_with_events, told_by
from cairn.values import Claim, Concession, Reading, Scope, Verdict


def dossiers(incidents: Sequence[str]) -> Iterator[Dossier]:
    """Everything behind each incident, in the order asked, in a handful of queries for all of them."""
    mentions = mentions_with_events(models.Mention.objects.filter(incident__in=incidents))
    pairs = [(str(mention.incident_id), told_by(mention)) for mention in mentions]
    statements = list(
        models.Admission.objects.filter(incident__in=incidents, withdrawn_at=None).order_by("stated_on", "id")
    )
    told = told_of(
        {report for _, (report, _) in pairs} | {one.report_id for one in statements if one.report_id}
    )
    reports, assessed = _reports(pairs, told), _assessed(incidents)
    admitted: defaultdict[str, list[Admitted]] = defaultdict(list)
    for one in statements:
        admitted[str(one.incident_id)].append(admitted_of(one, told))
    for incident in incidents:
        yield Dossier(
            incident,
            tuple(reports[incident]),
            tuple(_flipping(admitted[incident])),
            tuple(assessed[incident]),
        )


def _flipping(admitted: Sequence[Admitted]) -> Iterator[Admitted]:
    """The statements on one incident, each with the one before it that it goes against.

    A duplicate says no verdict of its own, and what others quote of a belligerent is no second word of it.
    """
    latest: dict[str, Concession] = {}
    for one in admitted:
        said = replace(one.concession, stated_on=one.stated_on)
        if one.quoted or said.verdict in (Verdict.DUPLICATE, Verdict.NONE):
            yield one
            continue
        before = latest.get(said.belligerent)
        yield replace(one, flips=before) if before and before.verdict is not said.verdict else one
        latest[said.belligerent] = said


def told_of(ids: set[str]) -> dict[str, Told]:
    """Reports by id, each with the claims of its newest reading that speak of one incident."""
    reports = among(models.Report.objects.select_related("capture", "source"), "id", ids)
    read = among(models.ReadingRecord.objects.order_by("made_at", "id"), "report", ids)
    newest: dict[str, Reading] = {one.report_id: one.value for one in read}
    proposed = proposed_in(ids)
    return {one.id: _told(one, newest.get(one.id), proposed.get(one.id, ())) for one in reports}


def _told(report: models.Report, reading: Reading | None, proposed: tuple[Claim, ...]) -> Told:
    if report.source is not None and report.source.confidential:
        return Told(report.id, None, None, published=report.published, confidential=True)
    claims = reading.claims if reading else ()
    return Told(
        report.id,
        report.source.name if report.source else None,
        _captured(report.capture),
        report.part,
        report.title,
        report.text,
        report.address or report.capture.address,
        report.published,
        report.language,
        tuple(claim for claim in claims if claim.scope is Scope.INCIDENT),
        proposed=proposed,
    )


def _captured(capture: models.Capture) -> Captured:
    return Captured(
        capture.sha256,
        capture.size,
        capture.media_type,
        capture.address,
        capture.warc,
        capture.offset,
        capture.captured_at,
        capture.collector,
    )


def admitted_of(one: models.Admission, told: dict[str, Told]) -> Admitted:
    report = told.get(one.report_id or "")
    heard = report is not None and not report.confidential
    words = one.span.phrase if one.span and heard else (report.text or "" if report else "")
    return Admitted(
        one.concession, one.stated_on, report, words, one.quoted, one.match, tuple(one.candidates)
    )


def _reports(
    pairs: Sequence[tuple[str, tuple[str, str]]], told: dict[str, Told]
) -> defaultdict[str, list[Told]]:
    """The reports of each incident, each with the claims of the event that it is mentioned for."""
    claims = claims_of({each for _, each in pairs})
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for incident, (report, event) in pairs:
        one = told[report]
        found[incident].append(one if one.confidential else replace(one, claims=claims[report, event]))
    for of_one in found.values():
        of_one.sort(key=lambda one: (one.published is None, str(one.published or ""), one.id))
    return found


def _assessed(incidents: Sequence[str]) -> defaultdict[str, list[Assessed]]:
    found: defaultdict[str, list[Assessed]] = defaultdict(list)
    for one in models.Assessment.objects.filter(incident__in=incidents).order_by("made_at", "id"):
        judged = Assessed(
            one.kind,
            one.finding,
            one.author,
            one.reason,
            one.conventions,
            one.made_at,
            one.signed_off_by,
        )
        found[str(one.incident_id)].append(judged)
    return found
