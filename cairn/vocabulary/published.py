"""The day a report was published, from whatever stood there: "2015-11-24", "28 نوفمبر 2025", "Nov. 5, 2012".

>>> published_date("28 نوفمبر 2025 الساعة 10:15 م")
PartialDate(text='2025-11-28')
>>> published_date("about an hour ago") is None
True
"""

from __future__ import annotations

import re

from cairn.exceptions import BadDate
from cairn.values import PartialDate
from cairn.vocabulary.calendar import day_before_month, numbered
from cairn.vocabulary.fold import fold

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?|\d+")
_EARLIEST, _LATEST = 1900, 2100  # nobody published outside these; a date that is there is a slip


def published_date(said: str | None, language: str | None = None) -> PartialDate | None:
    """The first date that can be read, as precise as it is written; None where there is none."""
    text = fold(said or "").strip()
    if found := _YEAR_FIRST.search(text):
        return _date(found[1], found[3], found[4])
    if found := _YEAR_LAST.search(text):
        day, month = sorted_day_month(int(found[1]), int(found[3]), day_before_month(language))
        return _date(found[4], month, day)
    if (found := _COMPACT.search(text)) and (date := _date(*found.groups())):
        return date
    return _from_words(text)


def sorted_day_month(first: int, second: int, day_first: bool) -> tuple[int, int]:
    """(day, month) of two numbers: a number above twelve is the day, else the language's order decides."""
    return (first, second) if first > 12 or (day_first and second <= 12) else (second, first)


def _from_words(text: str) -> PartialDate | None:
    words = list(_WORDS.finditer(text))
    year = next((word[0] for word in words if len(word[0]) == 4 and word[0].isdigit()), None)
    months = numbered("months")
    for at, word in enumerate(words):
        month = months.get(word[0]) or months.get(word[0].split(" ")[0])
        if month and year:
            return _date(year, month, _day_beside(words, at))
    return None


def _day_beside(words: list[re.Match[str]], at: int) -> str | None:
    for neighbour in (at - 1, at + 1):
        if 0 <= neighbour < len(words) and words[neighbour][0].isdigit() and len(words[neighbour][0]) <= 2:
            return words[neighbour][0]
    return None


def _date(year: str | int, month: str | int | None, day: str | int | None) -> PartialDate | None:
    parts = [f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part)]
    try:
        return PartialDate("-".join(parts)) if _EARLIEST <= int(year) <= _LATEST else None
    except BadDate:
        return None
