"""What is fuzzed: whatever bytes come, they are read soon, refused only in a sentence, and no span lies."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from pathlib import Path

from cairn.archive.locate import locate
from cairn.archive.readable import Readable, readable
from cairn.cli.admissions import answer as answer_admission
from cairn.cli.extract import reading_as_said
from cairn.cli.lines import written
from cairn.collect.files import Found
from cairn.collect.kinds import Kind
from cairn.collect.warc_records import warc_items
from cairn.exceptions import BadInput
from cairn.extract.admissions import read_admission
from cairn.link.incidents import IncidentIndex
from cairn.story import extract
from cairn.values import Finding, Item, KnownIncident, PartialDate, ReportText, Span

# The fuzzer's instruments make all some five times slower; what takes longer still has found a fault.
SECONDS, SECONDS_A_CHARACTER = 2.0, 0.005

LANGUAGES = (None, "eng", "ara", "rus", "ukr", "fra", "spa", "tur", "heb", "xx")
DAYS = (None, "2017-05-13", "2017-05", "2200", "1800-01-01", "2024-02-29")
COUNTRIES = ((), ("SY",), ("IQ", "SY"), ("UA",), ("??",))
INCIDENTS = IncidentIndex(
    KnownIncident(id=day, codes=(f"CS{number}",), finding=Finding(date=PartialDate(day)))
    for number, day in enumerate(("1800-01-01", "2017-05-12", "2017-05-13", "2017-05", "2200-12-31"))
)
AT_MOST = 20_000  # characters


def report(data: bytes) -> None:
    """Two bytes say the language, the day and the countries; then a title, a null, and the words."""
    how, words = data[:2].ljust(2, b"\0"), data[2:].decode("utf-8", "surrogateescape")[:AT_MOST]
    title, _, text = words.rpartition("\0")
    day = DAYS[how[1] % len(DAYS)]
    said = ReportText(
        id="1",
        text=text,
        title=title or None,
        published=PartialDate(day) if day else None,
        language=LANGUAGES[how[0] % len(LANGUAGES)],
        countries=COUNTRIES[how[1] // len(DAYS) % len(COUNTRIES)],
    )
    with soon(len(words)):
        check_reading(said)


def check_reading(said: ReportText) -> None:
    reading = extract(said)
    for each in (*reading.claims, *reading.figures):
        assert each.span.stands_in(said.text), each
    for claim in reading.headline:
        assert claim.span.stands_in(said.title or ""), claim
    together = (*reading.claims, *reading.headline)
    for place, claim in enumerate(together):
        assert claim.part_of is None or (0 <= claim.part_of < len(together) and claim.part_of != place), claim
        within = said.text if place < len(reading.claims) else said.title or ""
        for person in claim.people:
            if person.start is not None and person.end is not None:
                assert Span.of(within, person.start, person.end).stands_in(within), person
    for start, end in reading.furniture:
        assert 0 <= start < end <= len(said.text)
    written({"id": said.id, **reading_as_said(reading)}).encode("utf-8")


def admission(data: bytes) -> None:
    """A line of a belligerent's own report."""
    how, text = data[:1].ljust(1, b"\0")[0], data[1:].decode("utf-8", "surrogateescape")[:AT_MOST]
    day, countries = DAYS[how % len(DAYS)], COUNTRIES[how // len(DAYS) % len(COUNTRIES)]
    with soon(len(text)):
        read_admission(text, PartialDate(day) if day else None, countries)
        written(answer_admission({"id": "1", "text": text, "published": day}, INCIDENTS))


def page(data: bytes) -> None:
    check_capture(data, Kind.PAGE.value)


def plain(data: bytes) -> None:
    check_capture(data, Kind.PLAIN.value)


def json_(data: bytes) -> None:
    check_capture(data, Kind.OBJECT.value)


def table(data: bytes) -> None:
    check_capture(data, Kind.TABLE.value)


def message(data: bytes) -> None:
    """What a web server answered, headers and all."""
    check_capture(data, "application/http; msgtype=response")


def warc(data: bytes) -> None:
    with soon(len(data)):
        for each in warc_items(io.BytesIO(data), Found(Path("a.warc"), "a.warc"), {}, 1 << 20):
            assert str(each)
            if isinstance(each, Item):
                check_capture(each.body, each.media_type, each.said)


def check_capture(body: bytes, media_type: str, said: Mapping[str, str] | None = None) -> None:
    """Every report in it is text that a file can hold, and its words can be looked for in the bytes."""
    with soon(len(body)):
        for each in readable(body, media_type, said or {}):
            if isinstance(each, BadInput):
                assert str(each).endswith("."), each
                continue
            check_readable(each)
            words = each.report.text.strip()
            first = each.report.text.index(words[0])
            locate(body, media_type, each.report.text, first, first + 1)


def check_readable(found: Readable) -> None:
    said = found.report
    assert said.text.strip()
    for words in (said.text, said.title, said.id, said.source, said.medium, found.address, *found.remarks):
        (words or "").encode("utf-8")
    json.dumps(found.remarks)


@contextmanager
def soon(length: int):
    """Fails where what is inside takes longer than a text of this length may."""
    began = time.process_time()
    yield
    took = time.process_time() - began
    assert took < SECONDS + SECONDS_A_CHARACTER * length, f"{took:.1f} s for {length} characters"


TARGETS: dict[str, Callable[[bytes], None]] = {
    "report": report,
    "admission": admission,
    "page": page,
    "plain": plain,
    "json": json_,
    "table": table,
    "message": message,
    "warc": warc,
}
