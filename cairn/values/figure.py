"""A figure: a dated, attributed value about the conflict, ranged like everything else."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.values.span import Span
from cairn.values.when import PartialDate
from cairn.values.where import Place


@dataclass(frozen=True, slots=True)
class Figure:
    """`measure`: "territory held", "territory lost", "fighters", "trapped", "displaced" …

    `value` is (low, high), high None when only a floor was given; `unit` is "percent", "km2", "people" …;
    `of` is whose or what ("SDF", "what Daesh had seized in Iraq").
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
