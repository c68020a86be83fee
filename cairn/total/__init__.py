"""Incidents to totals, by a question that is an object."""

from cairn.total.answer import Answer, Row, total
from cairn.total.area import Area, read_area
from cairn.total.coalitions import Coalitions
from cairn.total.measure import Measure
from cairn.total.period import Period
from cairn.total.question import ALL_ALLEGED, HEADLINE, Axis, Contested, Question
from cairn.total.table import as_csv, as_json, as_text
from cairn.total.tally import Tally
from cairn.total.wording import question_of

__all__ = [
    "ALL_ALLEGED",
    "HEADLINE",
    "Answer",
    "Area",
    "Axis",
    "Coalitions",
    "Contested",
    "Measure",
    "Period",
    "Question",
    "Row",
    "Tally",
    "as_csv",
    "as_json",
    "as_text",
    "question_of",
    "read_area",
    "total",
]
