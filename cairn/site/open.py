"""From an open ledger to what the site shows of it."""

from __future__ import annotations

from cairn import __version__
from cairn.publish import Edition
from cairn.records.beside import head
from cairn.records.ledger import Ledger
from cairn.records.queries import known_incidents
from cairn.site.contents import Contents


def edition_of(ledger: Ledger) -> Edition:
    """The ledger's name and newest change: as long as they stay, so does every byte of the site."""
    newest = head()
    name = ledger.conflict.name or ledger.path.name
    program = f"Cairn {__version__}"
    if newest is None:
        return Edition(name, program=program)
    return Edition(name, newest.at.date().isoformat(), newest.hash, program)


def contents_of(ledger: Ledger) -> Contents:
    return Contents(edition_of(ledger), ledger.conflict, known_incidents())
