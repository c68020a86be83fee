"""Dates as other recorders write them: ISO, Excel's day numbers, milliseconds, or in a named order."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache
from zoneinfo import ZoneInfo

from cairn.exceptions import BadDate, BadVocabulary
from cairn.exchange.short import short
from cairn.values import PartialDate

ISO, EXCEL, MILLISECONDS = "iso", "excel", "epoch milliseconds"
FORMS = "iso, excel, epoch milliseconds, or an order such as DD/MM/YYYY"

# 2017-05, 2017-05-12 or 2017-05-12T00:00:00Z: what follows the day is a time, and the day is what we keep.
_ISO = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:.*)?", re.S)
_PART = re.compile("YYYY|MM|DD")
_PATTERNS = {"YYYY": r"(?P<YYYY>\d{4})", "MM": r"(?P<MM>\d{1,2})", "DD": r"(?P<DD>\d{1,2})"}
# Excel takes 1900 for a leap year, so its day 61 is the first on which everybody agrees: 1 March 1900.
_EXCEL_ZERO, _EXCEL_FIRST, _EXCEL_LAST = dt.date(1899, 12, 30), 61, 110_000


def is_form(form: str) -> bool:
    """Whether dates can be read so: a form of ours, or an order that names a year and what it needs."""
    parts = sorted(_PART.findall(form))
    return form in (ISO, EXCEL, MILLISECONDS) or parts in (["MM", "YYYY"], ["DD", "MM", "YYYY"], ["YYYY"])


def read_date(said: str, form: str, column: str, zone: str = "UTC") -> PartialDate:
    """A date exactly as precise as the cell; a cell that is no date is refused.

    `zone` is where a count of milliseconds is midnight: an hour off, it would be the day before.
    """
    try:
        return _read(_in_our_digits(said), form, zone)
    except BadDate as problem:
        raise BadDate(f"In {column}: {problem}") from None
    except (ValueError, OverflowError, OSError):
        wanted = "2017, 2017-05 or 2017-05-12" if form == ISO else f"it as {form}"
        raise BadDate(
            f"{column} is “{short(said)}”, which is not a date. Write {wanted}, or say in the mapping how the"
            f" column writes dates (form: {FORMS})."
        ) from None


def _in_our_digits(said: str) -> str:
    """The cell with the digits of every script as ours: ٢٠١٧-٠٥-١٢ is 2017-05-12."""
    return said if said.isascii() else "".join(str(unicodedata.decimal(letter, letter)) for letter in said)


def _read(said: str, form: str, zone: str) -> PartialDate:
    if form == MILLISECONDS:
        return PartialDate.on(dt.datetime.fromtimestamp(int(said) / 1000, ZoneInfo(zone)).date())
    if form == EXCEL:
        return PartialDate.on(_excel_day(float(said)))
    shape = _ISO.fullmatch(said) if form == ISO else _ordered(form).match(said)
    if shape is None:
        raise ValueError
    if form == ISO:
        return PartialDate(shape[1])
    parts = shape.groupdict()
    return PartialDate("-".join(parts[name].zfill(2) for name in ("YYYY", "MM", "DD") if name in parts))


def _excel_day(number: float) -> dt.date:
    if not _EXCEL_FIRST <= number <= _EXCEL_LAST:
        raise ValueError
    return _EXCEL_ZERO + dt.timedelta(days=int(number))


@cache
def _ordered(form: str) -> re.Pattern[str]:
    """The pattern of an order of year, month and day; a time may follow."""
    if not is_form(form):
        raise BadVocabulary(f"Dates cannot be read as “{form}”. Write {FORMS}.")
    literal = re.split("(YYYY|MM|DD)", form)
    return re.compile(
        "".join(_PATTERNS.get(part, re.escape(part)) for part in literal) + r"(?:[T ]\d.*)?$", re.S
    )


def write_date(date: PartialDate | None, form: str, zone: str = "UTC") -> str:
    """The date in the column's form; as ISO where it is less precise than the form must be."""
    if date is None:
        return ""
    if form == ISO or (not date.is_day and (form in (EXCEL, MILLISECONDS) or "DD" in form)):
        return str(date)
    day = date.first_day()
    if form == EXCEL:
        return str((day - _EXCEL_ZERO).days)
    if form == MILLISECONDS:
        return str(int(dt.datetime.combine(day, dt.time(), ZoneInfo(zone)).timestamp() * 1000))
    said = {"YYYY": f"{day:%Y}", "MM": f"{day:%m}", "DD": f"{day:%d}"}
    return _PART.sub(lambda part: said[part[0]], form)
