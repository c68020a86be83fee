"""Which of a text's dates is that of the harm, and which says when the page was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cairn.extract.dates import Dated
from cairn.values import PartialDate

_LONGEST_EVENT = 14  # days: a longer interval is a period, not an event
_STAMP_LINE = 60  # characters: a line hardly longer than its date is a stamp on the page
_CARRIES = 700  # characters over which a date said before still holds


def page_date(found: Sequence[Dated], text: str) -> PartialDate | None:
    """The day that a stamp on the page gives: a whole date on a line of its own, or a dateline's."""
    for each in found:
        if each.said == "whole" and each.is_day and not each.last and _is_stamp(each, text):
            return each.first
    return None


def _is_stamp(each: Dated, text: str) -> bool:
    line_start = text.rfind("\n", 0, each.start) + 1
    line_end = text.find("\n", each.end)
    line_end = len(text) if line_end < 0 else line_end
    if line_end - line_start <= _STAMP_LINE:
        return True
    return text[each.end : each.end + 3].strip()[:1] in ("·", "|") or _in_dateline(each, text)


def _in_dateline(each: Dated, text: str) -> bool:
    """KABUL, Afghanistan (Nov. 5, 2012) - …"""
    return text[max(0, each.start - 1) : each.start] == "(" and text[each.end : each.end + 1] == ")"


def event_date(
    found: Sequence[Dated], harm: Sequence[tuple[int, int]], published: PartialDate | None
) -> Dated | None:
    """The date of the harm: one said in or just before the sentence that tells it, else the first day said.

    None where the text says no date that can be the harm's; the day of publication is not one of them.
    """
    fit = [each for each in found if _can_be_an_event(each, published)]
    if not fit:
        return None
    if not harm:
        return next((each for each in fit if each.is_day), fit[0])
    return max(fit, key=lambda each: _score(each, harm))


def _can_be_an_event(each: Dated, published: PartialDate | None) -> bool:
    if each.said in ("number", "since"):
        return False
    if each.last and each.last.last_day() - each.first.first_day() > dt.timedelta(days=_LONGEST_EVENT):
        return False
    return not published or each.first.first_day() <= published.last_day() + dt.timedelta(days=1)


def _score(each: Dated, harm: Sequence[tuple[int, int]]) -> float:
    precise = {"day": 2.0, "month": 0.0, "year": -2.0}[each.first.precision]
    return precise + max(_nearness(each, start, end) for start, end in harm)


def _nearness(each: Dated, start: int, end: int) -> float:
    """Near counts more than far, and before more than after: a date said before the harm carries forward."""
    if each.start <= start:
        return 3.0 * max(0.0, 1 - (start - each.end) / _CARRIES)
    return 2.5 * max(0.0, 1 - (each.start - end) / (_CARRIES / 4))
