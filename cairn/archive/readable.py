"""From a capture's bytes to the reports in it: the same bytes, kind and sayings give the same text for ever.

>>> next(readable(b"Two people were killed.", "text/plain")).report.text
'Two people were killed.'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from cairn.archive.decoding import clean, decode
from cairn.archive.html_page import read_page
from cairn.archive.http_message import open_message
from cairn.archive.json_report import json_reports
from cairn.archive.media import media_type_and_charset
from cairn.archive.pdf_page import read_pdf
from cairn.archive.report_line import report_text
from cairn.archive.table import table_rows
from cairn.exceptions import BadInput
from cairn.values import ReportText

# A book of 300 pages has half a million characters. What lies behind is archived, and a remark says so.
READ_AT_MOST = 1_000_000
SHOWN = 60  # characters of a field that somebody filled with a page
_YEAR = re.compile(r"\d{4}")
NOTHING_SAID: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Readable:
    """One report in a capture. `report.id` is what the capture calls it, "" where it has no name for it.

    `part` is its row in a table or list, from 1; None where the capture is one report. `remarks` are
    sentences about what could not be understood and was kept as it was written.
    """

    report: ReportText
    part: int | None = None
    address: str | None = None
    remarks: tuple[str, ...] = ()


def readable(
    body: bytes, media_type: str, said: Mapping[str, str] = NOTHING_SAID, where: str = "This report"
) -> Iterator[Readable | BadInput]:
    """The reports in `body`, in order; a BadInput, not raised, in the place of each that cannot be read.

    `said` is what the collector says of it; it fills only what the report leaves empty. `where` opens the
    sentences.
    """
    try:
        yield from _readings(body, media_type, said, where)
    except BadInput as refusal:
        yield _sentence(where, refusal)


def readable_part(body: bytes, media_type: str, part: int | None, said: Mapping[str, str]) -> Readable:
    """The one report `part` of a capture. Raises BadInput where there is none."""
    for found in readable(body, media_type, said):
        if isinstance(found, Readable) and found.part == part:
            return found
    raise BadInput(f"These bytes hold no report {'' if part is None else part}. Run `cairn verify`.")


def _readings(
    body: bytes, media_type: str, said: Mapping[str, str], where: str
) -> Iterator[Readable | BadInput]:
    kind, charset = media_type_and_charset(media_type)
    if kind == "application/http":
        message = open_message(body)
        yield from _readings(message.payload, message.media_type, said, where)
        return
    if kind not in _READERS:
        raise BadInput(f"it is {kind or 'of no known kind'}, which Cairn cannot read; save its words as text")
    for part, row in _READERS[kind](body, charset):
        place = where if part is None else f"{where}, row {part}"
        yield _sentence(place, row) if isinstance(row, BadInput) else _report(row, part, said, place)


def _sentence(where: str, refusal: BadInput) -> BadInput:
    return BadInput(clean(f"{where}: {str(refusal).rstrip('.')}."))


Row = Mapping[str, object]
Parts = Iterable[tuple[int | None, Row | BadInput]]


def _plain(body: bytes, charset: str | None) -> Parts:
    decoded = decode(body, charset)
    return [(None, {"text": decoded.text, "remark": decoded.remark})]


def _page(body: bytes, charset: str | None) -> Parts:
    return [(None, read_page(body, charset))]


def _pdf(body: bytes, charset: str | None) -> Parts:
    return [(None, read_pdf(body, charset))]


_READERS: Mapping[str, Callable[[bytes, str | None], Parts]] = {
    "text/plain": _plain,
    "text/html": _page,
    "application/xhtml+xml": _page,
    "application/pdf": _pdf,
    "application/json": json_reports,
    "text/csv": table_rows,
    "text/tab-separated-values": table_rows,
}


def _report(row: Row, part: int | None, said: Mapping[str, str], where: str) -> Readable | BadInput:
    known = {**said, **{key: value for key, value in row.items() if value not in (None, "")}}
    filled = {key: _cleaned(value) for key, value in known.items()}
    if not isinstance(filled.get("text"), str):
        return _sentence(where, BadInput("it has no text; put its words in the field “text”"))
    try:
        report = report_text({"id": part or 1, **filled})
    except BadInput as refusal:
        return _sentence(where, refusal)
    if not report.text.strip():
        return BadInput(f"{where}: it holds no words; collect the report itself, or leave it out.")
    whole = replace(report, id=clean(str(row.get("id") or "")), text=report.text[:READ_AT_MOST])
    address = str(filled["address"]) if filled.get("address") else None
    return Readable(whole, part, address, tuple(_remarks(filled, whole, len(report.text), where)))


def _cleaned(value: object) -> object:
    """What a row says, with each of its words as every file can hold them."""
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return clean(value) if isinstance(value, str) else value


def _remarks(filled: Row, report: ReportText, length: int, where: str) -> Iterator[str]:
    """What a person should know: only where something was said that we did not understand."""
    if filled.get("remark"):
        yield f"{where}: {filled['remark']}."
    language = str(filled.get("language") or "und")
    if report.language is None and language != "und":
        yield f"{where}: no language is called “{_shown(language)}”; write en or eng. The words decide now."
    if report.published is None and _YEAR.search(report.published_text or ""):
        yield (
            f"{where}: “{_shown(report.published_text or '')}” is no day on which a report can have been "
            "published; it is kept as it is written, and the report is undated."
        )
    if length > READ_AT_MOST:
        yield (
            f"{where}: all its {length:,} characters are archived, but only the first {READ_AT_MOST:,} are "
            "read. Collect its parts one by one to have them all read."
        )


def _shown(words: str) -> str:
    """Enough of somebody's words to find them by."""
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
