"""Worlds with answers we chose, in a ledger: kept as collect and extract leave them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cairn.archive.custody import CAPTURED, Entry
from cairn.archive.readable import Readable
from cairn.records import actions
from cairn.records.ledger import Ledger
from cairn.records.models import Mention
from cairn.records.version import reading_version
from cairn.values import Evidence
from tests.link.worlds import World, b_cubed

BY = actions.the_machine("of a world that never was")
A_PARCEL = 500


def keep(ledger: Ledger, evidence: Sequence[Evidence]) -> None:
    """These reports are collected and read, and link has not looked at them."""
    version = reading_version(ledger.conflict)
    for start in range(0, len(evidence), A_PARCEL):
        parcel = evidence[start : start + A_PARCEL]
        kept = actions.keep_reports(BY, [_received(each) for each in parcel])
        ids = {report.given_id: report.id for report in kept}
        read = [actions.Read(ids[each.id], each.reading, version) for each in parcel]
        actions.keep_readings(BY, read)


def _received(each: Evidence) -> actions.Received:
    sha256 = hashlib.sha256(each.id.encode()).hexdigest()
    entry = Entry(CAPTURED, "2024-01-01T00:00:00+00:00", sha256, 1, "text/plain", "", "", "", "none.warc")
    return actions.Received(entry, (Readable(each.report),))


def recovered(world: World) -> float:
    """B³ of the incidents that the ledger has."""
    standing = Mention.objects.filter(withdrawn_at=None).order_by("-id")
    told = dict(standing.values_list("report__given_id", "incident_id"))
    return b_cubed({id: world.truth[id] for id in told}, {id: str(told[id]) for id in told})
