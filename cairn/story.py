"""The steps in order, on values alone: what the batch commands and `records/run.py` both call.

Steps do not import each other; this is where they meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from cairn.exceptions import ModelFailed
from cairn.extract.by_model.question import question_on
from cairn.extract.by_model.reading import model_reading
from cairn.extract.read import read
from cairn.grade.assess import assess as grade_evidence
from cairn.link.cluster import cluster
from cairn.link.listed import ListedPerson
from cairn.link.newcomer import Linked
from cairn.link.origins import origins
from cairn.link.people import weighed
from cairn.publish.agree import disagreements as differences
from cairn.publish.recount import Engine
from cairn.total.answer import total
from cairn.total.asked import answer_asked, facts_asked
from cairn.total.coalitions import Coalitions, known_coalitions
from cairn.total.measure import SHOWN
from cairn.total.products.adjudicated import records
from cairn.total.products.counted import counted
from cairn.total.products.three import Refusal, ThreeTotals, first_two
from cairn.total.products.weighed import Weights
from cairn.total.question import Axis
from cairn.total.question import Question as Asking
from cairn.values import (
    Asked,
    Evidence,
    Finding,
    KnownIncident,
    ModelReading,
    Question,
    Range,
    Reading,
    ReportText,
)
from cairn.values.adjudication import Adjudication
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict

if TYPE_CHECKING:
    from cairn.estimate import MatchedPair


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


def three_totals(
    incidents: Sequence[KnownIncident],
    question: Asking,
    found: Sequence[Adjudication] = (),
    weights: Weights | None = None,
) -> ThreeTotals:
    """The envelope, the bounds of the mean and the model's fan; where there is none, why."""
    by_grade = total(incidents, replace(question, by=(Axis.GRADE,), measures=SHOWN))
    three = first_two(by_grade, weights or {}, records(found))
    return modelled(three, incidents, found, weights or {})


def modelled(
    three: ThreeTotals,
    incidents: Iterable[KnownIncident],
    found: Sequence[Adjudication],
    weights: Weights,
    coalitions: Coalitions | None = None,
) -> ThreeTotals:
    """The same with the model's fan. A refusal stays one: the model is off until every grade that is counted
    has enough adjudicated incidents."""
    if three.refusals:
        return three
    try:
        from cairn.estimate.model_total import model_total
    except ModuleNotFoundError:
        return replace(three, refusals=(Refusal.LIBRARY,))
    asked, known = three.question, coalitions or known_coalitions()
    drawn = [
        (grade, Range(0, killed.max) if asked.doubtful(one, asked.belligerents, known) else killed)
        for one in counted(incidents, asked, coalitions)
        if (grade := one.finding.grade) and (killed := one.finding.killed)
    ]
    return replace(three, model=model_total(drawn, found, weights))


def same_people(lists: Mapping[str, Sequence[ListedPerson]]) -> list[MatchedPair]:
    """Who of one list may be who of another, with the probability of each pair."""
    from cairn.estimate import MatchedPair

    return [
        MatchedPair((one, pair.a), (other, pair.b), pair.score)
        for one, other in combinations(lists, 2)
        for pair in weighed(lists[one], lists[other])
    ]


def disagreements(release: Path) -> Iterator[str]:
    """A sentence for everything in the files of a release that does not agree with the rest of them, or does
    not follow from its incidents; none when all of it does."""
    return differences(release, Engine(answer_asked, facts_asked))
