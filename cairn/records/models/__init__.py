"""What we keep. Tables without logic: written by `records/actions`, read by `records/queries`."""

from cairn.records.models.aside import FigureRecord, ImportedRow, Release, Toll
from cairn.records.models.change import Change
from cairn.records.models.incident import (
    Attribution,
    FurtherEvent,
    Incident,
    IncidentCode,
    Mention,
    Person,
    Redirect,
)
from cairn.records.models.judgement import (
    Admission,
    Assessment,
    JudgementRecord,
    Kind,
    Placing,
    Suggestion,
)
from cairn.records.models.report import Capture, ModelReadingRecord, ReadingRecord, Report, Source
from cairn.records.models.step import StepDone

__all__ = [
    "Admission",
    "Assessment",
    "Attribution",
    "Capture",
    "Change",
    "FigureRecord",
    "FurtherEvent",
    "ImportedRow",
    "Incident",
    "IncidentCode",
    "JudgementRecord",
    "Kind",
    "Mention",
    "ModelReadingRecord",
    "Person",
    "Placing",
    "ReadingRecord",
    "Redirect",
    "Release",
    "Report",
    "Source",
    "StepDone",
    "Suggestion",
    "Toll",
]
