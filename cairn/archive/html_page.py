"""The main text of a web page, with its title, day, address and publisher where the page says them.

The furniture around the report (menus, links, comments) is left out; the archive holds it all the same.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cairn.archive.decoding import Decoded, clean, decode
from cairn.archive.markup import visible
from cairn.exceptions import BadInput

# A page of words is a few hundred thousand bytes. Behind this a page is pictures written as text, or a dump.
PAGE_AT_MOST = 8 << 20

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML_OPENING = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|article|table|span|br|h[1-6])\b", re.I)
# What browsers write into a page when they save it.
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)", re.I)


def decode_page(body: bytes, charset: str | None) -> Decoded:
    """The page as characters: what the server said counts for more than what the page says of itself."""
    declared = _CHARSET.search(body[:4096])
    return decode(body[:PAGE_AT_MOST], charset or (declared[1].decode("ascii") if declared else None))


def read_page(body: bytes, charset: str | None) -> Mapping[str, object]:
    """Its words and what it says of itself. Raises BadInput where no words can be had from it."""
    decoded = decode_page(body, charset)
    page = clean(decoded.text)
    if not _TAG.search(page):
        return {"text": page, "remark": "it is called HTML and is none; it was read as plain text"}
    found = _main_text(_XML_OPENING.sub("", page))
    text = str(found.get("text") or _all_words(page))
    if not text.strip():
        raise BadInput(
            "this page holds no words; if a script writes them, open it in a browser and save it from there"
        )
    return {**found, "text": text, "remark": "; ".join(_remarks(body, decoded, bool(found.get("text"))))}


def _remarks(body: bytes, decoded: Decoded, found: bool) -> Iterator[str]:
    if decoded.remark:
        yield decoded.remark
    if len(body) > PAGE_AT_MOST:
        yield f"the page is larger than {PAGE_AT_MOST >> 20} MB; all is archived, only the first part read"
    if not found:
        yield "no main text was found in the page, so all its words were read, menus and all"


def _main_text(page: str) -> dict[str, object]:
    # Imported here because it takes a third of a second, which a folder of plain texts need not wait for.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    # No search for dates in the running text: a day that is told there is the event's, not the report's. And
    # a latest day of our own: the library's is today, and the same bytes must read the same tomorrow.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
    try:
        document: Any = bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=dates,
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}  # a page that breaks the library is read by its visible words
    if document is None:
        return {}
    saved_from = _SAVED_FROM.search(page)
    return {
        "text": document.text,
        "title": document.title,
        "published": document.date,
        "address": html.unescape(saved_from[1]) if saved_from else document.url,
        "source": document.sitename or document.hostname,
    }


def _all_words(page: str) -> str:
    words = "".join(character for character, _, _ in visible(page))
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", words)).strip()
