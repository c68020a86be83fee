"""Collect into a ledger: bytes into the archive, then read, then into the records, a parcel at a time.

A crash may come at any instant. What is in the archive and not yet in the records is taken up by the next
collect; what is in neither was never acknowledged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cairn.archive.custody import Entry
from cairn.archive.readable import Readable, readable
from cairn.archive.store import Archive, fetch
from cairn.exceptions import BadInput
from cairn.records.actions import By, Received, keep_reports
from cairn.records.ledger import Ledger
from cairn.records.models import Capture, Report
from cairn.values import Item, Remark

ITEMS_A_PARCEL = 500
BYTES_A_PARCEL = 32 << 20


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is now on the disk and in the records, and what a person should know of it.

    `held` counts what had been collected before; each of `rejected` is a sentence: what, where, what to do.
    """

    new: int = 0
    held: int = 0
    rejected: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def collect(ledger: Ledger, by: By, received: Iterable[Item | BadInput | Remark]) -> Iterator[Parcel]:
    """Keep everything that comes, parcel by parcel; a parcel that is yielded is safe."""
    with Archive.open(ledger.archive, by.person) as archive:
        yield Parcel(remarks=tuple(archive.mended))
        for entries in _slices(_unrecorded(archive)):
            bodies = [fetch(ledger.archive, entry.warc, entry.offset) for entry in entries]
            yield _record(by, entries, bodies)
        for items, refused, remarks in _parcels(received):
            entries = archive.store(items)
            kept = _record(by, entries, [item.body for item in items])
            remarks += _said_too_late(items, entries)
            yield Parcel(kept.new, kept.held, (*refused, *kept.rejected), (*remarks, *kept.remarks))


def _said_too_late(items: Sequence[Item], entries: Sequence[Entry]) -> list[str]:
    return [
        f"{item.came_from}: its bytes are held already, with what was said of them then: {dict(entry.said)}."
        for item, entry in zip(items, entries, strict=True)
        if item.said and dict(item.said) != dict(entry.said)
    ]


def _unrecorded(archive: Archive) -> list[Entry]:
    recorded = set(Capture.objects.values_list("sha256", flat=True))
    return [entry for entry in archive.entries() if entry.sha256 not in recorded]


def _slices(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), ITEMS_A_PARCEL):
        yield entries[start : start + ITEMS_A_PARCEL]


def _parcels(
    received: Iterable[Item | BadInput | Remark],
) -> Iterator[tuple[list[Item], list[str], list[str]]]:
    items: list[Item] = []
    refused: list[str] = []
    remarks: list[str] = []
    for one in received:
        if isinstance(one, Item):
            items.append(one)
        else:
            (refused if isinstance(one, BadInput) else remarks).append(str(one))
        if len(items) >= ITEMS_A_PARCEL or sum(len(item.body) for item in items) >= BYTES_A_PARCEL:
            yield items, refused, remarks
            items, refused, remarks = [], [], []
    yield items, refused, remarks


def _record(by: By, entries: Sequence[Entry], bodies: Sequence[bytes]) -> Parcel:
    """Read what has not been read, and write it down. What holds several reports is read again each time,
    so that its faulty rows are named each time."""
    whole = set(
        Report.objects.filter(capture__in=[entry.sha256 for entry in entries], part=None).values_list(
            "capture_id", flat=True
        )
    )
    read: dict[str, Received] = {}
    refused: list[str] = []
    for entry, body in zip(entries, bodies, strict=True):
        if entry.sha256 not in whole and entry.sha256 not in read:
            found = list(readable(body, entry.media_type, entry.said, entry.came_from))
            refused += [str(one) for one in found if isinstance(one, BadInput)]
            read[entry.sha256] = Received(entry, tuple(one for one in found if isinstance(one, Readable)))
    new = len(keep_reports(by, list(read.values()))) if read else 0
    reports = [one for each in read.values() for one in each.reports]
    remarks = tuple(remark for one in reports for remark in one.remarks)
    again = len(entries) - len(read)
    return Parcel(new, again + len(reports) - new, tuple(refused), remarks)
