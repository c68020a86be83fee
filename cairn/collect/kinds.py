"""What kind of file this is: by its name, and where the name says nothing, by its first bytes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from cairn.exceptions import BadInput

HEAD = 4096  # bytes enough to tell


class Kind(StrEnum):
    """How a file is taken in. The value is the media type of what is kept of it."""

    PAGE = "text/html"
    PLAIN = "text/plain"
    PDF = "application/pdf"
    OBJECT = "application/json"
    TABLE = "text/csv"
    TABS = "text/tab-separated-values"
    LINES = "application/x-ndjson"  # taken apart into its lines
    WARC = "application/warc"  # taken apart into its records


_BY_ENDING = {
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.PLAIN,
    ".json": Kind.OBJECT,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABS,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".warc": Kind.WARC,
}

# What browsers save beside a page: no words in it, and nobody means to collect it.
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".avif")
_STYLES = (".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot")
BESIDE_A_PAGE = (*_PICTURES, *_STYLES)

_PDF_BEGINS = b"%PDF-"

# First bytes of files that hold no text as it stands, and what to do with each.
_MAGIC = {
    b"PK\x03\x04": "is a ZIP file or an office document; unpack it, or save its words as text",
    b"\x1f\x8b": "is packed with gzip; unpack it first",
    b"\xd0\xcf\x11\xe0": "is an old office document; save its words as text",
    b"\x89PNG": "is a picture; write down its words, or collect the page it stands on",
    b"\xff\xd8\xff": "is a picture; write down its words, or collect the page it stands on",
    b"GIF8": "is a picture; write down its words, or collect the page it stands on",
    b"{\\rtf": "is a rich text document; save its words as text",
    b"From: <Saved by": "is a page packed as MHTML; save it as a web page, HTML only",
    b"SQLite format 3": "is a database; export its reports as CSV or JSON lines",
}


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of a file by its name and first bytes. Raises BadInput where it holds no text."""
    ending = PurePath(name.lower()).suffix
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and name.lower().endswith(".warc.gz")):
        return Kind.WARC
    if _PDF_BEGINS in head[:1024]:  # as readers of PDFs do, who pass over what stands before it
        return Kind.PDF
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            raise BadInput(f"{what}.")
    if _is_binary(head):
        raise BadInput("is not text. Save its words as text, HTML, CSV or JSON lines.")
    if ending == ".warc":
        raise BadInput("is called WARC and does not begin like one. Capture the pages again.")
    return _BY_ENDING.get(ending) or _by_look(head)


def _is_binary(head: bytes) -> bool:
    """Nulls are in no text but UTF-16; of other control characters a text has hardly any."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\0" in head or controls > len(head) * 0.05


def _by_look(head: bytes) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")):
        return Kind.PAGE
    if start.startswith(b"{") and b'"text"' in head:
        return Kind.LINES
    return Kind.PLAIN
