"""A text as words: each with its folded key for look-up and its place in the original.

Words that were broken up to dodge filters ("نـ.ـفذت", "ki11ed") are put together again; the offsets still
point into the text as it was written.

>>> [word.key for word in words("A strike ki11ed 1,200 men.")]
['a', 'strike', 'killed', '1200', 'men', '.']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from cairn.vocabulary.fold import fold


class Word(NamedTuple):
    """A word, number or mark: `text[start:end]` is how it stands, `key` how it is looked up."""

    key: str
    start: int
    end: int


_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # vowels and lengthening: no letters
_JOINED = "\u200c\u200d\u00ad"  # marks that stand inside a word without ending it
_BREAKS = r"[ .*/_•|\-]{1,2}"  # what writers put inside a word so that filters do not know it
_WORD = (
    # What most words are, before anything dearer is tried.
    r"(?P<plain>[A-Za-z]++(?=[ ,\n]))"
    # Numbers: grouped in threes, or with a decimal part, or plain. So many groups and no more, here and
    # below: a text of nothing else would be tried from each of them to its end.
    r"|(?P<number>\d{1,3}(?:[,٬\u00a0\u202f\u2009]\d{3}){1,9}(?![\d,٬])|GROUPED\d+(?:[.٫]\d+)?)"
    # Arabic: a letter run; a lengthening stroke before or after a break says that the word goes on. Two
    # letters only end a word: a page that runs its lines together is taken apart behind them (الحسكةاستشهد).
    rf"|(?P<arabic>[{_ARABIC}](?:(?:[{_MARKS}{_JOINED}]|(?<![ةى])[{_ARABIC}])|(?<=ـ){_BREAKS}(?=[{_ARABIC}])|{_BREAKS}(?=ـ))*)"
    # Cyrillic words keep the apostrophe within them: п'ять.
    r"|(?P<cyrillic>[Ѐ-ӿ]+(?:['’ʼ`][Ѐ-ӿ]+)+)"
    # Other letters; digits inside a word stand for the letters they look like.
    rf"|(?P<disguised>[A-Za-z]++(?:[013457@$*]+[A-Za-z]+){{1,20}}(?![\w@]))"
    rf"|(?P<letters>(?:[A-Za-z]++|[^\W\d_{_ARABIC}]++)(?:[^\W\d_{_ARABIC}]++|[\u0300-\u036f{_JOINED}]++)*+"
    # Initials ("U.S."), possessives and contractions stay one word.
    r"(?:(?<=\b[A-Z])\.(?:[A-Z]\.)+|(?:['’](?:s|t|re|ve|ll|d|m)\b))?)"
    r"|(?P<mark>\S)"
)
_LOOKS_LIKE = str.maketrans("013457@$", "oieastas")
_BROKEN = re.compile(r"(?<=\S)[ .*/_•|\-]+(?=\S)")
_START = attrgetter("start")
_WORD_OF = tuple.__new__  # what `Word(...)` comes to, in half the time
_MOST_KEYS = 200_000  # a bound on memory in a long-lived worker


def words(text: str, thousands: str = "") -> list[Word]:
    """All words and marks of a text in order; white space is between them. Linear in the text's length.

    `thousands` are the marks that part thousands in the text's language besides the comma: 1.200, 1 200.
    """
    known = _known_keys(thousands)
    return [
        _WORD_OF(Word, (known.get(found[0]) or _learn(found, known, thousands), found.start(), found.end()))
        for found in _pattern(thousands).finditer(text)
    ]


def words_between(found: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """The words, in the text's order, that begin in this stretch of it."""
    first = bisect_left(found, start, key=_START)
    return found[first : bisect_left(found, end, first, key=_START)]


def words_outside(found: Sequence[Word], stretches: Sequence[tuple[int, int]]) -> Sequence[Word]:
    """The words, in the text's order, that begin in none of these stretches of it, which are in order too."""
    if not stretches:
        return found
    kept: list[Word] = []
    at = 0
    for start, end in stretches:
        first = bisect_left(found, start, at, key=_START)
        kept += found[at:first]
        at = bisect_left(found, end, first, key=_START)
    return [*kept, *found[at:]]


@cache
def _pattern(thousands: str) -> re.Pattern[str]:
    mark = f"[{re.escape(thousands)}]"
    grouped = rf"\d{{1,3}}(?:{mark}\d{{3}}){{1,9}}(?!\d|{mark}\d)|" if thousands else ""
    return re.compile(_WORD.replace("GROUPED", grouped), re.UNICODE)


@cache
def _known_keys(thousands: str) -> dict[str, str]:
    return {}


def _learn(found: re.Match[str], known: dict[str, str], thousands: str) -> str:
    """The key of a word that was not met before."""
    if len(known) >= _MOST_KEYS:
        known.clear()
    written, kind = found[0], found.lastgroup or "mark"
    key = _fold_number(written, thousands) if kind == "number" else _fold(written, kind)
    known[written] = key
    return key


_APART = re.compile(r"[,٬\s]")


def _fold_number(written: str, thousands: str) -> str:
    """1,200 and 1 200 are 1200 in every language, 1.200 only where stops part thousands."""
    key = _APART.sub("", fold(written).replace("٬", "")).replace("٫", ".")
    if "." in key and "." in thousands and all(len(part) == 3 for part in key.split(".")[1:]):
        key = key.replace(".", "")
    return key


def _fold(written: str, kind: str) -> str:
    if kind == "arabic":
        return fold(_BROKEN.sub("", written)) or written
    if kind == "disguised":
        # "ki11ed", "k1lled": ones stand for i or l; two in a row for ll.
        return fold(written.replace("11", "ll").replace("*", "").translate(_LOOKS_LIKE))
    return fold(written) or written
