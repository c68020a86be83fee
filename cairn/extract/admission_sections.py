"""The headings of a belligerent's periodic report: "Credible", "Reports assessed as non-credible (5)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cairn.values import Verdict
from cairn.vocabulary.admissions import any_of, section_words
from cairn.vocabulary.fold import fold

LONGEST = 80  # letters: what is longer is a sentence
_COUNT = re.compile(r"\d{1,5}")
_LEFT = re.compile(r"[\s\d()\[\].:•*#–—-]*")
_ENDED = re.compile(r"[.!?:;)\]\"”’\d]$")


@dataclass(frozen=True, slots=True)
class Heading:
    """The verdict of the lines under it, and how many it says they are."""

    verdict: Verdict
    count: int | None = None


def read_heading(line: str, before: str = "") -> Heading | None:
    """The heading that a line is; None for a sentence, or the rest of one begun on the line before."""
    line, before = line.strip(), before.strip()
    if not line or len(line) > LONGEST or line.endswith((".", ",", ";")) or line[0].islower():
        return None
    if before and not _ENDED.search(before) and read_heading(before) is None:
        return None
    return _heading(fold(line))


@cache
def _heading(folded: str) -> Heading | None:
    for verdict, pattern in section_words():
        if pattern.search(folded):
            left = any_of("heading_words").sub(" ", pattern.sub(" ", folded))
            counts = _COUNT.findall(folded)
            bare = _LEFT.fullmatch(left)
            return Heading(verdict, int(counts[-1]) if counts else None) if bare else None
    return None
