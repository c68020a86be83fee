"""When: a date that is exactly as precise as its source.

A month is not the first of the month. `PartialDate("2017-05")` is all of May; ask it for its first
and last day when two dates must be compared.

>>> PartialDate("2017-05").could_be(PartialDate("2017-05-12"))
True
>>> PartialDate("2017-05").first_day()
datetime.date(2017, 5, 1)
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from cairn.exceptions import BadDate

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
EARLIEST_YEAR, LATEST_YEAR = 1800, 2200  # outside these a date is a slip of the pen, not a date


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day, written as the ISO prefix that says just that much."""

    text: str

    def __post_init__(self) -> None:
        shape = _SHAPE.fullmatch(self.text)
        if not shape:
            raise BadDate(f"“{self.text}” is not a date. Write 2017, 2017-05 or 2017-05-12.")
        try:
            dt.date(int(shape[1]), int(shape[2] or 1), int(shape[3] or 1))
        except ValueError:
            raise BadDate(f"“{self.text}” is in no calendar. Check month and day.") from None
        if not EARLIEST_YEAR <= int(shape[1]) <= LATEST_YEAR:
            raise BadDate(f"“{self.text}” lies outside {EARLIEST_YEAR}-{LATEST_YEAR}. Check the year.")

    @classmethod
    def on(cls, day: dt.date) -> PartialDate:
        return cls(day.isoformat()[:10])

    @property
    def precision(self) -> str:
        """ "year", "month" or "day"."""
        return {4: "year", 7: "month", 10: "day"}[len(self.text)]

    @property
    def is_day(self) -> bool:
        return len(self.text) == 10

    def first_day(self) -> dt.date:
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        return dt.date(year, month, day)

    def last_day(self) -> dt.date:
        if self.is_day:
            return self.first_day()
        first = self.first_day()
        month = first.month if len(self.text) == 7 else 12
        return dt.date(first.year, month, calendar.monthrange(first.year, month)[1])

    def could_be(self, other: PartialDate) -> bool:
        """Whether some day lies in both."""
        return self.first_day() <= other.last_day() and other.first_day() <= self.last_day()

    def __str__(self) -> str:
        return self.text

    def to_json(self) -> str:
        return self.text

    @classmethod
    def from_json(cls, text: str) -> PartialDate:
        return cls(text)
