"""Which of a text's dates is that of the harm, and which says when the page was made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cairn.extract.dates import Dated
from cairn.values import PartialDate
from cairn.vocabulary.calendar import phrases
from cairn.vocabulary.fold import fold
from cairn.vocabulary.who_words import words as who_words

_LONGEST_EVENT = 14  # days: a longer interval is a period, not an event
_STAMP_LINE = 70  # characters: a short line that ends in a date is a stamp on the page
_BESIDE_DATE = 35  # characters beside the date in a line that is little else
_TIME = 12  # characters of such a line that may tell the hour
_DATELINE = 600  # characters before the first of which a dateline stands
_FIRST, _START = 2.0, 1500  # a report dates what it tells in its first lines; later dates are of other days
_CLOSE = 1.8  # of the 3 points that a date beside the harm has: a month or year must stand closer than a day
_AFTER = 120  # characters after the sentence that tells the harm in which its day may still be told
_TITLE = 60  # characters before a date in which the town of a dateline stands
_SPOKEN = 40  # characters before a date in which a word for speaking may govern it
_CARRIES = 700  # characters over which a date said before still holds


_BEHIND_DATELINE = re.compile(r"(?: *\([^)\n]{2,60}\))? *(?:--|—) ")
# "KABUL, Afghanistan (": a town in capitals opens a dateline wherever it stands.
_TOWN = re.compile(r"(?<![A-Z])[A-Z][A-Z .'-]{2,30}(?:, [A-Z]\w+)? \($")
_CREDIT = re.compile(r"[ .,-]*\([^)\n\d]{2,60}\)[ .]*(?:\n|$)")


class Told(NamedTuple):
    """Where harm is told: its words, and the sentence that holds them."""

    start: int
    end: int
    sentence: tuple[int, int]


def page_date(found: Sequence[Dated], text: str) -> PartialDate | None:
    """The day that a stamp on the page gives: a date on a line of its own, in a dateline, before a headline.

    Where there is none, the month by which a release is numbered.
    """
    found = _without_chronicle(found, text)
    told = [
        each.first.first_day()
        for each in found
        if each.is_day and each.said == "whole" and not is_stamp(each, text)
    ]
    latest = max(told, default=dt.date.min)
    stamps = [each.first for each in found if is_stamp(each, text) and _not_before(each, latest)]
    return next(iter(stamps or [each.first for each in found if each.said == "number"]), None)


def _without_chronicle(found: Sequence[Dated], text: str) -> Sequence[Dated]:
    """Without the dates before a colon where several lines begin so: they tell one day after another."""
    opening = [each for each in found if each.is_day and _opens_its_line(each, text)]
    return (
        found if len({each.first for each in opening}) < 2 else [one for one in found if one not in opening]
    )


def _opens_its_line(each: Dated, text: str) -> bool:
    return text[each.start - 1 : each.start] in ("", "\n") and text[each.end : each.end + 1] == ":"


def _not_before(each: Dated, latest: dt.date) -> bool:
    """A page is not older than what it tells; a stamp that is belongs to another page that this one shows."""
    return each.first.last_day() + dt.timedelta(days=1) >= latest


def editions(found: Sequence[Dated], text: str) -> list[Dated]:
    """The datelines of the texts that a page shows one behind another, where they are of different days."""
    lines = [each for each in found if each.is_day and _in_dateline(each, text)]
    return lines if len({each.first for each in lines}) > 1 else []


def stamped_date(found: Sequence[Dated], text: str) -> PartialDate | None:
    """The day that the post itself bears: "May 27, 2025 · Shared with…", "5:11 PM · May 27, 2025"."""
    return next((each.first for each in found if each.said == "whole" and _beside_a_dot(each, text)), None)


def is_stamp(each: Dated, text: str) -> bool:
    """Whether a date says when the page was made and not when something happened."""
    if not each.is_day or each.last or each.said not in ("whole", "resolved"):
        return False
    return _beside_a_dot(each, text) or _in_dateline(each, text) or _fills_its_line(each, text)


def _beside_a_dot(each: Dated, text: str) -> bool:
    if not each.is_day:
        return False
    return (
        text[each.end : each.end + 3].strip()[:1] == "·"
        or text[max(0, each.start - 4) : each.start] == "M · "
    )


def _in_dateline(each: Dated, text: str) -> bool:
    """KABUL, Afghanistan (Nov. 5, 2012) - …; KABUL, 5 Nov 2012 (AGENCY) -- …"""
    if each.start < _DATELINE and _BEHIND_DATELINE.match(text, each.end):
        return True
    before = text[max(0, each.start - _TITLE) : each.start]
    if before[-1:] + text[each.end : each.end + 1] != "()":
        return False
    return bool(_TOWN.search(before)) or (each.start < _DATELINE and before.rstrip("( ")[-1:].isalpha())


def _fills_its_line(each: Dated, text: str) -> bool:
    line_start = text.rfind("\n", max(0, each.start - _STAMP_LINE - 1), each.start) + 1
    if line_start == 0 and each.start > _STAMP_LINE:
        return False  # so much stands before the date that it cannot be a stamp
    line_end = text.find("\n", each.end)
    line = text[line_start : len(text) if line_end < 0 else line_end].rstrip()
    if _opens_its_line(each, text):
        return True
    last_in_line = line_start + len(line) - each.end <= _TIME and len(line) <= _STAMP_LINE
    return each.said == "whole" and (last_in_line or len(line) - (each.end - each.start) <= _BESIDE_DATE)


def event_date(
    found: Sequence[Dated], harm: Sequence[Told], published: PartialDate | None, text: str
) -> Dated | None:
    """The date of the harm: one said in or before the sentence that tells it, the first told before the rest.

    None where the text says no date that can be the harm's; the day of publication is not one of them.
    """
    fit = [each for each in found if _can_be_an_event(each, published) and not _in_caption(each, text)]
    fit = [each for each in fit if not is_stamp(each, text)] or fit
    told = [each for each in fit if not (is_of_saying(each, text) or _is_aftermath(each, text))]
    if not harm:
        return next((each for each in told or fit if each.is_day), None)
    harm = [one for one in harm if one.start < _START] or harm[:1]
    return _best(told, harm) or _told_after(told, harm) or _best(fit, harm)


def _best(fit: Sequence[Dated], harm: Sequence[Told]) -> Dated | None:
    near = [each for each in fit if _nearest(each, harm) > (0.0 if each.is_day else _CLOSE)]
    return max(near, key=lambda each: _score(each, harm), default=None)


def _told_after(fit: Sequence[Dated], harm: Sequence[Told]) -> Dated | None:
    """Where nothing nearer dates the harm, a day soon after: "The strike was on Monday, 20 March"."""
    return next(
        (
            each
            for each in fit
            if each.is_day and any(0 <= each.start - one.sentence[1] <= _AFTER for one in harm)
        ),
        None,
    )


@cache
def _small_words() -> frozenset[str]:
    return who_words("helping") | who_words("saying_on")


def is_of_saying(each: Dated, text: str) -> bool:
    """ "The monitor said on Friday", "it today confirmed": when it spoke, and nobody was harmed by it."""
    behind = fold(text[each.end : each.end + _SPOKEN]).split()
    if behind and behind[0] in who_words("says") and text[each.end : each.end + 1] == " ":
        return True
    before = fold(text[max(0, each.start - _SPOKEN) : each.start]).split()
    while before and before[-1] in _small_words():
        before.pop()
    return bool(before) and before[-1] in who_words("says")


def _is_aftermath(each: Dated, text: str) -> bool:
    """ "Died days later, on 16 October": the day on which somebody died of it is not the event's."""
    before = fold(text[max(0, each.start - _SPOKEN) : each.start]).replace(",", " ").split()
    while before and before[-1] in who_words("saying_on"):
        before.pop()
    return " ".join(before).endswith(tuple(phrases("aftermath")))


def _can_be_an_event(each: Dated, published: PartialDate | None) -> bool:
    if each.said in ("number", "since", "last"):
        return False
    if each.last and each.last.last_day() - each.first.first_day() > dt.timedelta(days=_LONGEST_EVENT):
        return False
    return not published or each.first.first_day() <= published.last_day() + dt.timedelta(days=1)


def _in_caption(each: Dated, text: str) -> bool:
    """A date with a credit behind it is a photograph's: "Smoke over the town, 22 August 2022 (A. Writer)"."""
    return bool(_CREDIT.match(text, each.end))


def _score(each: Dated, harm: Sequence[Told]) -> float:
    precise = {"day": 2.0, "month": 0.0, "year": -2.0}[each.first.precision]
    return precise + _FIRST * max(0.0, 1 - each.start / _START) + _nearest(each, harm)


def _nearest(each: Dated, harm: Sequence[Told]) -> float:
    return max(_nearness(each, told) * max(0.4, 1 - told.start / _START) for told in harm)


def _nearness(each: Dated, told: Told) -> float:
    """A date in the sentence counts most; one said before carries forward; one said after is another's."""
    gap = max(0, told.start - each.end, each.start - told.end)
    if told.sentence[0] <= each.start < told.sentence[1]:
        return 3.0 - min(1.0, gap / _CARRIES)
    return 2.2 * max(0.0, 1 - gap / _CARRIES) if each.start < told.start else 0.0
