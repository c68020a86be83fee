"""Check that nothing was tampered with: the archive, the chain of changes, the rows, the reports' words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from cairn.archive.custody import SET_ASIDE, read_log
from cairn.archive.fixity import fixity
from cairn.archive.readable import Readable, readable
from cairn.archive.store import fetch
from cairn.exceptions import Tampered
from cairn.publish.manifest import is_published
from cairn.records import chain
from cairn.records.actions.collecting import reader, storable
from cairn.records.facts.check import unlike_the_records
from cairn.records.ledger import RELEASES, Ledger
from cairn.records.models import Capture, Change, ModelReadingRecord, ReadingRecord, Report
from cairn.records.refusals import in_plain_words
from cairn.records.release.issued import issued


def problems(ledger: Ledger) -> Iterator[str]:
    """A sentence for everything that is not as it was recorded; nothing when all is well."""
    yield from (str(mismatch) for mismatch in fixity(ledger.archive))
    with in_plain_words():
        yield from chain.broken_links()
        yield from chain.altered_rows()
    yield from unknown_to_the_database(ledger)
    yield from unlike_their_bytes(ledger)
    yield from unfounded_spans()
    yield from unlike_the_records()
    yield from altered_releases(ledger)


def altered_releases(ledger: Ledger) -> Iterator[str]:
    """Releases that lie in the ledger and are not as the chain says that they were published."""
    for one in issued(ledger.exports):
        if one.folder is None and is_published(folder := ledger.exports / RELEASES / one.name):
            yield f"The release {one.name} in {folder} is not as it was published. `cairn verify` says where."


def unknown_to_the_database(ledger: Ledger) -> Iterator[str]:
    """Captures that no record tells of: a collect was cut off, or a database was emptied, which is at one
    with itself, so that only the archive can tell.
    """
    recorded = set(Capture.objects.values_list("sha256", flat=True))
    try:
        kept = [entry for entry, _ in read_log(ledger.archive) if entry.act != SET_ASIDE]
    except Tampered:  # named already, where the archive was checked
        return
    for entry in kept:
        if entry.sha256 not in recorded:
            yield (
                f"The database does not know the capture {entry.sha256[:12]} from {entry.came_from}, kept "
                f"{entry.at}. Collect again if a collect was cut off; else restore cairn.db from a copy."
            )


def unlike_their_bytes(ledger: Ledger) -> Iterator[str]:
    """Captures that are not as recorded, and reports whose words are not those in their bytes."""
    for capture in Capture.objects.order_by("warc", "offset").iterator():
        try:
            body = fetch(ledger.archive, capture.warc, capture.offset)
        except Tampered as broken:
            yield f"{broken} It is the capture {capture.sha256[:12]}."
            continue
        yield from _unlike(capture, body)


def _unlike(capture: Capture, body: bytes) -> Iterator[str]:
    if hashlib.sha256(body).hexdigest() != capture.sha256:
        yield f"Where the capture {capture.sha256[:12]} should lie, the archive holds other bytes."
        return
    # Another version of the readers may make another text of the same page: the chain still guards the row.
    reports = {one.part: one for one in Report.objects.filter(capture=capture, reader=reader())}
    found = {
        one.part: storable(one.report.text)
        for one in (readable(body, capture.media_type, capture.said) if reports else ())
        if isinstance(one, Readable)
    }
    for part, report in reports.items():
        if found.get(part) != report.text:
            yield f"The words of report {report.id} are not those in its capture {capture.sha256[:12]}."


def unfounded_spans() -> Iterator[str]:
    """Claims and figures whose words do not stand in their report at their place."""
    texts = dict(Report.objects.values_list("id", "text"))
    for record in ReadingRecord.objects.order_by("id").iterator(chunk_size=200):
        said = (*record.value.claims, *record.value.figures)
        if any(not each.span.stands_in(texts[record.report_id]) for each in said):
            yield f"A claim read in report {record.report_id} rests on words that do not stand there."
    for asked in ModelReadingRecord.objects.order_by("id").iterator(chunk_size=200):
        if any(not claim.span.stands_in(texts[asked.report_id]) for claim in asked.value.claims):
            yield f"A claim that a model proposed in report {asked.report_id} rests on words not there."


def checked() -> str:
    """How much there was to check, and the hash that a copy kept elsewhere can be compared with."""
    captures, reports = Capture.objects.count(), Report.objects.count()
    return (
        f"{captures:,} captures, {reports:,} reports, {Change.objects.count():,} changes; head {chain.head()}"
    )
