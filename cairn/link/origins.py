"""Which reports are one origin: copies, reposts and pieces of one wire, told by the words they share.

Two reports are one origin when most of what the shorter says stands word for word in the other. What stands
in many reports is a page's furniture and proves nothing.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cairn.link.groups import Groups
from cairn.link.wording import terms, told
from cairn.values import Reading, ReportText

TOGETHER = 4  # words that stand together make one shingle
FEWEST = 6  # shingles a text must have to be called a copy by its shingles; a shorter one must be the same
MOST = 0.6  # of the shorter one's shingles
COMMON = 40  # reports: a shingle in more is furniture


def origins(reports: Sequence[ReportText], readings: Sequence[Reading]) -> list[str]:
    """An origin for each report, the same for copies, made of their words: a re-run gives it again."""
    worded = [terms(told(report, reading)) for report, reading in zip(reports, readings, strict=True)]
    shingles = [frozenset(_shingles(words)) for words in worded]
    groups: Groups[int] = Groups(range(len(reports)))
    for one, other in _same_text(worded):
        groups.join(one, other)
    for (one, other), shared in _shared(shingles).items():
        shorter = min(len(shingles[one]), len(shingles[other]))
        if shorter >= FEWEST and shared >= MOST * shorter:
            groups.join(one, other)
    named = [_name(words) for words in worded]
    first = {root: min(named[at] for at in members) for root, members in groups.members().items()}
    return [first[groups.root(at)] for at in range(len(reports))]


def _shingles(words: Sequence[str]) -> Iterator[int]:
    for at in range(len(words) - TOGETHER + 1):
        yield zlib.crc32(" ".join(words[at : at + TOGETHER]).encode())


def _same_text(worded: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[str, ...], int] = {}
    for at, words in enumerate(worded):
        if words and first.setdefault(words, at) != at:
            yield first[words], at


def _shared(shingles: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    """How many shingles each two reports share, common ones left out."""
    where: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(shingles):
        for shingle in each:
            where[shingle].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for together in where.values():
        if 1 < len(together) <= COMMON:
            for place, one in enumerate(together):
                for other in together[place + 1 :]:
                    shared[one, other] += 1
    return shared


def _name(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
