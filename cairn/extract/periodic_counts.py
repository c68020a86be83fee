"""The counts at the head of a periodic report: carried over, new, completed, open now, and by verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cairn.extract.numbers import number_at
from cairn.extract.units import Unit, units
from cairn.extract.words import words
from cairn.values import Stage, Verdict
from cairn.vocabulary.admissions import any_of, counted_words
from cairn.vocabulary.calendar import numbered
from cairn.vocabulary.fold import fold
from cairn.vocabulary.lexicon import lexicon

Counts = dict[Stage | Verdict, int]

_LABELLED = re.compile(r"^([^\d\n.]{3,80}?)[\s:–-]+(\d{1,6})\s*$", re.M)  # "Reports received: 5"
_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=\d)|\n(?![^\S\n]*\n))+")
_YEAR = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class _Number:
    value: int
    start: int
    end: int


def read_counts(head: str, language: str = "eng") -> Counts:
    """What the head of a report counts; of two counts of one thing the first stands."""
    found: Counts = {}
    for label, number in _LABELLED.findall(head):
        if of := _nearest(fold(label), ""):
            found.setdefault(of, int(number))
    prose = _LABELLED.sub("\n\n", head)
    for sentence in _SENTENCE.findall(prose):
        for of, value in _counted(" ".join(sentence.split()), language):
            found.setdefault(of, value)
    return found


def _counted(sentence: str, language: str) -> Iterator[tuple[Stage | Verdict, int]]:
    """Each number of a sentence about reports that has a word beside it for what it counts."""
    folded = fold(sentence)
    if any_of("cumulative").search(folded) or not any_of("report_nouns").search(folded):
        return
    numbers = list(_numbers(folded, language))
    for at, number in enumerate(numbers):
        before, after = folded[: number.start], folded[number.end :]
        if at:
            before = _behind_the_last_break(folded[numbers[at - 1].end : number.start])
        if at + 1 < len(numbers):
            after = _up_to_the_last_break(folded[number.end : numbers[at + 1].start])
        of = _nearest(before, after)
        if of is not None and not any_of("not_reports").match(after.lstrip()):
            yield of, number.value


def _behind_the_last_break(between: str) -> str:
    """What stands between two numbers is the first's up to the last break; unbroken it may be of either."""
    breaks = list(any_of("clause_breaks").finditer(between))
    return between[breaks[-1].end() :] if breaks else between


def _up_to_the_last_break(between: str) -> str:
    breaks = list(any_of("clause_breaks").finditer(between))
    return between[: breaks[-1].start()] if breaks else between


def _nearest(before: str, after: str) -> Stage | Verdict | None:
    """What the number between these words counts: the nearest word decides, of two as near the longer."""
    near = [
        (distance, -len(found[0]), of)
        for of, pattern in counted_words()
        for words_, behind in ((before, False), (after, True))
        for found in pattern.finditer(words_)
        for distance in [found.start() if behind else len(words_) - found.end()]
    ]
    return min(near, key=lambda each: each[:2])[2] if near else None


def _numbers(folded: str, language: str) -> Iterator[_Number]:
    """The numbers of a sentence that are neither years nor days of a month."""
    said, at = units(folded, words(folded), lexicon(language)), 0
    while at < len(said):
        # Not count_at, which takes "carried over 12" for more than 12.
        found = number_at(said, at, len(said))
        if found is None:
            at += 1
            continue
        value, end = found
        if not _is_date(said, at, value):
            yield _Number(value, said[at].start, said[end - 1].end)
        at = end


def _is_date(said: Sequence[Unit], at: int, value: int) -> bool:
    """ "2017", "May 3": but not "at the end of May 10 reports"."""
    following = said[at + 1].key if at + 1 < len(said) else ""
    if any_of("report_nouns").fullmatch(following):
        return False
    beside = {said[at - 1].key if at else "", following}
    return value in _YEAR or bool(value <= 31 and beside & numbered("months").keys())
