"""The words of a PDF, page by page, in the order in which they are read. Runs in a process of its own.

`python pdf_words.py SECONDS` takes the file's bytes and gives JSON: its pages as lists of
lines, and how many pages it has. A PDF is a program that somebody else wrote: what it may cost is fixed here,
before it is opened.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject

MEMORY = 1 << 30  # bytes
PAGES_AT_MOST = 2_000
LETTERS_AT_MOST = 1_100_000  # a little more than is read of any report, so that its end is noticed
LOCKED = 3  # the exit status for a file that opens with a password only


LineSaid = tuple[float, float, list[tuple[float, str]]]  # a Line as JSON has it


@dataclass(slots=True)
class Piece:
    """Words that are drawn together, and how far from the left they begin."""

    left: float
    words: str


@dataclass(slots=True)
class Line:
    """A line as it is drawn: its pieces in the order of the file, how high it stands, how large it is."""

    height: float = 0.0
    size: float = 0.0
    pieces: list[Piece] = field(default_factory=list)


def lines_of(page: PageObject) -> Iterator[Line]:
    """The lines of one page; each that holds words, in the order in which the file draws them."""
    drawn = [Line()]

    def take(words: str, around: list[float], at: list[float], _font: object, size: float) -> None:
        for number, part in enumerate(words.split("\n")):
            if number:
                drawn.append(Line())
            if part:
                _add(drawn[-1], part, around, at, size)

    page.extract_text(visitor_text=take)
    yield from (line for line in drawn if any(piece.words.strip() for piece in line.pieces))


def _add(line: Line, words: str, around: list[float], at: list[float], size: float) -> None:
    """A piece with its place on the page, which two matrices say: that of the text in that of the page."""
    left = at[4] * around[0] + at[5] * around[2] + around[4]
    if words.strip() and not line.size:
        line.height = at[4] * around[1] + at[5] * around[3] + around[5]
        line.size = abs(size * at[3] * around[3])
    line.pieces.append(Piece(left, words))


def main() -> int:
    _bound(int(sys.argv[1]))
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.disable()
    try:
        reader = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
        if reader.is_encrypted and not reader.decrypt(""):
            return LOCKED
        json.dump({"of": len(reader.pages), "pages": list(_pages(reader.pages))}, sys.stdout)
    except (DependencyError, FileNotDecryptedError):
        return LOCKED
    return 0


def _pages(
    pages: Iterable[PageObject],
) -> Iterator[list[LineSaid] | None]:
    """Each page; None for one that cannot be made out while others can."""
    letters = 0
    for number, page in enumerate(pages):
        if number == PAGES_AT_MOST or letters > LETTERS_AT_MOST:
            return
        try:
            lines = list(lines_of(page))
        except MemoryError:
            raise
        except Exception:  # the library fails in as many ways as a file can be broken
            yield None
            continue
        letters += sum(len(piece.words) for line in lines for piece in line.pieces)
        yield [
            (line.height, line.size, [(piece.left, piece.words) for piece in line.pieces]) for line in lines
        ]


def _bound(seconds: int) -> None:
    """Ask the system to end this process before it takes more than is right."""
    try:
        import resource
    except ImportError:  # Windows: the clock of the process that waits for us still stands
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds)):
        _, ceiling = resource.getrlimit(what)
        with contextlib.suppress(ValueError, OSError):  # a system that does not know this bound
            resource.setrlimit(what, (most if ceiling < 0 else min(most, ceiling), ceiling))


if __name__ == "__main__":
    sys.exit(main())
