"""Military grids in a text: "37SEV1512474858", "37S FU 30171 87869", to 1 m, 10 m or 100 m."""

from __future__ import annotations

import re
from typing import NamedTuple

import mgrs

# A zone, a band, a square, and an even count of digits, written together or with blanks between.
_GRID = re.compile(r"(?<![\w])(\d{1,2}[C-HJ-NP-X])\s?([A-HJ-NP-Z]{2})\s?(\d{2,5}\s\d{2,5}|\d{4,10})(?!\d)")
# What was meant for one: a digit too many in the zone, an odd count of digits.
_MALFORMED = re.compile(r"(?<!\w)\d{1,3}[C-HJ-NP-X][A-HJ-NP-Z]{2}\d{4,12}(?!\w)")
_CONVERTER = mgrs.MGRS()


class Grid(NamedTuple):
    """`mgrs` as it stands, without blanks; `lat_lon` is the middle of the square, None if it is malformed."""

    mgrs: str
    lat_lon: tuple[float, float] | None
    start: int
    end: int


def grids(text: str) -> list[Grid]:
    """Every grid that can be one, in order; where there is none, what was meant for one."""
    return _well_formed(text) or [
        Grid(meant[0], None, meant.start(), meant.end()) for meant in _MALFORMED.finditer(text)
    ]


def _well_formed(text: str) -> list[Grid]:
    found = []
    for shape in _GRID.finditer(text):
        digits = "".join(shape[3].split())
        written = shape[1] + shape[2] + digits
        halves = shape[3].split()
        if len(digits) % 2 or (len(halves) == 2 and len(halves[0]) != len(halves[1])):
            continue
        if (point := _point(written, len(digits) // 2)) is not None:
            found.append(Grid(written, point, shape.start(), shape.end()))
    return found


def _point(written: str, precision: int) -> tuple[float, float] | None:
    middle = written if precision == 5 else _middle(written, precision)
    try:
        lat, lon = _CONVERTER.toLatLon(middle)
    except mgrs.core.MGRSError:
        return None  # a square that its zone does not have
    return round(lat, 6), round(lon, 6)


def _middle(written: str, precision: int) -> str:
    """The grid one digit finer, in the middle of its square."""
    digits = written[-2 * precision :]
    return f"{written[: -2 * precision]}{digits[:precision]}5{digits[precision:]}5"
