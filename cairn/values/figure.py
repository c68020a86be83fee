"""A figure: a dated, attributed value about the conflict, ranged like everything else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cairn.values.span import Span
from cairn.values.when import PartialDate
from cairn.values.where import Place


class Counted(StrEnum):
    """Over which days a number counts, where it is no state of things on one day."""

    DAILY = "daily"  # what was added on that day, or in the days that end with it
    CUMULATIVE = "cumulative"  # everything from the first day to that day


@dataclass(frozen=True, slots=True)
class Figure:
    """`measure`: "territory held", "territory lost", "fighters", "trapped", "displaced" …

    `value` is (low, high), high None when only a floor was given; `unit` is "percent", "km2", "people" …;
    `of` is whose or what ("SDF", "what Daesh had seized in Iraq"). `counted` None: how it stood on `date`.
    `since` is the first day that a count covers; `said_on` the day it was said, where that is another than
    the day it is of.
    """

    measure: str
    value: tuple[float, float | None]
    unit: str
    span: Span
    of: str | None = None
    place: Place | None = None
    date: PartialDate | None = None
    attributed_to: str | None = None
    rule: str = ""
    counted: Counted | None = None
    since: PartialDate | None = None
    said_on: PartialDate | None = None
