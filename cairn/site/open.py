"""From an open ledger to what the site shows of it."""

from __future__ import annotations

from cairn.records.ledger import Ledger
from cairn.records.queries import known_incidents
from cairn.records.releasing import edition_of
from cairn.site.contents import Contents

__all__ = ["contents_of", "edition_of"]


def contents_of(ledger: Ledger) -> Contents:
    found = Contents(edition_of(ledger), ledger.conflict, known_incidents(), ledger.weights)
    found.exports = ledger.exports
    return found
