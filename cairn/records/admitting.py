"""Match what is due of belligerents' own statements: each to one incident, or left for a person to choose.

A statement is a line of a belligerent's own report, or a count that another report quotes a belligerent for
when that belligerent is accused of the same harm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cairn.extract.statements import quoted_statements, read_statements, speaker_of
from cairn.link.admission_numbers import SeenNumbers
from cairn.link.events import events
from cairn.link.incidents import IncidentIndex
from cairn.records import actions
from cairn.records.evidence import evidence_on, newest_readings
from cairn.records.inputs import done
from cairn.records.linking.touched import last_change, told_otherwise_since
from cairn.records.many import among
from cairn.records.models import Admission, Placing, Report, Source
from cairn.records.models.fields import canonical
from cairn.records.permissions import MACHINE
from cairn.records.progress import Watching
from cairn.records.queries import known_incidents
from cairn.records.told import Told, mentions_of, told_by
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

VERSION, SEEN = "admissions", "admissions: seen"  # what the step keeps of itself


def admit_due(conflict: Conflict, watch: Watching) -> int:
    """Keep the statements whose reading or match has changed; how many."""
    version, seen, now = admitting_version(conflict), int(done(SEEN) or 0), last_change()
    anew = done(VERSION) != version
    if now == seen and not anew:
        return 0
    reports = None if anew else told_otherwise_since(seen) | _of_belligerents(conflict)
    evidence = evidence_on(newest_readings(reports), conflict)
    advance = watch("admissions", len(evidence))
    found = _Statements(conflict, version, reports).all_in(evidence)
    advance(len(evidence))
    changed = _changed(found, reports)
    kept = actions.keep_admissions(
        actions.the_machine(f"matched by the rules of version {version[:12]}"),
        changed,
        [one for report in changed for one in found.get(report, [])],
    )
    actions.step_done(SEEN, str(now))
    actions.step_done(VERSION, version)
    return len(kept)


def _of_belligerents(conflict: Conflict) -> set[str]:
    """The reports that belligerents published: each new incident may be the one that a line speaks of."""
    sources = Source.objects.values_list("id", "name")
    own = [id for id, name in sources if speaker_of(name, conflict.countries)]
    return set(among(Report.objects.values_list("id", flat=True), "source", own))


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


def _changed(found: Mapping[str, Sequence[Admission]], reports: Collection[str] | None) -> list[str]:
    """The reports of which other statements are kept than were found, of these or all."""
    kept: dict[str, list[Admission]] = defaultdict(list)
    standing = Admission.objects.filter(withdrawn_at=None, report__isnull=False).order_by("id")
    for one in standing if reports is None else among(standing, "report", reports):
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

    def __init__(self, conflict: Conflict, version: str, reports: Collection[str] | None) -> None:
        self.conflict, self.version = conflict, version
        own = Admission.objects.filter(withdrawn_at=None).exclude(made_by=MACHINE)
        self.of_people = {(one.report_id, one.span): one.incident_id for one in own}
        self.told: dict[Told, list[str]] = defaultdict(list)
        for one in mentions_of(reports):
            self.told[told_by(one)].append(str(one.incident_id))
        self.may_tell: dict[Told, list[str]] = defaultdict(list)
        asked = Placing.objects.filter(withdrawn_at=None).order_by("-score", "incident_id")
        for placing in asked if reports is None else among(asked, "report", reports):
            self.may_tell[placing.report_id, placing.event].append(str(placing.incident_id))

    @cached_property
    def numbers(self) -> SeenNumbers:
        """The incidents that a line may speak of: all that are known, asked for where there is a line."""
        return SeenNumbers(IncidentIndex(known_incidents()))

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
            if incident := self.of_people.get((each.id, span), admission.incident_id):
                self.numbers.learn(line, str(incident))
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
