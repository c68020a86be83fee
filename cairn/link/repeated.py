"""What pages repeat: the same words in a row in reports of many different days are furniture, not news.

Copies and wire pieces share words too, but in the same days. So nothing need be known of the page's maker.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

TOGETHER = 4  # words in a row that make one shingle
APART = 10  # days within which copies of a report appear
TIMES = 3  # so many different stretches of days make words furniture

Words = tuple[str, ...]


def shingles(words: Words) -> Iterator[int]:
    """A number for every few words in a row."""
    for at in range(len(words) - TOGETHER + 1):
        yield zlib.crc32(" ".join(words[at : at + TOGETHER]).encode())


def without_repeated(worded: Sequence[Words], days: Sequence[int | None]) -> list[Words]:
    """The words of each report without those that reports of many other days have in the same row.

    `days` are ordinals of publication; a report without one is cleaned, but proves nothing.
    """
    when: dict[int, set[int]] = defaultdict(set)
    for words, day in zip(worded, days, strict=True):
        if day is not None:
            for shingle in shingles(words):
                when[shingle].add(day // APART)
    repeated = {shingle for shingle, stretches in when.items() if len(stretches) >= TIMES}
    return [_without(words, repeated) for words in worded] if repeated else list(worded)


def _without(words: Words, repeated: set[int]) -> Words:
    covered: set[int] = set()
    for at, shingle in enumerate(shingles(words)):
        if shingle in repeated:
            covered.update(range(at, at + TOGETHER))
    return tuple(word for at, word in enumerate(words) if at not in covered) if covered else words
