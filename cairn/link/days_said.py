"""Days that a text names without their year: "Monday 28 March", "اليوم السبت".

Of less worth than a date, but many posts have no more, and two posts of one event name the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from cairn.vocabulary.calendar import numbered, phrases
from cairn.vocabulary.fold import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
HEAD = 2000  # letters of a text in which the day of its event is named
LONGEST = 3  # days: a longer stretch names no day

MonthDay = tuple[int, int]
MonthDays = frozenset[MonthDay]


def days_said(text: str) -> tuple[MonthDays, int | None]:
    """The (month, day) pairs in the head of a text, and the first weekday it names (Monday is 0)."""
    words = _WORD.findall(fold(text[:HEAD]))
    weekdays, doubtful = numbered("weekdays"), phrases("ambiguous")
    named = (weekdays[word] for word in words if word in weekdays and word not in doubtful)
    return frozenset(_month_days(words)), next(named, None)


def days_between(first: int, last: int) -> tuple[MonthDays, int | None]:
    """The same for a stretch of days known by their ordinals; a longer one names none."""
    if last - first >= LONGEST:
        return frozenset(), None
    days = [dt.date.fromordinal(ordinal) for ordinal in range(first, last + 1)]
    return frozenset((day.month, day.day) for day in days), days[0].weekday() if first == last else None


def _month_days(words: Sequence[str]) -> Iterator[MonthDay]:
    """ "28 March", "March 28": the number beside the name of a month, which may be of two words."""
    months = numbered("months")
    for at in range(len(words)):
        for length in (2, 1):
            month = months.get(" ".join(words[at : at + length]))
            if month is None:
                continue
            for beside in (at - 1, at + length):
                if 0 <= beside < len(words) and words[beside].isdecimal() and 1 <= int(words[beside]) <= 31:
                    yield month, int(words[beside])
            break
