"""Where in the text: two offsets and the words between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end] == phrase`, in characters of the text as it was read."""

    start: int
    end: int
    phrase: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        return cls(start, end, text[start:end])

    def stands_in(self, text: str) -> bool:
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.phrase


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text over which the same spans lie. `over` and `begins` are places in the list of spans.

    `over` has the outermost first; `begins` and `ends` are those of them that begin and end with it.
    """

    text: str
    over: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def stretches(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Stretch]:
    """`text[start:end]` cut wherever one of the spans in it begins or ends, however they nest and cross.

    >>> [each.text for each in stretches("abcdef", [(1, 4), (2, 3)], 0, 6)]
    ['a', 'b', 'c', 'd', 'ef']
    """
    inside = [at for at, (a, b) in enumerate(spans) if start <= a < b <= end]
    waiting = deque(sorted(inside, key=lambda at: (spans[at][0], -spans[at][1], at)))
    over: list[int] = []
    for a, b in pairwise(sorted({start, end, *(edge for at in inside for edge in spans[at])})):
        over = [at for at in over if spans[at][1] > a]
        begins = []
        while waiting and spans[waiting[0]][0] == a:
            begins.append(waiting.popleft())
        over += begins
        ends = tuple(at for at in over if spans[at][1] == b)
        yield Stretch(text[a:b], tuple(over), tuple(begins), ends)
