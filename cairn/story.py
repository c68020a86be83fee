"""The steps in order, on values alone: what the batch commands and `records/run.py` both call.

Steps do not import each other; this is where they meet.
"""

from __future__ import annotations

from collections.abc import Sequence

from cairn.exceptions import ModelFailed
from cairn.extract.by_model.question import question_on
from cairn.extract.by_model.reading import model_reading
from cairn.extract.read import read
from cairn.grade.assess import assess as grade_evidence
from cairn.link.cluster import cluster
from cairn.link.newcomer import Linked
from cairn.link.origins import origins
from cairn.values import Asked, Evidence, Finding, ModelReading, Question, Reading, ReportText
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict


def extract(report: ReportText, conflict: Conflict = ANY_CONFLICT) -> Reading:
    """What one report says: its claims and figures, each with its span."""
    return read(report, conflict)


def ask(report: ReportText, asked: Asked) -> Question:
    """What a language model is asked about one report, where somebody configured one."""
    return question_on(report, asked.most_characters)


def hold(
    answer: str | ModelFailed, asked: Asked, known: Evidence, conflict: Conflict = ANY_CONFLICT
) -> ModelReading | ModelFailed:
    """What of a model's answer stands in the report: beside the reading, in no finding. A failure stays."""
    if isinstance(answer, ModelFailed):
        return answer
    try:
        return model_reading(answer, asked, known, conflict.conventions)
    except ModelFailed as failed:
        return failed


def evidence(reports: Sequence[ReportText], conflict: Conflict = ANY_CONFLICT) -> list[Evidence]:
    """Each report with what was read in it and the origin it shares with its copies."""
    return evidence_of(reports, [extract(report, conflict) for report in reports])


def evidence_of(reports: Sequence[ReportText], readings: Sequence[Reading]) -> list[Evidence]:
    """Each report with its reading, where these are there already, and the origin it shares."""
    shared = origins(reports, readings)
    return [Evidence(*each) for each in zip(reports, readings, shared, strict=True)]


def assess(reports: Sequence[ReportText], conflict: Conflict = ANY_CONFLICT) -> Finding:
    """What a record would say if these reports were all the evidence on one incident."""
    return grade_evidence(evidence(reports, conflict), conflict)


def link(reports: Sequence[ReportText], conflict: Conflict = ANY_CONFLICT) -> dict[str, list[str]]:
    """The incidents each report tells of, by report id; an empty list where it tells of none."""
    return link_read(evidence(reports, conflict))


def link_read(known: Sequence[Evidence]) -> dict[str, list[str]]:
    """`link` for reports that are read already."""
    return cluster(known).incidents_of


def linked(known: Sequence[Evidence]) -> Linked:
    """What is linked, kept so that `place` finds a new report's incident without linking all again."""
    return Linked(known, cluster(known))
