"""A text set as it would be printed, letter for letter in its place, so that offsets hold.

Wires and mails break their lines where the page was full: there a line's end is no sentence's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cairn.extract.capitals import is_all_capitals, recased
from cairn.vocabulary.gazetteer import Gazetteer

_NARROWEST, _WIDEST = 50, 100  # letters in a full line of a page that was set with fixed lines
_FULL = 0.8  # of the widest: here the next word did not fit, so the line was broken for want of room
_FEWEST_BREAKS = 3
_DATELINE = re.compile(
    r"\s*[^\n.]{3,60}, \d{1,2} [^\W\d_]{3,9}\.? (?:\d{4}|\d\d)\b[^\n]{0,80}? (?:--|—) (?:\[[^\]\n]*\] )*"
)


def as_printed(text: str, known: Gazetteer, language: str = "eng") -> str:
    """The text with its lines joined and its capitals meaning something; most texts are so already."""
    text = _dateline_apart(_joined(text))
    return recased(text, known, language) if is_all_capitals(text) else text


def _dateline_apart(text: str) -> str:
    """A dateline on a line of its own: "LIMA, 3 Jan 90 (AGENCY) -- [TEXT] Three …" counts no 90 people."""
    dateline = _DATELINE.match(text)
    return text if dateline is None else f"{text[: dateline.end() - 1]}\n{text[dateline.end() :]}"


def _joined(text: str) -> str:
    """Spaces for the line ends that stand where the page was full."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if len(lines) <= _FEWEST_BREAKS or not _NARROWEST <= width <= _WIDEST:
        return text
    breaks = list(_breaks(lines))
    full = [at for at in breaks if _was_full(lines, at, width)]
    if len(breaks) < _FEWEST_BREAKS or len(full) < _FULL * len(breaks):
        return text
    joined = frozenset(full)
    ends = (" " if at in joined else "\n" for at in range(len(lines) - 1))
    return "".join(part for pair in zip(lines, (*ends, ""), strict=True) for part in pair)


def _breaks(lines: list[str]) -> Iterator[int]:
    """The lines that another follows in the same paragraph."""
    for at in range(len(lines) - 1):
        following = lines[at + 1]
        if lines[at].strip() and following.strip() and not following[0].isspace():
            yield at


def _was_full(lines: list[str], at: int, width: int) -> bool:
    return len(lines[at].rstrip()) + 1 + len(lines[at + 1].split(" ", 1)[0]) > _FULL * width
