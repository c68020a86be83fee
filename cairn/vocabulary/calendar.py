"""Names of days and months in every language at once, for a page in one language has dates in another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import languages, section


def _said(name: str) -> Iterator[tuple[Any, Any]]:
    for code in languages():
        yield from (section(code, "when").get(name) or {}).items()


@cache
def numbered(name: str) -> Mapping[str, int]:
    """Phrase → number for one of `months`, `weekdays`, `hijri`, `days`, `weeks`, `months_from`, `years_from`.

    Folded phrases; what a phrase means is the same in every language that has it.
    """
    return {fold(phrase): int(number) for number, phrases in _said(name) for phrase in phrases}


@cache
def ordinals() -> Mapping[str, int]:
    return {fold(str(word)): int(number) for word, number in _said("ordinals") if isinstance(number, int)}


@cache
def phrases(name: str) -> frozenset[str]:
    """The folded phrases of a list: `ambiguous`, `last`, `until` …"""
    return frozenset(fold(phrase) for code in languages() for phrase in section(code, "when").get(name) or [])


def day_before_month(code: str | None) -> bool:
    """Whether 03/04 is the third of April in this language; so it is where the language does not say."""
    return bool(section(code or "", "when").get("day_before_month", True))


# Day 1 of month 1 of year 1 in the tabular Islamic calendar, as a proleptic Gregorian ordinal.
_HIJRI_EPOCH = 227015


def from_hijri(year: int, month: int, day: int | None) -> tuple[dt.date, dt.date]:
    """The days that a Hijri date may be: the tabular day and one on either side, for the moon is sighted.

    >>> from_hijri(1438, 9, 1)[0].isoformat(), from_hijri(1438, 9, 1)[1].isoformat()
    ('2017-05-26', '2017-05-28')
    """
    first = _hijri_ordinal(year, month, day or 1)
    last = first if day else _hijri_ordinal(year, month, 29) + (month % 2)
    return dt.date.fromordinal(first - 1), dt.date.fromordinal(last + 1)


def _hijri_ordinal(year: int, month: int, day: int) -> int:
    leap_days = (11 * year + 3) // 30
    months_before = 29 * (month - 1) + month // 2
    return _HIJRI_EPOCH + (year - 1) * 354 + leap_days + months_before + day - 1
