"""What must change so that the ledger's incidents are those that link found.

An incident that is there keeps its id and its codes while it keeps the most of its reports. What a person
linked or decided is never undone.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Sequence

from cairn.link.cluster import Clustering
from cairn.link.join import Joining, join
from cairn.records import actions
from cairn.records.codes import Codes
from cairn.records.linking.standing import Standing
from cairn.records.many import among
from cairn.records.models import Incident, Mention, Placing, Suggestion
from cairn.records.permissions import MACHINE
from cairn.records.told import Told, told_by
from cairn.values import Judgement
from cairn.vocabulary.conflict import Conflict

# What the ids of the machine's incidents are derived from, so that the same reports make the same incident.
_NAMESPACE = uuid.UUID("0b7d6f6e-4c39-5a55-8a3c-6a9a1f1c2f6d")


class Plan:
    """What must change so that the ledger says what link found."""

    def __init__(self, found: Clustering, conflict: Conflict, standing: Standing) -> None:
        self.found = found
        self.conflict = conflict
        self.standing = standing
        self.parts = {label: list(parts) for label, parts in found.told.items()}
        self.groups = {label: {part.told for part in parts} for label, parts in self.parts.items()}
        self.home = self._homes()
        self.refused = self._refused()
        self._put_out()
        self.joining = self._joining()
        self.home |= {label: uuid.UUID(incident) for label, incident in self.joining.homes.items()}
        for label in self.joining.asked:
            self.home.pop(label, None)
            del self.groups[label]  # in no incident until a person has said which

    def _homes(self) -> dict[str, uuid.UUID]:
        """The incident of the ledger that each group is: the one with most of its reports, people's first."""
        where: dict[Told, list[uuid.UUID]] = defaultdict(list)
        for incident, reports in self.standing.reports.items():
            for report in reports:
                where[report].append(incident)
        shared: Counter[tuple[str, uuid.UUID]] = Counter()
        for label, reports in self.groups.items():
            shared.update((label, incident) for report in reports for incident in where[report])
        order = sorted(
            shared, key=lambda pair: (pair[1] not in self.standing.kept, -shared[pair], str(pair[1]), pair[0])
        )
        home: dict[str, uuid.UUID] = {}
        taken: set[uuid.UUID] = set()
        for label, incident in order:
            if label not in home and incident not in taken:
                home[label] = incident
                taken.add(incident)
        return home

    def _put_out(self) -> None:
        """A report that a person keeps apart from its group's incident tells of another."""
        for label, incident in list(self.home.items()):
            for part in [one for one in self.parts[label] if (one.id, str(incident)) in self.refused]:
                own = f"{label} {' '.join(part.told)}"
                self.parts[label].remove(part)
                self.groups[label].discard(part.told)
                self.parts[own], self.groups[own] = [part], {part.told}

    def _joining(self) -> Joining:
        """The groups that are at no incident of people's, beside those that are."""
        new = {
            label: parts
            for label, parts in self.parts.items()
            if self.home.get(label) not in self.standing.kept
        }
        if not new:
            return Joining()
        known = self.standing.known_near(part for parts in new.values() for part in parts)
        return join(new, known, self.refused)

    def _refused(self) -> set[tuple[str, str]]:
        """Report and incident that a person keeps apart: said of the two, or of another report of it."""
        newest = {(one.about, one.a, one.b): one.judgement for one in self.standing.judgements()}
        apart = [key for key, judgement in newest.items() if judgement == Judgement.DIFFERENT]
        refused = {(a, b) for about, a, b in apart if about == "mention"}
        at: dict[str, set[str]] = defaultdict(set)
        for incident, reports in self.standing.reports.items():
            for report, _ in reports:
                at[report].add(str(incident))
        for about, a, b in apart:
            if about == "report":
                refused |= {(a, incident) for incident in at[b]} | {(b, incident) for incident in at[a]}
            elif about == "incident":
                for one, other in ((a, b), (b, a)):
                    told = self.standing.reports.get(uuid.UUID(one), set())
                    refused |= {(report, other) for report, _ in told}
        return refused

    def links(self) -> actions.Links:
        fresh = self._fresh()
        home = self.home | {label: new.id for label, new in fresh.items()}
        wanted = {(home[label], told) for label, parts in self.groups.items() for told in parts}
        pinned = {told_by(one) for one in self.standing.mentions if self._is_kept(one)}
        standing = {(one.incident_id, told_by(one)) for one in self.standing.mentions}
        gone = [
            one
            for one in self.standing.mentions
            if self.standing.is_linked_anew(told_by(one))
            and not self._is_kept(one)
            and (one.incident_id, told_by(one)) not in wanted
        ]
        added = sorted(pair for pair in wanted - standing if pair[1] not in pinned)
        left = standing - {(one.incident_id, told_by(one)) for one in gone} | set(added)
        empty = self._empty(left)
        suggested, settled = self._suggestions()
        placings, answered = self._placings(pinned)
        told_of = {incident for incident, _ in added}
        made = [new for new in fresh.values() if new.id in told_of]
        return actions.Links(
            incidents=made,
            mentions=added,
            withdrawn_mentions=gone,
            withdrawn_incidents=empty,
            redirects=self._redirects(empty, left),
            suggestions=suggested,
            withdrawn_suggestions=settled,
            placings=placings,
            withdrawn_placings=answered,
        )

    def _is_kept(self, mention: Mention) -> bool:
        return mention.made_by != MACHINE or mention.incident_id in self.standing.kept

    def _empty(self, left: set[tuple[uuid.UUID, Told]]) -> list[Incident]:
        """The machine's incidents that no report tells of any more."""
        full = {incident for incident, _ in left} | self.standing.kept
        empty = [incident for incident in self.standing.reports if incident not in full]
        gone = among(Incident.objects.filter(withdrawn_at=None), "id", empty)
        return sorted(gone, key=lambda incident: incident.id)

    def _redirects(
        self, empty: Sequence[Incident], left: set[tuple[uuid.UUID, Told]]
    ) -> list[tuple[uuid.UUID, uuid.UUID]]:
        now: dict[Told, set[uuid.UUID]] = defaultdict(set)
        for incident, told in left:
            now[told].add(incident)
        return sorted(
            {(old.id, new) for old in empty for told in self.standing.reports[old.id] for new in now[told]}
        )

    def _fresh(self) -> dict[str, actions.NewIncident]:
        codes = Codes(self.conflict)
        fresh: dict[str, actions.NewIncident] = {}
        unplaced = sorted(
            (min(reports), label) for label, reports in self.groups.items() if label not in self.home
        )
        firsts = [" ".join(filter(None, told)) for told, _ in unplaced]
        ids = [uuid.uuid5(_NAMESPACE, first) for first in firsts]
        known = set(among(Incident.objects.values_list("id", flat=True), "id", ids))
        for (_, label), first, id in zip(unplaced, firsts, ids, strict=True):
            again = 1
            while id in known or (again > 1 and Incident.objects.filter(id=id).exists()):
                again += 1
                id = uuid.uuid5(_NAMESPACE, f"{first} {again}")
            known.add(id)
            fresh[label] = actions.NewIncident(id, codes.next_for(self.parts[label]))
        return fresh

    def _placings(self, pinned: set[Told]) -> tuple[list[actions.Placed], list[Placing]]:
        """What to ask of reports beside known incidents that is new, and what is no longer in doubt."""
        wanted = {
            (one.told, uuid.UUID(one.incident)): one
            for asked in self.joining.asked.values()
            for one in asked
            if one.told not in pinned
        }
        held = {((one.report_id, one.event), one.incident_id): one for one in self.standing.placings()}
        gone = [one for key, one in held.items() if key not in wanted or wanted[key].score != one.score]
        kept = held.keys() - {((one.report_id, one.event), one.incident_id) for one in gone}
        fresh = [(*key, one.score, dict(one.parts)) for key, one in sorted(wanted.items()) if key not in kept]
        return fresh, gone

    def _suggestions(self) -> tuple[list[actions.Suggested], list[Suggestion]]:
        """Pairs to ask a person about that are new, and those that are no longer in doubt."""
        wanted = {tuple(sorted((one.a, one.b))): one for one in self.found.suggestions}
        held = {tuple(sorted((one.a_id, one.b_id))): one for one in self.standing.suggestions()}
        gone = [one for pair, one in held.items() if pair not in wanted or wanted[pair].score != one.score]
        kept = held.keys() - {tuple(sorted((one.a_id, one.b_id))) for one in gone}
        full = self.standing.asked_enough()
        fresh = [
            (pair[0], pair[1], one.score, dict(one.parts))
            for pair, one in sorted(wanted.items())
            if pair not in kept and not full.intersection(pair)
        ]
        return fresh, gone
