"""A report's words with its claims marked: pieces of text, each plain, marked or left out.

Claims may lie inside one another or overlap; a piece belongs to every claim that covers it. Of a long report
only the neighbourhood of its claims is shown, and each gap is a piece that says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cairn.values import Span
from cairn.values.span import Stretch, stretches

WHOLE_UP_TO = 4000  # characters: a post or a short news item is shown whole
AROUND = 320  # characters kept on either side of a claim in a longer one
SENTENCE_ENDS = ".!?…؟。\n"
_STOP = re.compile(r"(?:[.!?…؟。]+[\"”»’)\]]*|(?=\n))()(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """`claims` rest on this text and `begins` start here; `sentence`: it is part of a sentence with a claim.

    `left_out` counts characters that are not shown.
    """

    text: str = ""
    claims: tuple[int, ...] = ()
    sentence: bool = False
    begins: tuple[int, ...] = ()
    left_out: int = 0


def pieces(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The text cut where a claim begins or ends, with the spans numbered from one.

    A span that does not stand in the text is not marked: a mark must never lie.
    """
    standing = [(number, span) for number, span in enumerate(spans, 1) if span.stands_in(text)]
    shown: list[Piece] = []
    at = 0
    for start, end in _stretches(text, [span for _, span in standing]):
        if start > at:
            shown.append(Piece(left_out=start - at))
        shown += _cut(text, start, end, standing)
        at = end
    return shown if at >= len(text) else [*shown, Piece(left_out=len(text) - at)]


def _stretches(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The parts of the text to show, in order and apart."""
    if len(text) <= WHOLE_UP_TO:
        return [(0, len(text))] if text else []
    if not spans:
        return [(0, _end_after(text, AROUND))]
    joined: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: one.start):
        start, end = _start_before(text, span.start - AROUND), _end_after(text, span.end + AROUND)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _start_before(text: str, at: int) -> int:
    """The start of the sentence that holds a place in the text, if it is near."""
    if at <= 0:
        return 0
    near = max(text.rfind(stop, max(0, at - AROUND), at) for stop in SENTENCE_ENDS)
    return near + 1 if near >= 0 else at


def _end_after(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    near = [found for stop in SENTENCE_ENDS if (found := text.find(stop, at, at + AROUND)) >= 0]
    return min(near) + 1 if near else at


def _cut(text: str, start: int, end: int, standing: Sequence[tuple[int, Span]]) -> list[Piece]:
    inside = [(number, span) for number, span in standing if start <= span.start and span.end <= end]
    numbers = [number for number, _ in inside]
    claims = [(span.start, span.end) for _, span in inside]
    sentences = [_sentence(text, span, start, end) for _, span in inside]
    return [_piece(each, numbers) for each in stretches(text, [*claims, *sentences], start, end)]


def _piece(stretch: Stretch, numbers: Sequence[int]) -> Piece:
    """Of the spans over it, the first are claims and the others the sentences around them."""
    return Piece(
        stretch.text,
        tuple(numbers[at] for at in sorted(stretch.over) if at < len(numbers)),
        any(at >= len(numbers) for at in stretch.over),
        tuple(numbers[at] for at in sorted(stretch.begins) if at < len(numbers)),
    )


def _sentence(text: str, span: Span, start: int, end: int) -> tuple[int, int]:
    """The sentence around a claim, within what is shown; a full stop inside a number ends none."""
    before = [stop.end() for stop in _STOP.finditer(text, start, span.start)]
    after = _STOP.search(text, max(span.start, span.end - 1), end)
    return (before[-1] if before else start), (after.start(1) if after else end)
