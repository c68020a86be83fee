"""The archive as a folder one writes to: bytes in, durable before anybody is told, the same bytes once.

>>> import tempfile
>>> from cairn.values import Item
>>> folder = Path(tempfile.mkdtemp())
>>> with Archive.open(folder, collector="Rana") as archive:
...     kept = archive.store([Item(b"Two people were killed.", "text/plain", "note.txt")])
>>> fetch(folder, kept[0].warc, kept[0].offset)
b'Two people were killed.'
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from cairn import __version__
from cairn.archive.custody import CAPTURED, SET_ASIDE, Entry
from cairn.archive.durable import append, cut
from cairn.archive.heal import WARCS, heal
from cairn.archive.warc import opening_bytes, read_record, record_bytes
from cairn.exceptions import LedgerError, in_words
from cairn.values import Item

ROLL_AT = 1 << 30  # a WARC file that has grown beyond this is left, and the next one begun
NAME = "captures-{:05}.warc.gz"
TOOL = f"cairn {__version__}"


def utc_now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def fetch(folder: Path, warc: str, offset: int) -> bytes:
    """The bytes of a capture, untouched. Raises Tampered where no whole record stands there."""
    return read_record(folder / warc, offset)[1]


class Archive:
    """An archive opened for writing, by one collector at a time; `Archive.open(…)` in a `with`.

    `mended` says what was put right on opening: captures adopted, torn bytes set aside.
    """

    def __init__(self, folder: Path, collector: str, lock: BinaryIO, now: Callable[[], str]) -> None:
        self.folder, self.collector, self.now, self._lock = folder, collector, now, lock
        torn = Entry(SET_ASIDE, now(), "", 0, "application/octet-stream", "", collector, TOOL)
        self._known, self.mended = heal(folder, torn)

    @classmethod
    def open(cls, folder: Path, collector: str, now: Callable[[], str] = utc_now) -> Archive:
        """Refuses with LedgerError where the folder cannot be written or somebody else is writing."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = (folder / "lock").open("wb")
        except OSError as problem:
            raise _cannot_write(folder, problem) from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return cls(folder, collector, lock, now)
        except BaseException as problem:
            lock.close()
            if isinstance(problem, BlockingIOError):
                raise LedgerError(
                    f"Somebody is collecting into {folder} now. Wait until that has ended."
                ) from None
            if isinstance(problem, OSError):
                raise _cannot_write(folder, problem) from None
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.close()

    def entries(self) -> list[Entry]:
        """All captures held, in the order they came."""
        return list(self._known.entries.values())

    def store(self, items: Sequence[Item]) -> list[Entry]:
        """Keep these bytes; one entry an item. When this returns, they are on the disk for good.

        Bytes that are held already are not kept again: their first entry is returned. When the disk is full
        or fails, LedgerError is raised and none of `items` has been kept.
        """
        entries = [self._entry(item) for item in items]
        fresh: dict[str, tuple[Entry, Item]] = {}
        for entry, item in zip(entries, items, strict=True):
            if entry.sha256 not in self._known.entries:
                fresh.setdefault(entry.sha256, (entry, item))
        try:
            if fresh:
                self._append(list(fresh.values()))
        except OSError as problem:
            raise _cannot_write(self.folder, problem) from None
        return [self._known.entries[entry.sha256] for entry in entries]

    def _entry(self, item: Item) -> Entry:
        return Entry(
            act=CAPTURED,
            at=self.now(),
            sha256=hashlib.sha256(item.body).hexdigest(),
            size=len(item.body),
            media_type=item.media_type,
            came_from=item.came_from,
            collector=self.collector,
            tool=TOOL,
            address=item.address,
            captured_at=item.captured_at,
            said=dict(item.said),
        )

    def _append(self, fresh: Sequence[tuple[Entry, Item]]) -> None:
        """The WARC file first, then the log, each down to the disk; heal() mends what a crash cuts short."""
        known = self._known
        if not known.warc_end or known.warc_end >= ROLL_AT:
            self._begin_warc()
        records, placed, end = [], [], known.warc_end
        for entry, item in fresh:
            record = record_bytes(entry, item.body)
            placed.append(replace(entry, warc=known.warc, offset=end, length=len(record)))
            records.append(record)
            end += len(record)
        append(self.folder / known.warc, known.warc_end, records)
        try:
            known.log(self.folder, placed)
        except OSError:
            cut(self.folder / known.warc, known.warc_end)
            raise
        known.warc_end = end

    def _begin_warc(self) -> None:
        """A new WARC file, numbered after every file that is here or that the log speaks of."""
        names = {path.name for path in self.folder.glob(WARCS)} | {entry.warc for entry in self.entries()}
        number = max((int(name.split("-")[1].split(".")[0]) for name in names), default=0) + 1
        name = NAME.format(number)
        opening = opening_bytes(name, self.now(), TOOL)
        append(self.folder / name, 0, [opening])
        self._known.warc, self._known.warc_end = name, len(opening)


def _cannot_write(folder: Path, problem: OSError) -> LedgerError:
    return LedgerError(
        f"Cannot write to {folder}: {in_words(problem)}. Nothing that was acknowledged is lost; "
        "make room or give permission, then collect again."
    )
