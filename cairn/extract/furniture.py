"""Furniture: what a captured page adds around a report. Buttons, counts, repeated titles, links, comments.

A commenter's words are not the source's claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from cairn.vocabulary.fold import fold
from cairn.vocabulary.yaml_file import read_yaml

_PARAGRAPH = 22  # words: a line this long belongs to a report
_REPEATED = 4  # words: a line this long that stood before is a title told again
_HEADLINES = 5  # lines in a row that look like headlines are a list of links
_HEADLINE = range(4, 17)  # words in a headline
_STOPS = (".", "!", "?", "؟", ":", "،", ",", "…")


class _Line(NamedTuple):
    start: int
    end: int
    key: str
    words: int
    stopped: bool


@cache
def _said() -> dict[str, Any]:
    said: dict[str, Any] = read_yaml("furniture.yml")
    return said


@cache
def _lines_known(name: str) -> frozenset[str]:
    return frozenset(fold(line) for line in _said()[name])


@cache
def _to_the_end() -> list[re.Pattern[str]]:
    """Each by itself: the search for many at once is many times slower than many searches."""
    fixed = (re.escape(mark) for mark in _said()["to_the_end"])
    return [re.compile(mark) for mark in (*fixed, *_said()["to_the_end_patterns"])]


@cache
def _line_like() -> re.Pattern[str]:
    return re.compile("|".join(_said()["lines_like"]))


def furniture(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of the text that are the page's, in order, none touching another."""
    ends = [mark.start() for pattern in _to_the_end() if (mark := pattern.search(text))]
    end = min(ends, default=0) or len(text)
    lines = list(_lines(text, end))
    found = [*_buttons(lines), *_repeated(lines), *_lists(lines), *_headlines(lines), *_owner(text, end)]
    if end < len(text):
        found.append((end, len(text)))
    return tuple(_joined(sorted(found)))


@cache
def _page_of() -> re.Pattern[str]:
    return re.compile("|".join(_said()["page_of"]), re.MULTILINE)


@cache
def _posted_by() -> re.Pattern[str]:
    return re.compile("|".join(_said()["posted_by"]), re.MULTILINE)


def without_owner(title: str, text: str) -> str:
    """A page's title with blanks where it says whose page it is."""
    owner = _owner_of(text, len(text))
    return title if owner is None else owner.sub(lambda seen: " " * len(seen[0]), title)


def _owner_of(text: str, end: int) -> re.Pattern[str] | None:
    """Where the name of the page is no word of the report: at the start of a line, after a dash."""
    owner = _page_of().search(text, 0, end)
    return re.compile(rf"(?:^|(?<=- )){re.escape(owner[1].strip())}", re.MULTILINE) if owner else None


def page_names(text: str) -> list[tuple[int, int]]:
    """Where the page or account that a report stands on is named, in order, up to the page's own end."""
    ends = [mark.start() for pattern in _to_the_end() if (mark := pattern.search(text))]
    return sorted(_owner(text, min(ends, default=0) or len(text)))


def _owner(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The name of the page or account: "Mithaliyah Deaths" tells of no deaths there."""
    for seen in _posted_by().finditer(text, 0, end):
        yield seen.span(1)
    if owner := _owner_of(text, end):
        yield from (seen.span() for seen in owner.finditer(text, 0, end))


def _lines(text: str, end: int) -> Iterator[_Line]:
    start = 0
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop].strip()
        if line:
            key = re.sub(r"\d+", "9", fold(line)).strip(" :•-")
            yield _Line(start, stop, key, len(line.split()), line.endswith(_STOPS))
        start = stop + 1


def _buttons(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    for line in lines:
        if line.key in _lines_known("lines") or _line_like().search(line.key):
            yield line.start, line.end


def _repeated(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The later of two lines alike."""
    seen: set[str] = set()
    for line in lines:
        if line.words >= _REPEATED and line.key in seen:
            yield line.start, line.end
        seen.add(line.key)


def _lists(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    at, begun = 0, False
    while at < len(lines):
        begun = begun or lines[at].words >= _PARAGRAPH
        if lines[at].key in _lines_known("lists") or (begun and lines[at].key in _lines_known("lists_after")):
            first = at
            while at + 1 < len(lines) and lines[at + 1].words < _PARAGRAPH:
                at += 1
            yield lines[first].start, lines[at].end
        at += 1


def _headlines(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """A run of headlines, beside a report that has paragraphs."""
    if not any(line.words >= _PARAGRAPH for line in lines):
        return
    first = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].words in _HEADLINE and not lines[at].stopped:
            continue
        if at - first >= _HEADLINES:
            yield lines[first].start, lines[at - 1].end
        first = at + 1


def _joined(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in found:
        if last and start <= last[1] + 1:
            last = last[0], max(last[1], end)
        else:
            if last:
                yield last
            last = start, end
    if last:
        yield last
