"""The three totals of a ledger, as it was known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cairn.records.adjudicated import adjudicated
from cairn.records.ledger import Ledger
from cairn.records.queries import known_incidents
from cairn.story import three_totals
from cairn.total import Question
from cairn.total.products import ThreeTotals
from cairn.values import KnownIncident


def totals_apart(
    ledger: Ledger,
    question: Question,
    as_of: dt.date | None = None,
    incidents: Sequence[KnownIncident] | None = None,
) -> ThreeTotals:
    """The envelope, the bounds by the ledger's own weights, and the model where its history carries one."""
    known = known_incidents(as_of) if incidents is None else incidents
    return three_totals(known, question, adjudicated(as_of), ledger.weights)
