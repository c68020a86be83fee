"""What pages repeat: the same words in a row in reports of many different days are furniture, not news.

Copies and wire pieces share words too, but in the same days. So nothing need be known of the page's maker.
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

TOGETHER = 4  # words in a row that make one shingle
APART = 10  # days within which copies of a report appear
TIMES = 3  # so many different stretches of days make words furniture
MOST_BUCKETS = 1 << 25

Words = tuple[str, ...]


def shingles(words: Words) -> Iterator[int]:
    """A number for every few words in a row."""
    for at in range(len(words) - TOGETHER + 1):
        yield zlib.crc32(" ".join(words[at : at + TOGETHER]).encode())


def without_repeated(worded: Sequence[Words], days: Sequence[int | None]) -> list[Words]:
    """The words of each report without those that reports of many other days have in the same row."""
    furniture = repeated(worded, days)
    return [without(words, furniture) for words in worded] if furniture else list(worded)


def repeated(worded: Sequence[Words], days: Sequence[int | None]) -> set[int]:
    """The shingles that so many stretches of days share.

    `days` are ordinals of publication; a report without one is cleaned, but proves nothing. Shingles are
    counted by buckets first, for nearly all stand in one report alone.
    """
    stretches = [None if day is None else day // APART for day in days]
    many = sum(len(words) for words in worded)
    buckets = min(MOST_BUCKETS, 1 << (2 * many).bit_length())
    last, times = array("i", bytes(4 * buckets)), bytearray(buckets)
    order = sorted((each, at) for at, each in enumerate(stretches) if each is not None)
    for stretch, at in order:
        for shingle in shingles(worded[at]):
            bucket = shingle % buckets
            if times[bucket] < TIMES and (last[bucket] != stretch or not times[bucket]):
                last[bucket] = stretch
                times[bucket] += 1
    when: dict[int, set[int]] = defaultdict(set)
    for stretch, at in order if TIMES in times else ():
        for shingle in shingles(worded[at]):
            if times[shingle % buckets] == TIMES:
                when[shingle].add(stretch)
    return {shingle for shingle, found in when.items() if len(found) >= TIMES}


def without(words: Words, furniture: set[int]) -> Words:
    """The words less the rows that are furniture."""
    covered: set[int] = set()
    for at, shingle in enumerate(shingles(words)):
        if shingle in furniture:
            covered.update(range(at, at + TOGETHER))
    return tuple(word for at, word in enumerate(words) if at not in covered) if covered else words
