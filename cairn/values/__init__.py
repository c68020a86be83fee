"""What things are. Frozen dataclasses: no database, no network, no clock."""

from cairn.values.admission import AdmissionLine, Match, MatchState, Mismatch, Stage
from cairn.values.as_json import from_json, to_json
from cairn.values.attack import Attack, Means, Party
from cairn.values.claim import Claim, Scope
from cairn.values.count import MOST_COUNTED, Quantifier, Range, envelope
from cairn.values.figure import Counted, Figure
from cairn.values.finding import Concession, Finding, KnownIncident
from cairn.values.grade import Grade, StrikeStatus, Verdict
from cairn.values.harm import Group, Harm, Harmed, Status
from cairn.values.item import Item, Remark
from cairn.values.judgement import Judgement
from cairn.values.model_reading import Asked, Dropped, ModelReading, Question, Tally, model_rule
from cairn.values.reading import Evidence, Reading, ReportText
from cairn.values.reason import About, Reason, Rule, count_of, counted
from cairn.values.span import Span
from cairn.values.struck import Struck
from cairn.values.way import Way
from cairn.values.when import PartialDate
from cairn.values.where import Place, Precision, distance_km
from cairn.values.who import OFFSPRING, Belligerent, Role, Victim

__all__ = [
    "MOST_COUNTED",
    "OFFSPRING",
    "About",
    "AdmissionLine",
    "Asked",
    "Attack",
    "Belligerent",
    "Claim",
    "Concession",
    "Counted",
    "Dropped",
    "Evidence",
    "Figure",
    "Finding",
    "Grade",
    "Group",
    "Harm",
    "Harmed",
    "Item",
    "Judgement",
    "KnownIncident",
    "Match",
    "MatchState",
    "Means",
    "Mismatch",
    "ModelReading",
    "PartialDate",
    "Party",
    "Place",
    "Precision",
    "Quantifier",
    "Question",
    "Range",
    "Reading",
    "Reason",
    "Remark",
    "ReportText",
    "Role",
    "Rule",
    "Scope",
    "Span",
    "Stage",
    "Status",
    "StrikeStatus",
    "Struck",
    "Tally",
    "Verdict",
    "Victim",
    "Way",
    "count_of",
    "counted",
    "distance_km",
    "envelope",
    "from_json",
    "model_rule",
    "to_json",
]
