"""Link what is new beside what is near it: the groups in reach are made anew, all others stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from cairn.link.candidates import day_of
from cairn.link.cluster import Clustering, cluster_parts, told_apart_in_order
from cairn.link.held import Held, new_ones, stands_under
from cairn.link.join import DAYS, may_be_of
from cairn.link.nearby import Counted, labels_near, weigh_together
from cairn.link.origins import origins_beside
from cairn.link.traits import Traits
from cairn.records import actions
from cairn.records.actions import holding
from cairn.records.admitting import own_statements
from cairn.records.evidence import evidence_on, newest_readings
from cairn.records.judged import judgements, on_new_incidents
from cairn.records.linking.holdings import HOW_MANY, LedgerHoldings, as_held
from cairn.records.linking.plan import Plan
from cairn.records.linking.standing import Standing, days_known, kept_among, known_among
from cairn.records.linking.suggesting import people_counted
from cairn.records.linking.touched import Touched
from cairn.records.many import among
from cairn.records.models import HeldEvent
from cairn.records.told import Told
from cairn.values import Evidence, Judgement, KnownIncident
from cairn.vocabulary.conflict import Conflict


def link_near(touched: Touched, conflict: Conflict, by: actions.By) -> None:
    """Link what was touched; groups that no touched report or incident is near are not looked at."""
    known = known_among(kept_among(touched.incidents))
    holding.know_days({**dict.fromkeys(touched.incidents, ()), **days_known(known)})
    anew = _Anew(touched.reports, conflict)
    anew.take_in({*anew.labels_near(), *_labels_of(known)})
    anew.name_origins()
    found, traits = anew.cluster()
    standing = Standing.around(anew.parts.keys() | anew.held_before)
    actions.keep_links(by, Plan(found, conflict, standing).links())
    anew.keep(found, traits)


def _labels_of(known: Iterable[KnownIncident]) -> Iterator[str]:
    """The groups that may be of one of these incidents."""
    for one in known:
        [days] = days_known([one]).values()
        around = {day + more for day in days for more in range(-DAYS, DAYS + 1)}
        for row in among(HeldEvent.objects.all(), "day", around):
            if may_be_of(one, as_held(row).traits):
                yield row.label


@dataclass(frozen=True, slots=True)
class _Part:
    """An event that is linked anew: as it is told, and as it is compared."""

    told: Evidence
    held: Held


class _Anew:
    """What is linked anew: reports that were touched, and the groups that they may belong to."""

    def __init__(self, reports: Collection[str], conflict: Conflict) -> None:
        self._conflict = conflict
        self._touched = reports
        self._holdings = LedgerHoldings()
        rows = list(among(HeldEvent.objects.all(), "report", reports))
        self._labels_before = {row.label for row in rows}
        self.held_before: set[Told] = {(row.report_id, row.event) for row in rows}
        self.parts: dict[Told, _Part] = {}
        self._add_new(evidence_on(newest_readings(reports), conflict))
        self._new = {each.held.told for each in self.parts.values()} - self.held_before
        self._counted = Counted(self._holdings, [self.parts[told].held for told in sorted(self._new)])
        self._origins_now_one: dict[str, str] = {}

    def _add_new(self, evidence: list[Evidence]) -> None:
        ids = {each.id for each in evidence}
        answered = own_statements(evidence, self._conflict) - on_new_incidents(ids)
        told, own = told_apart_in_order([each for each in evidence if each.id not in answered])
        for part, held in zip(told, new_ones(own, self._holdings), strict=True):
            self.parts[part.told] = _Part(part, held)

    def labels_near(self) -> set[str]:
        """The groups that touched reports are in or may belong to."""
        near = [labels_near(each.held, self._holdings, self._counted) for each in self.parts.values()]
        return self._labels_before.union(*near)

    def take_in(self, labels: set[str]) -> None:
        """Link these groups anew too, and those that people say are the same as any of them."""
        taken: set[str] = set()
        while fresh := labels - taken:
            taken |= fresh
            rows = map(as_held, among(HeldEvent.objects.all(), "label", fresh))
            held = {each.told: each for each in rows if each.told[0] not in self._touched}
            evidence = evidence_on(newest_readings({report for report, _ in held}), self._conflict)
            for part in told_apart_in_order(evidence)[0]:
                if part.told in held:
                    self.parts[part.told] = _Part(part, held[part.told])
            labels |= self._labels_of_the_same()

    def _labels_of_the_same(self) -> set[str]:
        here = {report for report, _ in self.parts}
        same = {id for a, b, said in judgements(here) if said is Judgement.SAME for id in (a, b)}
        found = HeldEvent.objects.filter(event="").values_list("label", flat=True)
        return set(among(found, "report", same - here))

    def name_origins(self) -> None:
        """The touched reports get the origin of what they copy, or one of their own."""
        mains = [each for told, each in self.parts.items() if not told[1]]
        held = {e.told.id: e.told.origin for e in mains if e.told.id not in self._touched}
        texts, readings = [e.told.report for e in mains], [e.told.reading for e in mains]
        shared, self._origins_now_one = origins_beside(texts, readings, [e.held.words for e in mains], held)
        origin = {each.told.id: its for each, its in zip(mains, shared, strict=True)}
        for told, each in self.parts.items():
            if told[0] in origin:
                self.parts[told] = _with_origin(each, origin[told[0]])

    def cluster(self) -> tuple[Clustering, list[Traits]]:
        """The groups of all these, with the traits of each in the order of `told`."""
        self.parts = dict(sorted(self.parts.items()))
        unheld = {told for told in self.parts if told[0] in self._touched}
        held = [each.held for each in self.parts.values()]
        traits = weigh_together(held, unheld, self._counted)
        told = [each.told for each in self.parts.values()]
        return cluster_parts(told, traits, judgements({report for report, _ in self.parts})), traits

    def keep(self, found: Clustering, traits: list[Traits]) -> None:
        """Hold what was linked, and in which groups it is now."""
        label = {told: label for label, group in found.groups.items() for told in group}
        holding.hold_no_more(self._touched)
        held = [each.held for each in self.parts.values()]
        rarities = self._counted.rarities(held, {word for each in held for word in each.words})
        holding.hold(
            [
                holding.ToHold(
                    replace(each.held, label=label[each.held.told], traits=its),
                    each.told.origin,
                    max(1, people_counted(each.told.reading)),
                    day_of(its),
                    stands_under(its, each.held.words, rarities),
                )
                for each, its in zip(self.parts.values(), traits, strict=True)
                if each.told.id in self._touched
            ]
        )
        holding.regroup(label, self._origins_now_one)
        holding.count({**self._counted.grown(held), HOW_MANY: self._counted.events})


def _with_origin(each: _Part, origin: str) -> _Part:
    told = replace(each.told, origin=origin)
    own = f"{origin} {each.held.told[1]}" if each.held.told[1] else origin
    return _Part(told, replace(each.held, traits=replace(each.held.traits, origin=own)))
