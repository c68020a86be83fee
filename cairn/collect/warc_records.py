"""A WARC file that somebody else captured, taken apart into the answers and resources in it."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from cairn.collect.files import Found
from cairn.exceptions import BadInput
from cairn.values import Item, Remark

_WORDS = re.compile(r"text/(?:html|plain|csv|tab-separated-values)|application/(?:json|pdf|xhtml\+xml)", re.I)
_AT_ONCE = 1 << 20
_HTTP_STATUS = re.compile(rb"HTTP/[\d.]+ 2\d\d\b")
_HTTP_TYPE = re.compile(rb"^content-type:\s*([^\r\n]*)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it lies in the file; `headers` have lower-case names."""

    number: int
    headers: Mapping[str, str]
    block: bytes

    @property
    def is_content(self) -> bool:
        return self.headers.get("warc-type") in ("response", "resource") and bool(self.block)

    def holds_words(self) -> bool:
        """Whether this is something to read: not a picture, and not a server's excuse."""
        if self.headers.get("warc-type") == "resource":
            return bool(_WORDS.match(self.headers.get("content-type", "")))
        head = self.block.partition(b"\r\n\r\n")[0]
        kind = _HTTP_TYPE.search(head)
        return bool(_HTTP_STATUS.match(head) and kind and _WORDS.match(kind[1].decode("latin-1")))

    def matches_its_hash(self) -> bool:
        """True also where it bears no hash, or one of a kind we do not know."""
        kind, _, written = self.headers.get("warc-block-digest", "").partition(":")
        if kind.lower() not in ("sha1", "sha256", "md5"):
            return True
        found = hashlib.new(kind.lower(), self.block, usedforsecurity=False)
        as_base32 = base64.b32encode(found.digest()).decode().rstrip("=")
        return written.lower() == found.hexdigest() or written.upper().rstrip("=") == as_base32


def warc_items(
    file: BinaryIO, found: Found, said: Mapping[str, str], largest: int
) -> Iterator[Item | BadInput | Remark]:
    """Each record that holds words, its block untouched; and in one sentence, how many were left alone."""
    left = 0
    for record in _records(file, found, largest):
        if isinstance(record, BadInput):
            yield record
        elif record.is_content and not record.holds_words():
            left += 1
        elif record.is_content and not record.matches_its_hash():
            yield BadInput(
                f"{found}, record {record.number} does not match its own hash. Capture the page again."
            )
        elif record.is_content:
            yield _item(record, found, said)
    if left:
        yield Remark(f"{found}: {left} records hold no words (pictures, scripts, errors); left alone.")


def _item(record: Record, found: Found, said: Mapping[str, str]) -> Item:
    address = record.headers.get("warc-target-uri", "").strip("<>")
    before = _custody(record.headers)
    return Item(
        body=record.block,
        media_type=record.headers.get("content-type", "application/http; msgtype=response"),
        came_from=f"{found.name}, record {record.number}",
        address=address if address and not address.startswith("urn:") else None,
        captured_at=before.get("captured_at") or record.headers.get("warc-date"),
        said={**before.get("said", {}), **said},
    )


def _custody(headers: Mapping[str, str]) -> dict[str, Any]:
    """What another ledger knew of its capture; {} where Cairn did not write the record."""
    try:
        known = json.loads(headers.get("cairn-custody", "{}"))
    except ValueError:
        return {}
    return known if isinstance(known, dict) and isinstance(known.get("said", {}), dict) else {}


def _records(file: BinaryIO, found: Found, largest: int) -> Iterator[Record | BadInput]:
    """Every whole record; at the first that is not, why, and an end."""
    records, number, last = ArchiveIterator(file, no_record_parse=True), 0, 0
    while True:
        number += 1
        try:
            # warcio tells of damage on standard error; we tell of it ourselves, in a sentence.
            with contextlib.redirect_stderr(io.StringIO()):
                record: Any = next(records)
                block: bytes = record.raw_stream.read(largest + 1)
                last = records.get_record_offset()
        except StopIteration:
            if number == 1 or not _ends_whole(file, last):
                yield _unreadable(found, number, "cut off")
            return
        except ArchiveLoadFailed as problem:
            yield _unreadable(found, number, str(problem))
            return
        headers = {name.lower(): part for name, part in record.rec_headers.headers}
        if len(block) > largest:
            yield BadInput(
                f"{found}, record {number} is larger than {largest >> 20} MB and was left out. Capture "
                "the report without what is attached to it."
            )
        elif headers.get("content-length") != str(len(block)):
            yield _unreadable(found, number, "cut off")
            return
        else:
            yield Record(number, headers, block)


def _ends_whole(file: BinaryIO, last: int) -> bool:
    """Whether the file ends where a record ends: warcio passes over a beginning that it cannot unpack."""
    file.seek(last)
    rest = file.read()
    if not rest.startswith(b"\x1f\x8b"):
        return rest.endswith(b"\r\n\r\n")
    while rest:
        unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            while rest and not unpack.eof:
                unpack.decompress(rest, _AT_ONCE)
                rest = unpack.unconsumed_tail
        except zlib.error:
            return False
        if not unpack.eof:
            return False
        rest = unpack.unused_data
    return True


def _unreadable(found: Found, number: int, problem: str) -> BadInput:
    if "non-chunked gzip" in problem:
        return BadInput(
            f"{found} is packed whole, not record by record. Unpack it and collect the .warc file."
        )
    before = f"the {number - 1} before it were collected" if number > 1 else "nothing was collected from it"
    return BadInput(
        f"{found} is damaged or cut off at record {number}; {before}. Fetch it again and collect it."
    )
