"""When: the dates a text says, as precise as it says them, made whole by the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cairn.exceptions import BadDate
from cairn.extract.date_words import Said, dates_said
from cairn.extract.words import Word
from cairn.extract.years import Years, year_for
from cairn.values import PartialDate
from cairn.vocabulary.calendar import day_before_month, from_hijri, phrases


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: `text[start:end]` says it. `last` ends an interval.

    `said` is how: "whole" (with its year), "resolved" (the year is from elsewhere), "relative" (from the day
    of publication), "last" ("9 May last": told in passing), "number" (a document's number), "since" (from
    then to the day of publication).
    """

    start: int
    end: int
    first: PartialDate
    last: PartialDate | None = None
    said: str = "whole"

    @property
    def is_day(self) -> bool:
        return self.first.is_day


def find_dates(
    text: str, words: Sequence[Word], published: PartialDate | None, language: str | None = None
) -> list[Dated]:
    """Every date said in the text. Where nothing tells the year, a date without one is left out.

    `published` is what "yesterday" and a month without a year are reckoned from; where it is None, a whole
    date said nearest before serves for the year, and nothing for "yesterday".
    """
    return resolved(text, words, dates_said(text, words, day_before_month(language)), published)


def resolved(
    text: str, words: Sequence[Word], said: list[Said], published: PartialDate | None
) -> list[Dated]:
    """Dates as said made whole by the day of publication."""
    today = published.first_day() if published and published.is_day else None
    found = list(_resolve(said, today, published, Years(said, words, text)))
    return list(_intervals(_without_echoes(found), text, words, today))


def _resolve(
    said: list[Said], today: dt.date | None, published: PartialDate | None, years: Years
) -> Iterator[Dated]:
    latest: Dated | None = None
    for each in said:
        try:
            found = _dated(each, today, published, years, latest)
        except (BadDate, OverflowError):
            continue  # 31 June, or a year that no calendar has: said, but no date
        if found:
            yield found
            latest = found if found.is_day else latest


def _dated(
    said: Said,
    today: dt.date | None,
    published: PartialDate | None,
    years: Years,
    latest: Dated | None,
) -> Dated | None:
    if said.kind == "date":
        return _calendar_date(said, published, years)
    if said.kind == "number":
        return Dated(said.start, said.end, _partial(said.year, said.month), said="number")
    if said.kind == "hijri":
        return _hijri(said, published)
    if said.kind == "again":
        return replace(latest, start=said.start, end=said.end) if latest else None
    if today is None:
        return None
    first, last = _from_today(said, today)
    return Dated(said.start, said.end, first, last, "relative")


def _partial(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate:
    return PartialDate("-".join(f"{part:02}" for part in (year, month, day) if part))


def _calendar_date(said: Said, published: PartialDate | None, years: Years) -> Dated | None:
    year = said.year or year_for(said, published, years)
    if year is None:
        return None
    first = _partial(year, said.month, said.day)
    last = _partial(year, said.month, said.to_day) if said.to_day else None
    how = "whole" if said.year else "last" if said.shift < 0 else "resolved"
    return Dated(said.start, said.end, first, last, how)


def _hijri(said: Said, published: PartialDate | None) -> Dated | None:
    years = [said.year] if said.year else []
    if not years and published:
        near = int((published.last_day().year - 622) * 33 / 32)
        years = [near + 1, near, near - 1]
    for year in years:
        first, last = from_hijri(year, said.month or 1, said.day)
        if said.year or not published or first <= published.last_day():
            kind = "whole" if said.year else "resolved"
            return Dated(said.start, said.end, PartialDate.on(first), PartialDate.on(last), kind)
    return None


def _from_today(said: Said, today: dt.date) -> tuple[PartialDate, PartialDate | None]:
    if said.kind == "days":
        return PartialDate.on(_day_meant(said, today + dt.timedelta(days=said.number))), None
    if said.kind == "weekday":
        return PartialDate.on(_weekday(said, today)), None
    if said.kind == "weeks":
        monday = today + dt.timedelta(days=7 * said.number - today.weekday())
        return PartialDate.on(monday), PartialDate.on(monday + dt.timedelta(days=6))
    if said.kind == "months_from":
        month = today.year * 12 + today.month - 1 + said.number
        return _partial(month // 12, month % 12 + 1), None
    return _partial(today.year + said.number), None


def _day_meant(said: Said, day: dt.date) -> dt.date:
    """Of "today, Monday" the Monday counts: somebody may publish past midnight, or in another time zone."""
    if said.weekday is None:
        return day
    ahead = (said.weekday - day.weekday()) % 7
    return day + dt.timedelta(days=ahead if ahead <= 1 else ahead - 7)


def today_of_page(stamp: PartialDate, said: Sequence[Said]) -> PartialDate:
    """The day on which a page that shows this stamp was written, by the weekday that it calls today.

    A stamp on another day of the week is of something older that the page shows: a picture, a post.
    """
    today = next(
        (each for each in said if each.kind == "days" and each.number == 0 and each.weekday is not None), None
    )
    if today is None or today.weekday is None or not stamp.is_day:
        return stamp
    ahead = (today.weekday - stamp.first_day().weekday()) % 7
    return PartialDate.on(stamp.first_day() + dt.timedelta(days=ahead))


def _weekday(said: Said, today: dt.date) -> dt.date:
    """The last such day up to today; "last Friday", said on a Friday, is a week ago."""
    back = (today.weekday() - said.number) % 7
    if said.shift > 0:
        return today + dt.timedelta(days=7 - back)
    return today - dt.timedelta(days=back or (7 if said.shift < 0 else 0))


def _without_echoes(found: list[Dated]) -> list[Dated]:
    """ "Saturday 17 June", "today, Friday": a relative day beside another day only says it again."""
    kept: list[Dated] = []
    for each in found:
        beside = kept[-1] if kept and each.start - kept[-1].end <= 4 else None
        if beside and beside.is_day and each.is_day and "relative" in (beside.said, each.said):
            stronger = each if beside.said == "relative" and each.said != "relative" else beside
            kept[-1] = replace(stronger, start=beside.start, end=each.end)
        else:
            kept.append(each)
    return kept


def _intervals(
    found: list[Dated], text: str, words: Sequence[Word], today: dt.date | None
) -> Iterator[Dated]:
    """ "Between August 2014 and July 2017" is one interval; "since 6 June" runs to the day of publication."""
    key_at = {word.end: word.key for word in words}
    at = 0
    while at < len(found):
        each = found[at]
        since = key_at.get(_end_before(text, each.start), "") in phrases("since")
        after = found[at + 1] if at + 1 < len(found) else None
        link = text[each.end : after.start].strip().casefold() if after else ""
        joined = link in phrases("until") and (since or link not in phrases("both"))
        if after and joined and not each.last and each.first.first_day() <= after.first.last_day():
            yield replace(each, end=after.end, last=after.first)
            at += 2
            continue
        if since and today and each.said != "relative" and not each.last:
            each = replace(each, last=PartialDate.on(today), said="since")
        yield each
        at += 1


def _end_before(text: str, start: int) -> int:
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return start
