"""An HTTP response as it went over the wire, opened: its headers off, its transfer and compression undone."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from cairn.exceptions import BadInput

UNPACKED_AT_MOST = 256 << 20


@dataclass(frozen=True, slots=True)
class Message:
    status: int
    media_type: str
    payload: bytes


def open_message(body: bytes) -> Message:
    """Status, kind and payload. Raises BadInput where this is no response, or packed past unpacking."""
    stream = BytesIO(body)
    try:
        head: Any = StatusAndHeadersParser(["HTTP/"]).parse(stream)
        status = int(head.statusline.split()[1])
    except (StatusAndHeadersParserException, EOFError, ValueError, IndexError):
        raise BadInput("it is no answer of a web server; its WARC file may be damaged") from None
    media_type: str = head.get_header("Content-Type", "") or "text/html"
    return Message(status, media_type, _unpacked(stream, head))


def _unpacked(stream: BytesIO, head: Any) -> bytes:
    packing = (head.get_header("Content-Encoding", "") or "").strip().lower()
    chunked = "chunked" in (head.get_header("Transfer-Encoding", "") or "").lower()
    if packing in ("", "identity") and not chunked:
        return stream.read()
    if packing not in ("", "identity", *BufferedReader.DECOMPRESSORS):
        raise BadInput(f"it is packed with “{packing}”, which Cairn cannot unpack; capture it again unpacked")
    # Some capture tools undo the transfer and leave its header: warcio's reader notices and reads on plainly.
    reader = ChunkedDataReader if chunked else BufferedReader
    packed = None if packing in ("", "identity") else packing
    try:
        payload: bytes = reader(stream, decomp_type=packed).read(UNPACKED_AT_MOST + 1)
    except (ArchiveLoadFailed, ValueError):
        raise BadInput("its packing is damaged; capture it again") from None
    if len(payload) > UNPACKED_AT_MOST:
        raise BadInput(f"it unpacks to more than {UNPACKED_AT_MOST >> 20} MB, which no report is")
    return payload
