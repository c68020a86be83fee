"""From a span of readable text back to the bytes it stands on: the last step of the walk.

>>> page = b"<p>On Sunday <b>two people</b> were killed &amp; buried.</p>"
>>> found = locate(page, "text/html", "On Sunday two people were killed & buried.", 10, 25)
>>> page[found.start : found.end]
b'two people</b> were'
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cairn.archive.decoding import Decoded, decode
from cairn.archive.html_page import decode_page
from cairn.archive.http_message import open_message
from cairn.archive.markup import Seen, as_written, unescaped, visible
from cairn.archive.media import media_type_and_charset


@dataclass(frozen=True, slots=True)
class Passage:
    """`source[start:end]`; `source` is the capture's bytes, or the payload of a web server's answer."""

    start: int
    end: int
    source: bytes

    def __bytes__(self) -> bytes:
        return self.source[self.start : self.end]


def locate(body: bytes, media_type: str, text: str, start: int, end: int) -> Passage | None:
    """Where the words `text[start:end]` of a report stand in the capture it was read from.

    The report's text is looked for as a whole, then the paragraph around the span, then the words alone, with
    no heed to white space and markup: so words that a page has twice are found where the report has them.
    None where they cannot be found again, which is a thing to look into. The words of a PDF lie packed in it,
    so that there the passage is the whole file.
    """
    if (pdf := _as_pdf(body, media_type)) is not None:
        return Passage(0, len(pdf), pdf)
    body, decoded, seen = _opened(body, media_type)
    letters, starts, ends = _squeezed(seen)
    words = _bare(text[start:end])
    if not words:
        return None
    for before, after in _surroundings(text, start, end):
        context = _bare(text[before:start])
        at = letters.find(context + words + _bare(text[end:after]))
        if at >= 0:
            first = at + len(context)
            last = first + len(words) - 1
            return Passage(decoded.byte_offset(starts[first]), decoded.byte_offset(ends[last]), body)
    return None


def _as_pdf(body: bytes, media_type: str) -> bytes | None:
    kind, _ = media_type_and_charset(media_type)
    if kind == "application/http":
        message = open_message(body)
        return _as_pdf(message.payload, message.media_type)
    return body if kind == "application/pdf" else None


def _opened(body: bytes, media_type: str) -> tuple[bytes, Decoded, Seen]:
    kind, charset = media_type_and_charset(media_type)
    if kind == "application/http":
        message = open_message(body)
        return _opened(message.payload, message.media_type)
    if kind in ("text/html", "application/xhtml+xml"):
        decoded = decode_page(body, charset)
        return body, decoded, visible(decoded.text)
    decoded = decode(body, charset)
    plain = as_written(decoded.text, 0, len(decoded.text))
    return body, decoded, unescaped(decoded.text) if kind == "application/json" else plain


def _surroundings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    yield 0, len(text)
    yield text.rfind("\n", 0, start) + 1, len(text) if (line := text.find("\n", end)) < 0 else line
    yield start, end


def _squeezed(seen: Seen) -> tuple[str, array[int], array[int]]:
    """Only what is written with ink, with where each character begins and ends."""
    letters, starts, ends = [], array("L"), array("L")
    for character, start, end in seen:
        if not _is_blank(character):
            letters.append(character)
            starts.append(start)
            ends.append(end)
    return "".join(letters), starts, ends


def _bare(text: str) -> str:
    return "".join(character for character in text if not _is_blank(character))


@cache
def _is_blank(character: str) -> bool:
    # A table writes a quotation mark twice, and a page may lose marks of direction on its way to text.
    return character in '"�' or unicodedata.category(character) in _BLANK


_BLANK = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Cs"))
