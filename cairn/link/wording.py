"""What a report is worded with: its terms, and how rare each is among all reports."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from cairn.values import Reading, ReportText
from cairn.vocabulary.fold import fold
from cairn.vocabulary.stems import endings_of

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
LEAD = 220  # words: what a report is about stands at its head; the rest is background and other events


def told(report: ReportText, reading: Reading) -> str:
    """Title and text, without what the page added around the report."""
    pieces, at = [], 0
    for start, end in sorted(reading.furniture):
        pieces.append(report.text[at : max(at, start)])
        at = max(at, end)
    pieces.append(report.text[at:])
    return f"{report.title or ''}\n{' '.join(pieces)}"


def terms(text: str) -> tuple[str, ...]:
    """The words of the head of a text, folded and without what hangs on them, in order."""
    found = _WORD.finditer(fold(text[: LEAD * 12]))
    return tuple(_stem(match[0]) for match, _ in zip(found, range(LEAD), strict=False))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """The word without what its script lets stand before and after a stem."""
    before, after, shortest = endings_of(word)
    word = next(
        (word.removeprefix(cut) for cut in before if _leaves(word, cut, shortest, word.startswith)), word
    )
    return next(
        (word.removesuffix(cut) for cut in after if _leaves(word, cut, shortest, word.endswith)), word
    )


def _leaves(word: str, cut: str, shortest: int, stands: Callable[[str], bool]) -> bool:
    return len(word) - len(cut) >= shortest and stands(cut)


class Rarity:
    """How rare each term is among the reports it was made from, in natural logarithms."""

    def __init__(self, reports: Iterable[Iterable[str]]) -> None:
        self.seen: Counter[str] = Counter()
        self.total = 0
        for each in reports:
            self.seen.update(set(each))
            self.total += 1

    def of(self, term: str) -> float:
        return math.log((self.total + 1) / (self.seen.get(term, 0) + 0.5))


def with_pairs(words: Sequence[str]) -> Iterator[str]:
    """Each word and each two that stand together: a name is more than its parts."""
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
