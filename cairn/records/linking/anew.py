"""Link all evidence there is, and keep at hand what the next report needs to be placed among it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from cairn.link.candidates import day_of
from cairn.link.cluster import Clustering, cluster_parts, told_apart_in_order
from cairn.link.held import Held, Usage, stands_under, weigh
from cairn.link.traits import Traits
from cairn.records import actions
from cairn.records.actions import holding
from cairn.records.admitting import own_statements
from cairn.records.evidence import gather, newest_readings
from cairn.records.judged import judgements, on_new_incidents
from cairn.records.linking.holdings import HOW_MANY
from cairn.records.linking.plan import Plan
from cairn.records.linking.standing import Standing, days_known
from cairn.records.linking.suggesting import people_counted
from cairn.records.progress import Watching
from cairn.records.queries import known_incidents
from cairn.values import Evidence
from cairn.vocabulary.conflict import Conflict


def link_all(conflict: Conflict, by: actions.By, watch: Watching) -> int:
    """Link everything; how many events are held now."""
    everything = gather(newest_readings(), conflict)
    answered = own_statements(everything, conflict) - on_new_incidents()
    evidence = [each for each in everything if each.id not in answered]
    advance = watch("link", len(evidence))
    parts, own = told_apart_in_order(evidence)
    traits, usage = weigh(own)
    found = cluster_parts(parts, traits, judgements())
    standing = Standing.now()
    actions.keep_links(by, Plan(found, conflict, standing).links())
    known = [one for one in known_incidents() if uuid.UUID(one.id) in standing.kept]
    seen = usage.numbered() | {HOW_MANY: len(parts)}
    holding.hold_only(_to_hold(evidence, own, traits, usage, found), seen)
    holding.know_only(days_known(known))
    advance(len(evidence))
    return len(parts)


def _to_hold(
    evidence: Sequence[Evidence],
    own: Sequence[Evidence],
    traits: Sequence[Traits],
    usage: Usage,
    found: Clustering,
) -> Iterator[holding.ToHold]:
    origin = {each.id: each.origin for each in evidence}
    label = {told: label for label, group in found.groups.items() for told in group}
    for each, its in zip(own, traits, strict=True):
        words = usage.words_of(each)
        held = Held(each.told, label[each.told], words, its)
        numbers = stands_under(its, words, usage.rarities)
        people = max(1, people_counted(each.reading))
        yield holding.ToHold(held, origin[each.id], people, day_of(its), numbers)
