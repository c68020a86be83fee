"""Keep what was collected: captures, the reports in them and the sources that published them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import version

from cairn import __version__
from cairn.archive.custody import Entry
from cairn.archive.readable import Readable
from cairn.records.change import By, action, concerning, now, write, write_all
from cairn.records.many import among
from cairn.records.models import Capture, Report, Source
from cairn.records.permissions import can_judge, can_record
from cairn.values import ReportText


@dataclass(frozen=True, slots=True)
class Received:
    """A capture as the archive holds it, and the reports that were read in it."""

    entry: Entry
    reports: tuple[Readable, ...]


def report_id(sha256: str, part: int | None) -> str:
    """A report's id follows from its bytes and its part of them: the same everywhere, for ever."""
    return sha256[:20] if part is None else f"{sha256[:20]}-{part}"


@cache
def reader() -> str:
    """The programs that make a report's text out of bytes: another version may make another text."""
    return f"cairn {__version__}, trafilatura {version('trafilatura')}, pypdf {version('pypdf')}"


def storable(words: str) -> str:
    """Text that every database takes: NUL and broken halves of letters marked, no offset moved.

    >>> storable("a\\x00b")
    'a\\ufffdb'
    """
    if "\0" not in words and words.isascii():
        return words
    mended = words.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in mended)


def _storable(words: str | None) -> str | None:
    return None if words is None else storable(words)


@action(can_record)
def keep_reports(by: By, received: Sequence[Received]) -> list[Report]:
    """Keep what is not kept yet, after the archive has the bytes; the new reports."""
    captures = {each.entry.sha256: each.entry for each in received}
    held = set(among(Capture.objects.values_list("sha256", flat=True), "sha256", captures))
    write_all([_capture(entry) for sha256, entry in captures.items() if sha256 not in held])
    found = {
        report_id(each.entry.sha256, one.part): (each.entry, one) for each in received for one in each.reports
    }
    known = set(among(Report.objects.values_list("id", flat=True), "id", found))
    fresh = {id: one for id, one in found.items() if id not in known}
    sources = _sources(one.report for _, one in fresh.values())
    kept = write_all([_report(id, *one, sources) for id, one in fresh.items()])
    concerning(f"{len(kept)} reports", reports=len(kept), captures=len(captures) - len(held))
    return kept


def _capture(entry: Entry) -> Capture:
    return Capture(
        sha256=entry.sha256,
        size=entry.size,
        media_type=entry.media_type,
        address=storable(entry.address or ""),
        came_from=storable(entry.came_from),
        said=dict(entry.said),
        warc=entry.warc,
        offset=entry.offset,
        captured_at=datetime.fromisoformat(entry.at),
        collector=entry.collector,
        made_at=now(),
    )


def _sources(reports: Iterable[ReportText]) -> dict[str, Source]:
    """The sources these reports name, the new ones written."""
    media = {storable(each.source): each.medium or "" for each in reports if each.source}
    held = {source.name: source for source in among(Source.objects.all(), "name", media)}
    fresh = [
        Source(name=name, medium=storable(media[name]), made_at=now()) for name in media if name not in held
    ]
    return held | {source.name: source for source in write_all(fresh)}


def _report(id: str, entry: Entry, one: Readable, sources: dict[str, Source]) -> Report:
    report = one.report
    return Report(
        id=id,
        capture_id=entry.sha256,
        part=one.part,
        source=sources.get(storable(report.source or "")),
        given_id=storable(report.id),
        address=storable(one.address or entry.address or ""),
        title=_storable(report.title),
        text=storable(report.text),
        published=report.published,
        published_text=_storable(report.published_text),
        language=report.language,
        medium=_storable(report.medium),
        reader=reader(),
        made_at=now(),
    )


@action(can_judge)
def name_confidential(by: By, source: Source) -> Source:
    """From now on this source is never named or quoted outside the ledger."""
    concerning(f"source {source.pk}")
    source.confidential = True
    return write(source)
