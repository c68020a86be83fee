"""The text of a PDF: its lines in reading order, paragraphs apart, what each page repeats left out."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from cairn.archive import pdf_words
from cairn.archive.pdf_words import LOCKED, Line, LineSaid, Piece
from cairn.archive.reading_order import as_read
from cairn.exceptions import BadInput

PDF_AT_MOST = 64 << 20  # bytes; larger ones are scans
SECONDS = 60  # of processor time
_PARAGRAPH = 1.3  # times the usual distance of two lines
_LEADING = 1.45  # times the size of the letters: as far as lines of one paragraph stand apart
_EDGE = 2  # lines at the top and at the foot of a page that may be a running head or foot
_SCANNED = "it holds no words but pictures of them; read them into text (OCR), and collect that"
_LOCKED = "it is locked with a password; open it, print it to a PDF without one, and collect that"
_BROKEN = "it is broken, or no PDF; open it, print it to a new PDF, and collect that"
_TOO_MUCH = "it takes more time or memory than a report may; save its words as text, and collect those"


def read_pdf(body: bytes, charset: str | None = None) -> Mapping[str, object]:
    """Its words, and what a person should know. Raises BadInput where none can be had from it."""
    if len(body) > PDF_AT_MOST:
        raise BadInput(f"it is larger than {PDF_AT_MOST >> 20} MB; save its words as text, and collect those")
    found = _words(body)
    pages = [[_line(line) for line in page or ()] for page in found["pages"]]
    if not any(pages):
        raise BadInput(_BROKEN if None in found["pages"] else _SCANNED)
    return {"text": text_of(pages), "remark": "; ".join(_remarks(found["pages"], found["of"]))}


def _words(body: bytes) -> Any:
    """What the process that opens the file says of it."""
    # By its path and with -P: the folder somebody works in may hold a “cairn” or “pypdf” that is not ours.
    command = [sys.executable, "-P", pdf_words.__file__, str(SECONDS)]
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=2 * SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise BadInput(_TOO_MUCH) from None
    if done.returncode == LOCKED:
        raise BadInput(_LOCKED)
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise BadInput(_TOO_MUCH)
    if done.returncode:
        raise BadInput(_BROKEN)
    return json.loads(done.stdout)


def _line(said: LineSaid) -> Line:
    height, size, pieces = said
    return Line(height, size, [Piece(left, words) for left, words in pieces])


def _remarks(pages: Sequence[object], of: int) -> Iterator[str]:
    if broken := [str(number) for number, page in enumerate(pages, start=1) if page is None]:
        yield f"its page{'s' * (len(broken) > 1)} {', '.join(broken)} could not be read"
    if len(pages) < of:
        yield f"only the first {len(pages):,} of its {of:,} pages are read; all are archived"


def text_of(pages: Sequence[Sequence[Line]]) -> str:
    """The pages as one text. Words that the end of a line cuts are whole again."""
    repeated = _repeated(pages)
    shown = [[line for line in page if _shape(line) not in repeated] for page in pages]
    text = "\n".join("\n".join(_spaced(page)) for page in shown if page)
    return _mended(text)


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the edge of most pages, numbers aside: the furniture of a printed report."""
    seen = Counter(
        shape for page in pages for shape in {_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    return {shape for shape, times in seen.items() if times > max(1, len(pages) // 2)}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", as_read(line))


def _spaced(page: Sequence[Line]) -> Iterator[str]:
    """The lines with an empty one wherever the page leaves more room than between two lines."""
    steps = [above.height - below.height for above, below in pairwise(page)]
    usual = statistics.median([step for step in steps if step > 0] or [0.0])
    for number, line in enumerate(page):
        step = steps[number - 1] if number else 0.0
        if step > max(_PARAGRAPH * usual, _LEADING * line.size):
            yield ""
        yield as_read(line)


def _mended(text: str) -> str:
    """ "unin-" and "tended" are one word where the report has "unintended" elsewhere; "self-report" stays."""
    text = text.replace("\N{SOFT HYPHEN}\n", "").replace("\N{SOFT HYPHEN}", "")
    words = set(re.findall(r"\w+", text.lower()))

    def joined(cut: re.Match[str]) -> str:
        whole = cut[1] + cut[2]
        return whole if whole.lower() in words else f"{cut[1]}-{cut[2]}"

    return re.sub(r"(\w+)-\n(?=[^\W\d_])(\w+)", joined, text)
