"""Totals that others state: a belligerent's own count of those it killed, and what anybody else says of it.

They are tolls: beside the record, never added to it and never divided by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cairn.values import PartialDate, Place, Range

# A count over fewer days than this is of one raid or one week: no cumulative total.
CUMULATIVE_DAYS = 31


@dataclass(frozen=True, slots=True)
class Stated:
    """Deaths that `of` are said to have caused. `own` when the one who says it is who did it.

    `says` is who is quoted, or else the source; `said_on` the day of the report that has it.
    """

    killed: Range
    says: str
    of: tuple[str, ...]
    own: bool = False
    said_on: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: Place | None = None
    words: str = ""
    source: str | None = None
    report: str = ""

    @property
    def cumulative(self) -> bool:
        """Over months, or over a period that nobody says."""
        if self.start is None:
            return True
        end = (self.end or self.start).last_day()
        return (end - self.start.first_day()).days > CUMULATIVE_DAYS


def newest_first(stated: Iterable[Stated]) -> tuple[Stated, ...]:
    """By the day each was said, then by number; what no day is known of comes last."""
    return tuple(sorted(stated, key=lambda one: (str(one.said_on or ""), one.killed.min), reverse=True))


def current(stated: Iterable[Stated]) -> Stated | None:
    """The newest cumulative total. Of several in one day's reports the highest: it holds the others."""
    return next((one for one in newest_first(stated) if one.cumulative), None)


def newest_of_each(stated: Iterable[Stated]) -> tuple[Stated, ...]:
    """What everybody says last, newest first; of two who did it together apart from what one did alone."""
    found: dict[tuple[str, tuple[str, ...]], Stated] = {}
    for one in newest_first(stated):
        if one.cumulative:
            found.setdefault((one.says.casefold(), one.of), one)
    return tuple(found.values())
