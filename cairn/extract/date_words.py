"""What a text says of dates, before anything is made of it: days, months, years, weekdays, "yesterday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress

from cairn.extract.words import Word
from cairn.vocabulary.calendar import numbered, ordinals, phrases
from cairn.vocabulary.phrases import Match, Phrases
from cairn.vocabulary.published import sorted_day_month

_NUMERIC = re.compile(
    r"(?<![\d.,/:-])(?:(?P<year>(?:19|20)\d\d)(?P<sep>[-/._])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?"
    r"|(?P<one>\d{1,2})(?P<mark>[-/._])(?P<two>\d{1,2})(?P=mark)(?P<last>(?:19|20)?\d\d))(?![\d/-]|[.,:]\d)"
)
# A release is often numbered by its year and month: 2010-09-CA-005.
_NUMBERED = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-[A-Z]{1,3}[-–]\d+")
_DIGITS = {zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
_IN_FIGURES = re.compile(r"\d[-/._]\d")
_ARABIC_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_BEFORE_YEAR = frozenset([",", ".", "/", "-", "'"])
_BEFORE_MONTH = frozenset(["/", "-"])  # 19/ September
_DAY_AND_YEAR = re.compile(r" \d{1,2}, (?:19|20)\d\d(?!\d)")
_LONGEST_MONTH = 24  # characters that a month's name, and the letter before it, may take
_BESIDE = 3  # characters between a weekday and its date
_KINDS = ("months", "hijri", "weekdays", "days", "weeks", "months_from", "years_from")


@dataclass(frozen=True, slots=True)
class Said:
    """A date as said. Its kind is "date", "number", "again" or one of the calendar's kinds of name.

    `number` is the weekday or the distance; `to_day` ends a run of days (12-14 May); `shift` is -1 for
    "last", 1 for "next". `weekday` is the one that stands beside: it tells the year of a day and month, and
    which day is "today".
    """

    start: int
    end: int
    kind: str = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_day: int | None = None
    number: int = 0
    shift: int = 0
    weekday: int | None = None
    first_word: int = 0
    last_word: int = 0


@cache
def _known() -> Phrases[tuple[str, int]]:
    said = [(phrase, (kind, number)) for kind in _KINDS for phrase, number in numbered(kind).items()]
    said += [(phrase, ("again", 0)) for phrase in phrases("day_again")]
    return Phrases(said, hang_on=("و", "ب", "ل", "ف"))


def dates_said(text: str, words: Sequence[Word], day_first: bool) -> list[Said]:
    """Every date said in a text, in order, none inside another. Linear in the text's length."""
    written = text.translate(_DIGITS) if _ARABIC_DIGIT.search(text) else text
    found = list(_numeric(written, day_first)) if _IN_FIGURES.search(written) else []
    found += _run_together(text)
    taken = {at for said in found for at in range(said.start, said.end)}
    found += [said for said in _Reader(words).read() if said.start not in taken]
    return _with_weekdays(sorted(found, key=lambda said: said.start))


def _with_weekdays(found: list[Said]) -> list[Said]:
    """Each day and month with the weekday right before it, "Monday, 28 March"; and "today, Monday"."""
    around = zip([None, *found], found, [*found[1:], None], strict=False)
    return [
        said if weekday is None else replace(said, weekday=weekday)
        for before, said, after in around
        for weekday in [_weekday_beside(before, said, after)]
    ]


def _weekday_beside(before: Said | None, said: Said, after: Said | None) -> int | None:
    if before and before.kind == "weekday" and said.day and said.start - before.end <= _BESIDE:
        return before.number
    if after and after.kind == "weekday" and said.kind == "days" and after.start - said.end <= _BESIDE:
        return after.number
    return None


@cache
def _glued() -> re.Pattern[str]:
    """A captured page runs its parts together: "Verified accountMay 12, 2017"."""
    months = "|".join(sorted((name for name in numbered("months") if name.isascii()), key=len, reverse=True))
    return re.compile(rf"(?<=[^\W\d_])({months.title()})\.? (\d{{1,2}}), ((?:19|20)\d\d)(?!\d)")


def _run_together(text: str) -> Iterator[Said]:
    free = 0
    for day in _DAY_AND_YEAR.finditer(text):  # digits are rare, and found a hundred times sooner than names
        seen = _glued().search(text, max(free, day.start() - _LONGEST_MONTH), day.end())
        if seen:
            month = numbered("months")[seen[1].lower()]
            yield Said(*seen.span(), year=int(seen[3]), month=month, day=int(seen[2]))
            free = seen.end()


def _numeric(text: str, day_first: bool) -> Iterator[Said]:
    for seen in _NUMBERED.finditer(text):
        yield Said(seen.start(), seen.end(2), "number", int(seen[1]), int(seen[2]))
    for seen in _NUMERIC.finditer(text):
        if seen["year"]:
            said = Said(*seen.span(), year=int(seen["year"]), month=int(seen["month"]))
            said = replace(said, day=int(seen["day"])) if seen["day"] else said
            if not seen["day"] and (seen["sep"] != "-" or text[seen.end() : seen.end() + 1] in "-–"):
                continue
        else:
            day, month = sorted_day_month(int(seen["one"]), int(seen["two"]), day_first)
            year = int(seen["last"])
            if year < 100 and seen["mark"] == ".":
                continue
            said = Said(*seen.span(), year=year + 2000 * (year < 100), month=month, day=day)
        if 1 <= (said.month or 1) <= 12 and 1 <= (said.day or 1) <= 31:
            yield said


class _Reader:
    """Goes through the words once; at each name of a month, day or distance it looks at the neighbours."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.keys = [word.key for word in words]

    def read(self) -> Iterator[Said]:
        known, free, years = _known(), 0, phrases("year_words")
        numbers = compress(range(len(self.keys)), map(str.isdecimal, self.keys))
        for at in sorted({*known.starts(self.keys), *numbers}):
            if at < free:
                continue
            match = known.at(self.keys, at)
            said = self._said(match, at) if match else self._year(at, years)
            if said and not self._is_birth(said.first_word):
                yield said
            free = max(at + (match.length if match else 1), said.last_word + 1 if said else 0)

    def _is_birth(self, first: int) -> bool:
        return any(key in phrases("born") for key in self.keys[max(0, first - 3) : first])

    def _said(self, match: Match[tuple[str, int]], at: int) -> Said | None:
        kind, number = match.value
        if match.hung and self.keys[at][len(match.hung) :] in phrases("ambiguous"):
            return None  # باب is a door, not "in August"
        if kind in ("months", "hijri"):
            return self._month(kind, number, at, match.length)
        if kind == "weekdays":
            return self._weekday(number, at, match.length)
        last = at + match.length - 1
        if kind == "years_from" and (year := self._number(last + 1, 1900, 2100)):
            return self._make(at, last + 1, year=year)  # "this year, 2024"
        return self._make(at, last, kind=kind, number=number)

    def _make(self, first: int, last: int, **what: int | str | None) -> Said:
        start, end = self.words[first].start, self.words[last].end
        return Said(start, end, first_word=first, last_word=last, **what)  # type: ignore[arg-type]

    def _key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def _number(self, at: int, low: int, high: int) -> int | None:
        key = self._key(at)
        plain = key.isdecimal() and 0 <= at < len(self.words) and self._width(at) <= 4  # "2,000" is no year
        number = int(key) if plain else None
        return number if number is not None and low <= number <= high else None

    def _width(self, at: int) -> int:
        return self.words[at].end - self.words[at].start

    def _month(self, kind: str, month: int, at: int, length: int) -> Said | None:
        first, last = at, self._alias(at + length)
        day, to_day, end = self._day_after(last)
        if day is not None and (self._year_after(end, (1900, 2100))[0] or not self._number(first - 1, 1, 31)):
            last = end
        else:
            day, to_day, first = self._day_before(first)
        year, last = self._year_after(last, (1300, 1500) if kind == "hijri" else (1900, 2100))
        if year is None and day and kind == "months":
            year, last = self._short_year(last)
        if day is None and year is None and not self._may_stand_alone(at):
            return None
        if kind == "hijri":
            _, last = (None, last + 1) if self._key(last + 1) in phrases("hijri_year") else (None, last)
            return self._make(first, last, kind="hijri", year=year, month=month, day=day)
        shift = -1 if self._is_past(last + 1) else 0
        return self._make(first, last, year=year, month=month, day=day, to_day=to_day, shift=shift)

    def _is_past(self, at: int) -> bool:
        """ "9 May last", as against "9 May last year"."""
        return self._key(at) in phrases("last") and not _known().at(self.keys, at)

    def _may_stand_alone(self, at: int) -> bool:
        return self.keys[at] not in phrases("ambiguous") or self._key(at - 1) in phrases("in_month")

    def _alias(self, after: int) -> int:
        """The last word of the month's name: it may be given twice, أيلول/سبتمبر or آذار (مارس)."""
        if self._key(after) in ("/", "(", "-") and after + 1 < len(self.keys):
            match = _known().at(self.keys, after + 1)
            if match and match.value[0] == "months":
                end = after + match.length
                return end + 1 if self._key(end + 1) == ")" else end
        return after - 1

    def _day_before(self, first: int) -> tuple[int | None, int | None, int]:
        at = first - 1
        while first - at <= 3 and self._key(at) in phrases("of") | phrases("ordinal_endings"):
            at -= 1
        if self._key(at) == ")" and self._key(at - 2) == "(":  # 12 (twelve) May is rare; (12) May is not
            at -= 1
        at -= self._key(at) in _BEFORE_MONTH and bool(self._number(at - 1, 1, 31))
        day = self._number(at, 1, 31) or (ordinals().get(self._key(at)) if at < first - 1 else None)
        if day is None:
            return None, None, first
        before = at - 1
        if self._key(before) in phrases("ordinal_endings"):
            before -= 1
        if self._key(before) in phrases("until") | phrases("both"):
            at_from = before - 1 - (self._key(before - 1) in phrases("ordinal_endings"))
            from_day = self._number(at_from, 1, day - 1) if day > 1 else None
            if from_day:
                return from_day, day, at_from
        return day, None, at

    def _day_after(self, last: int) -> tuple[int | None, int | None, int]:
        at = last + 1 + (self._key(last + 1) in (".", "the"))
        day = self._number(at, 1, 31)
        if day is None or self.words[at].end - self.words[at].start > 2:
            return None, None, last
        end = at + (self._key(at + 1) in phrases("ordinal_endings"))
        if self._key(end + 1) in phrases("until") | phrases("both"):
            to_day = self._number(end + 2, day + 1, 31)
            if to_day and self._number(end + 2, 1, 31) and not self._is_counted(end + 3):
                return day, to_day, end + 2 + (self._key(end + 3) in phrases("ordinal_endings"))
        return day, None, end

    def _is_counted(self, at: int) -> bool:
        """Whether a number is of something: "on May 12 and 14 people" has no fourteenth of May."""
        key = self._key(at)
        return key.isalpha() and not any(
            key in phrases(name) for name in ("ordinal_endings", "year_words", "after_year")
        )

    def _year_after(self, last: int, within: tuple[int, int]) -> tuple[int | None, int]:
        at = last + 1
        if self._key(at) == "." and not self._number(at + 1, *within):
            return None, last  # the sentence ends here
        while at - last <= 2 and self._key(at) in _BEFORE_YEAR | phrases("year_words"):
            at += 1
        year = self._number(at, *within)
        return (year, at) if year else (None, last)

    def _short_year(self, last: int) -> tuple[int | None, int]:
        """The year of a dateline, "3 Jan 90 --": two digits that are no day and count nothing."""
        year = self._number(last + 1, 32, 99)
        dateline = year and self._key(last + 2) in ("-", "–", "—", "(", ")")
        return (1900 + year, last + 1) if year and dateline else (None, last)

    def _weekday(self, number: int, at: int, length: int) -> Said | None:
        after, before = self._key(at + length), self._key(at - 1)
        shift = -1 if after in phrases("last") or before in phrases("last") else 0
        shift = 1 if after in phrases("next") or before in phrases("next") else shift
        if self.keys[at] in phrases("ambiguous") and before not in phrases("day_words") and not shift:
            return None
        last = at + length - 1 + (after in phrases("last") | phrases("next"))
        return self._make(at, last, kind="weekday", number=number, shift=shift)

    def _year(self, at: int, year_words: frozenset[str]) -> Said | None:
        if self.keys[at].isdecimal() and self._key(at + 1) in phrases("year_nouns"):
            year = self._number(at, 1900, 2100)
            return self._make(at, at + 1, year=year) if year else None
        if self._key(at - 1) not in year_words or self._is_counted(at + 1):
            return None
        year = self._number(at, 1900, 2100)
        return self._make(at, at, year=year) if year else None
