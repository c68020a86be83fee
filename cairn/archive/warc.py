"""One record of a WARC file: written whole as a gzip member of its own, read back whole or not at all."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote
from uuid import uuid4

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cairn.archive.custody import Entry
from cairn.exceptions import Tampered, in_words

HTTP_RESPONSE = "application/http"
CUSTODY_HEADER = "Cairn-Custody"  # the custody entry, so that a record the log lost in a crash can be adopted
CHUNK = 1 << 18


def record_bytes(entry: Entry, body: bytes) -> bytes:
    """The record that keeps `body`, ready to be appended to a WARC file."""
    custody = {key: part for key, part in asdict(entry).items() if key not in ("warc", "offset", "length")}
    kind = "response" if entry.media_type.startswith(HTTP_RESPONSE) else "resource"
    payload = body.partition(b"\r\n\r\n")[2] if kind == "response" else body
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Date": entry.at,
        "WARC-Target-URI": quote(entry.address or f"urn:sha256:{entry.sha256}", safe=":/?#[]@!$&'()*+,;=%~"),
        "WARC-Block-Digest": f"sha256:{entry.sha256}",
        "WARC-Payload-Digest": f"sha256:{hashlib.sha256(payload).hexdigest()}",
        CUSTODY_HEADER: json.dumps(custody, sort_keys=True),
    }
    return _written(headers, entry.media_type, body)


def entry_in(unpacked: bytes, where: str) -> tuple[Entry | None, bytes]:
    """The custody entry that travels in a record of ours, and its block; None where it opens a file."""
    headers, block = parsed(unpacked, where)
    if headers.get("WARC-Type") == "warcinfo":
        return None, block
    try:
        return Entry(**json.loads(headers[CUSTODY_HEADER])), block
    except (KeyError, ValueError, TypeError):
        raise Tampered(f"{where} is a record that Cairn did not write. Take it out of the archive.") from None


def opening_bytes(name: str, at: str, tool: str) -> bytes:
    """The record that opens a WARC file and says what wrote it."""
    headers = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Date": at,
        "WARC-Filename": name,
    }
    fields = f"software: {tool}\r\nformat: WARC File Format 1.1\r\n".encode()
    return _written(headers, "application/warc-fields", fields)


def _written(headers: dict[str, str], media_type: str, body: bytes) -> bytes:
    # Given no HTTP headers to parse, warcio writes the block as it is: the bytes stay untouched.
    head = StatusAndHeaders("", list(headers.items()), protocol="WARC/1.1")
    record = ArcWarcRecord("warc", headers["WARC-Type"], head, BytesIO(body), None, media_type, len(body))
    record.payload_length = len(body)
    out = BytesIO()
    WARCWriter(out, gzip=True, warc_version="1.1").write_record(record)
    return out.getvalue()


def read_record(warc: Path, offset: int) -> tuple[dict[str, str], bytes]:
    """The headers and the block of the record at `offset`. Raises Tampered where there is no whole record."""
    try:
        with warc.open("rb") as file:
            file.seek(offset)
            unpacked = next(_members(file))
    except OSError as problem:
        raise Tampered(f"{warc} cannot be read ({in_words(problem)}). Restore it from a copy.") from None
    except StopIteration:
        raise Tampered(f"{warc} ends before byte {offset}. Restore it from a copy.") from None
    if unpacked is None:
        raise Tampered(f"{warc} holds no whole record at byte {offset}. Restore it from a copy.")
    return parsed(unpacked, f"{warc}, byte {offset}")


def walk(warc: Path, start: int = 0) -> Iterator[tuple[int, int, bytes | None]]:
    """Each gzip member from `start` on: (offset, length, unpacked), None for the first that is torn."""
    with warc.open("rb") as file:
        file.seek(start)
        offset = start
        for unpacked in _members(file):
            end = file.tell()
            yield offset, end - offset, unpacked
            offset = end


def parsed(unpacked: bytes, where: str) -> tuple[dict[str, str], bytes]:
    """The headers and the block of an unpacked record; Tampered where it is not a whole one."""
    try:
        record: Any = next(ArchiveIterator(BytesIO(unpacked), no_record_parse=True))
    except Exception:
        # warcio answers a broken header with exceptions of many kinds, some of them the built-in ones.
        raise Tampered(f"{where} is not a WARC record. Restore the file from a copy.") from None
    block: bytes = record.raw_stream.read()
    headers = dict(record.rec_headers.headers)
    if str(len(block)) != headers.get("Content-Length"):
        raise Tampered(f"{where} is shorter than it says. Restore the file from a copy.")
    return headers, block


def _members(file: BinaryIO) -> Iterator[bytes | None]:
    """Unpack gzip members one by one, leaving `file` at the end of each; None and an end at a broken one."""
    while chunk := file.read(CHUNK):
        unpack, pieces = zlib.decompressobj(16 + zlib.MAX_WBITS), []
        try:
            while chunk and not unpack.eof:
                pieces.append(unpack.decompress(chunk))
                chunk = b"" if unpack.eof else file.read(CHUNK)
        except zlib.error:
            yield None
            return
        if not unpack.eof:
            yield None
            return
        file.seek(-len(unpack.unused_data), 1)
        yield b"".join(pieces)
