"""A text's sentences and paragraphs, as stretches of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cairn.extract.words import Word

_ENDS = frozenset(".!?")


def sentence_starts(text: str, words: Sequence[Word]) -> list[int]:
    """Where each sentence begins. A stop before a small letter, or after an initial, ends none."""
    starts = [0]
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        ends = word.key in _ENDS and not _goes_on(text, words, at, following)
        if ends or "\n" in text[word.end : following.start]:
            starts.append(following.start)
    return starts


def _goes_on(text: str, words: Sequence[Word], at: int, following: Word) -> bool:
    if text[following.start].islower() or following.key in _ENDS or following.key in ('"', ")"):
        return True
    if at == 0 or words[at].key != "." or words[at - 1].end != words[at].start:
        return False
    before = words[at - 1]
    initial = text[before.start].isupper() and before.end - before.start <= 2
    return (initial or before.key.isdigit()) and not following.key.isalpha()


def around(starts: Sequence[int], at: int, end: int) -> tuple[int, int]:
    """The stretch that holds this offset."""
    here = bisect_right(starts, at) - 1
    return starts[here], starts[here + 1] if here + 1 < len(starts) else end


def paragraph_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
