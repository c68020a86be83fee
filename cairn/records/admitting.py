"""Match what is due of belligerents' own statements: each to one incident, or left for a person to choose.

A statement is a line of a belligerent's own report, or a count that another report quotes a belligerent for
when that belligerent is accused of the same harm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.extract.statements import quoted_statements, read_statements, speaker_of
from cairn.link.admission_numbers import SeenNumbers
from cairn.link.events import events
from cairn.link.incidents import IncidentIndex
from cairn.records import actions
from cairn.records.evidence import gather, newest_readings
from cairn.records.inputs import admit_inputs, is_due
from cairn.records.models import Admission, Mention, Placing
from cairn.records.models.fields import canonical
from cairn.records.permissions import MACHINE
from cairn.records.progress import Watching
from cairn.records.queries import known_incidents
from cairn.records.told import Told, mentions_with_events, told_by
from cairn.records.version import admitting_version
from cairn.values import (
    AdmissionLine,
    Concession,
    Evidence,
    Match,
    MatchState,
    Span,
    to_json,
)
from cairn.vocabulary.conflict import Conflict


def admit_due(conflict: Conflict, watch: Watching) -> int:
    """Keep the statements whose reading or match has changed; how many."""
    version = admitting_version(conflict)
    inputs = admit_inputs(version)
    if not is_due("admissions", inputs):
        return 0
    evidence = gather(newest_readings(), conflict)
    advance = watch("admissions", len(evidence))
    found = _Statements(conflict, version).all_in(evidence)
    advance(len(evidence))
    changed = _changed(found)
    kept = actions.keep_admissions(
        actions.the_machine(f"matched by link {version[:12]}"),
        changed,
        [one for report in changed for one in found.get(report, [])],
    )
    actions.step_done("admissions", inputs)
    return len(kept)


def own_statements(evidence: Sequence[Evidence], conflict: Conflict) -> set[str]:
    """The reports that are a belligerent's own statements on allegations."""
    sources = {each.report.source for each in evidence if each.report.source}
    speakers = {source: speaker_of(source, conflict.countries) for source in sources}
    return {
        each.id
        for each in evidence
        if speakers.get(each.report.source or "")
        and any(read_statements(each.report.text, each.report.published, conflict.countries))
    }


def _changed(found: Mapping[str, Sequence[Admission]]) -> list[str]:
    """The reports of which other statements are kept than were found."""
    kept: dict[str, list[Admission]] = defaultdict(list)
    for one in Admission.objects.filter(withdrawn_at=None, report__isnull=False).order_by("id"):
        kept[one.report_id or ""].append(one)
    return [
        report
        for report in sorted(kept.keys() | found.keys())
        if _said(_not_of_people(found.get(report, ()), kept[report]))
        != _said([one for one in kept[report] if one.made_by == MACHINE])
    ]


def _not_of_people(found: Sequence[Admission], kept: Sequence[Admission]) -> list[Admission]:
    theirs = {one.span for one in kept if one.made_by != MACHINE}
    return [one for one in found if one.span not in theirs]


def _said(statements: Sequence[Admission]) -> list[str]:
    return sorted(
        canonical(
            [
                str(one.incident_id),
                one.belligerent,
                to_json(one.concession),
                to_json(one.span),
                to_json(one.line),
                one.match,
                one.candidates,
            ]
        )
        for one in statements
    )


@dataclass(frozen=True, slots=True)
class _Statement:
    """Who says it, in which words, and what was read in them."""

    belligerent: str
    span: Span
    line: AdmissionLine
    quoted: bool = False


class _Statements:
    """Finds statements and the incident that each speaks of."""

    def __init__(self, conflict: Conflict, version: str) -> None:
        self.conflict, self.version = conflict, version
        self.numbers = SeenNumbers(IncidentIndex(known_incidents()))
        self.told: dict[Told, list[str]] = defaultdict(list)
        for one in mentions_with_events(Mention.objects.all()):
            self.told[told_by(one)].append(str(one.incident_id))
        self.may_tell: dict[Told, list[str]] = defaultdict(list)
        for placing in Placing.objects.filter(withdrawn_at=None).order_by("-score", "incident_id"):
            self.may_tell[placing.report_id, placing.event].append(str(placing.incident_id))

    def all_in(self, evidence: Sequence[Evidence]) -> dict[str, list[Admission]]:
        """Statements by report, in the order of publication: a report number is known once it was seen."""
        found: dict[str, list[Admission]] = {}
        for each in sorted(evidence, key=lambda each: (str(each.report.published or "9"), each.id)):
            if statements := list(self._in(each)):
                found[each.id] = statements
        return found

    def _in(self, each: Evidence) -> Iterator[Admission]:
        report = each.report
        for part in events(each):
            for belligerent, span, line in quoted_statements(part.reading):
                said = _Statement(belligerent, span, line, quoted=True)
                yield self._admission(part, said, self._told_by(part))
        speaker = speaker_of(report.source or "", self.conflict.countries)
        if speaker is None:
            return
        for span, line in read_statements(report.text, report.published, self.conflict.countries):
            match = self.numbers.match(line)
            admission = self._admission(each, _Statement(speaker, span, line), self._own(each, match))
            if admission.incident_id:
                self.numbers.learn(line, str(admission.incident_id))
            yield admission

    def _told_by(self, each: Evidence) -> Match:
        """A quoted statement is on the incident that its report tells of, when that is one."""
        if may_tell := self.may_tell[each.told]:
            return Match(MatchState.AMBIGUOUS, tuple(may_tell), "the report may tell of it")
        incidents = self.told[each.told]
        state = {0: MatchState.NONE, 1: MatchState.MATCHED}.get(len(incidents), MatchState.AMBIGUOUS)
        return Match(state, tuple(incidents), "the report tells of it")

    def _own(self, each: Evidence, match: Match) -> Match:
        """A statement that opened an incident of its own stays with it."""
        own = self.told[each.told]
        if match.state is MatchState.MATCHED and list(match.incidents[:1]) == own:
            return Match(MatchState.NEW, tuple(own), match.why)
        return match

    def _admission(self, each: Evidence, said: _Statement, match: Match) -> Admission:
        line = said.line
        settled = match.incidents and match.state in (MatchState.MATCHED, MatchState.NEW)
        own = self.told[each.told] if match.state is MatchState.NEW else []
        return Admission(
            incident_id=match.incidents[0]
            if match.state is MatchState.MATCHED
            else (own[0] if own else None),
            report_id=each.id,
            belligerent=said.belligerent,
            concession=Concession(
                said.belligerent,
                line.verdict,
                line.conceded_killed,
                line.conceded_injured,
                each.report.published,
            ),
            span=said.span,
            quoted=said.quoted,
            line={**to_json(line), "why": match.why},
            stated_on=each.report.published,
            match=match.state.value,
            candidates=[] if settled else list(match.incidents),
            version=self.version,
        )
