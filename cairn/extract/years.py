"""Which year a day and month are of, where the text does not say it beside them."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from cairn.extract.date_words import Said
from cairn.extract.words import Word
from cairn.values import PartialDate
from cairn.vocabulary.calendar import phrases

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_WEEKDAYS_COME_ROUND = 7  # years, nearly always; further off than that we do not guess


class Years:
    """The dates said with their year, which tell the year of those without one.

    What has gone on since some year tells nothing of the year in which it is told.
    """

    def __init__(self, every: Sequence[Said], words: Sequence[Word], text: str) -> None:
        self.text = text
        said = [each for each in every if each.year and each.kind in ("date", "number")]
        self.said = [each for each in said if not _is_begin(each, words)]
        self.year_of_day: dict[tuple[int | None, int | None], int | None]
        self.year_of_day = {(each.month, each.day): each.year for each in reversed(self.said) if each.day}
        self.latest = max((each.year for each in said if each.year), default=0)

    @cached_property
    def of_page(self) -> set[int]:
        """Every year that stands anywhere in the text or on the page around it."""
        return {int(year) for year in _YEAR.findall(self.text)}

    def year_before(self, start: int) -> int | None:
        """The year said nearest before this place in the text, or else the first said after it."""
        before = bisect_left(self.said, start, key=attrgetter("start"))
        return self.said[max(0, before - 1)].year if self.said else None


def _is_begin(said: Said, words: Sequence[Word]) -> bool:
    """Whether something has gone on from then: "since 2019", "منذ عام 2019"."""
    before = [words[at].key for at in range(max(0, said.first_word - 2), said.first_word)]
    governing = before if said.month is None else before[-1:]
    return any(key in phrases("since") for key in governing)


def year_for(said: Said, published: PartialDate | None, years: Years) -> int | None:
    """The latest year in which the day was not after publication.

    Where that is not known: the year that the same day bears elsewhere in the text; or the year said nearest
    before. A weekday beside the date tells more: the one year on the page in which they agree, or the first
    that is not before the latest date said whole, for a report is not older than what it tells.
    """
    if published:
        month, day = said.month or 1, said.day or 1
        latest = published.last_day() + dt.timedelta(days=1)  # the day may have begun elsewhere
        return latest.year if (month, day) <= (latest.month, latest.day) else latest.year - 1
    if whole := years.year_of_day.get((said.month, said.day)):
        return whole
    if said.weekday is not None and said.day is not None:
        agreeing = [year for year in years.of_page if _falls_on_its_weekday(said, year)]
        return agreeing[0] if len(agreeing) == 1 else _year_by_weekday(said, years)
    return years.year_before(said.start)


def _year_by_weekday(said: Said, years: Years) -> int | None:
    near = range(years.latest, years.latest + _WEEKDAYS_COME_ROUND) if years.said else ()
    return next((year for year in near if _falls_on_its_weekday(said, year)), None)


def _falls_on_its_weekday(said: Said, year: int) -> bool:
    try:
        return dt.date(year, said.month or 1, said.day or 1).weekday() == said.weekday
    except ValueError:
        return False  # 29 February
