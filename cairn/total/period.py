"""A period that a total asks for, and whether a partial date falls in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from cairn.exceptions import BadDate
from cairn.values import PartialDate


class Fall(Enum):
    """How a date lies to a period."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    ASTRIDE = "astride"  # partly inside: a month, asked for from its middle; or no date at all


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of `start` to the last day of `end`, both included; None leaves that side open.

    >>> may = Period(PartialDate("2017-05"), PartialDate("2017-05"))
    >>> may.holds(PartialDate("2017-05")).value, may.holds(PartialDate("2017")).value
    ('inside', 'astride')
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.first_day > self.last_day:
            raise BadDate(f"The period from {self.start} to {self.end} ends before it begins. Exchange them.")

    @property
    def first_day(self) -> dt.date:
        return self.start.first_day() if self.start else dt.date.min

    @property
    def last_day(self) -> dt.date:
        return self.end.last_day() if self.end else dt.date.max

    def holds(self, date: PartialDate | None) -> Fall:
        """A date is inside only when all of it is: so no incident is in two periods that do not overlap."""
        if self.start is None and self.end is None:
            return Fall.INSIDE
        if date is None:
            return Fall.ASTRIDE
        first, last = date.first_day(), date.last_day()
        if first >= self.first_day and last <= self.last_day:
            return Fall.INSIDE
        return Fall.OUTSIDE if last < self.first_day or first > self.last_day else Fall.ASTRIDE

    def __str__(self) -> str:
        if self.start and self.end:
            return f"{self.start} to {self.end}"
        if self.start:
            return f"from {self.start}"
        return f"to {self.end}" if self.end else "whole record"


WHOLE_RECORD = Period()
