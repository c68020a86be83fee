"""A text's sentences and paragraphs, as stretches of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Protocol, TypeVar

from cairn.extract.words import Word

_ENDS = frozenset(".!?")
_LONGEST = 600  # words: what is longer is no sentence, and would be read in more than linear time


class Placed(Protocol):
    """Whatever stands at a place in the text."""

    @property
    def start(self) -> int: ...


P = TypeVar("P", bound=Placed)
_START, _FIRST = attrgetter("start"), itemgetter(0)
_LINE_END = re.compile("\n")


def sentence_starts(text: str, words: Sequence[Word]) -> list[int]:
    """Where each sentence begins. A stop before a small letter, or after an initial, ends none."""
    begins = [word[1] for word in words]
    broken = {bisect_left(begins, line.start()) - 1 for line in _LINE_END.finditer(text)}
    marks = [at for at, word in enumerate(words) if word[0] in _ENDS]
    starts, first, last = [0], 0, len(words) - 1
    for at in sorted(broken.union(marks, [last])):
        while last > first + _LONGEST < at:
            first += _LONGEST + 1
            starts.append(begins[first])
        if not 0 <= at < last:
            continue
        if at in broken or at - first == _LONGEST or not _goes_on(text, words, at, words[at + 1]):
            starts.append(begins[at + 1])
            first = at + 1
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


def within(found: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of `found`, which stand in the text's order, that begin in this stretch."""
    first = bisect_left(found, start, key=_START)
    return found[first : bisect_left(found, end, first, key=_START)]


def stands_in(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether this offset lies in one of the stretches, which are in order and do not overlap."""
    here = bisect_right(stretches, at, key=_FIRST)
    return here > 0 and stretches[here - 1][0] <= at < stretches[here - 1][1]


def paragraph_starts(text: str) -> list[int]:
    return [0, *(line.end() for line in _LINE_END.finditer(text))]
