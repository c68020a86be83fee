"""Incidents to totals, by a question that is an object."""

from cairn.total.answer import Answer, Row, total
from cairn.total.period import Period
from cairn.total.question import ALL_ALLEGED, HEADLINE, Axis, Question
from cairn.total.table import as_csv, as_json, as_text
from cairn.total.tally import Tally

__all__ = [
    "ALL_ALLEGED",
    "HEADLINE",
    "Answer",
    "Axis",
    "Period",
    "Question",
    "Row",
    "Tally",
    "as_csv",
    "as_json",
    "as_text",
    "total",
]
