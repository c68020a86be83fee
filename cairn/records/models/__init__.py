"""What we keep. Tables without logic: written by `records/actions`, read by `records/queries`."""

from cairn.records.models.aside import EstimateRecord, FigureRecord, ImportedRow, Release, Toll
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
    GroundCheck,
    JudgementRecord,
    Kind,
    Placing,
    Suggestion,
)
from cairn.records.models.report import Capture, ModelReadingRecord, ReadingRecord, Report, Source
from cairn.records.models.step import Bookkeeping, HeldEvent, KnownDay, Seen, StandsUnder, StepDone

__all__ = [
    "Admission",
    "Assessment",
    "Attribution",
    "Bookkeeping",
    "Capture",
    "Change",
    "EstimateRecord",
    "FigureRecord",
    "FurtherEvent",
    "GroundCheck",
    "HeldEvent",
    "ImportedRow",
    "Incident",
    "IncidentCode",
    "JudgementRecord",
    "Kind",
    "KnownDay",
    "Mention",
    "ModelReadingRecord",
    "Person",
    "Placing",
    "ReadingRecord",
    "Redirect",
    "Release",
    "Report",
    "Seen",
    "Source",
    "StandsUnder",
    "StepDone",
    "Suggestion",
    "Toll",
]
