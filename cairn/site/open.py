"""From an open ledger to what the site shows of it."""

from __future__ import annotations

from cairn.publish import public
from cairn.records.ledger import Ledger
from cairn.records.queries import known_incidents
from cairn.records.release.releasing import confidential_reports, edition_of
from cairn.records.release.setting import read_release
from cairn.site.contents import Contents

__all__ = ["contents_of", "edition_of"]


def contents_of(ledger: Ledger) -> Contents:
    """Who is named, and which places are told exactly, is as in a release: by [release] of cairn.toml."""
    care, unnamed = read_release(ledger.path).care, confidential_reports()
    known = [public(one, care, unnamed) for one in known_incidents()]
    found = Contents(edition_of(ledger), ledger.conflict, known, ledger.weights)
    found.care = care
    found.exports = ledger.exports
    return found
