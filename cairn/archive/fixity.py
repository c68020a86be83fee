"""Fixity: hash everything again, and name what is no longer what was kept."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cairn.archive.custody import SET_ASIDE, Entry, read_log
from cairn.archive.heal import ASIDE, WARCS
from cairn.archive.warc import parsed, walk
from cairn.exceptions import Tampered


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something that is not as it was recorded; `sha256` is that of the capture it touches, if it is one."""

    sentence: str
    sha256: str = ""

    def __str__(self) -> str:
        return self.sentence


def fixity(folder: Path) -> Iterator[Mismatch]:
    """Whatever in the archive does not match the custody log, or the log itself; nothing when all is well."""
    try:
        entries = [entry for entry, _ in read_log(folder)]
    except Tampered as broken:
        yield Mismatch(str(broken))
        return
    lying: dict[str, dict[int, Entry]] = defaultdict(dict)
    for entry in entries:
        lying[entry.warc][entry.offset] = entry
        if entry.act == SET_ASIDE:
            yield from _check_aside(folder, entry)
    files = {path.name for path in folder.glob(WARCS)}
    for warc in sorted(files | {name for name in lying if not name.startswith(ASIDE)}):
        yield from _check_warc(folder / warc, lying[warc])


def _check_warc(warc: Path, entries: dict[int, Entry]) -> Iterator[Mismatch]:
    if not warc.exists():
        for entry in entries.values():
            yield _gone(entry, f"{warc.name} is not in the archive")
        return
    seen: set[int] = set()
    for offset, _, unpacked in walk(warc):
        if unpacked is None:
            if offset not in entries:
                yield Mismatch(
                    f"{warc.name} holds bytes that are no record from byte {offset} on. Where a collect was "
                    "cut off, collect again and they are set aside; else restore the file from a copy."
                )
            break
        seen.add(offset)
        yield from _check_record(warc, offset, unpacked, entries.get(offset))
    for offset in sorted(entries.keys() - seen):
        yield from _check_unreached(warc, entries[offset])


def _check_unreached(warc: Path, entry: Entry) -> Iterator[Mismatch]:
    """A record behind a broken one may be whole: its own offset says where it begins."""
    _, _, unpacked = next(walk(warc, entry.offset), (0, 0, None))
    if unpacked is None:
        yield _gone(entry, f"{warc.name} holds no whole record at byte {entry.offset}")
    else:
        yield from _check_record(warc, entry.offset, unpacked, entry)


def _check_record(warc: Path, offset: int, unpacked: bytes, entry: Entry | None) -> Iterator[Mismatch]:
    where = f"{warc.name}, byte {offset}"
    try:
        headers, body = parsed(unpacked, where)
    except Tampered as broken:
        yield _gone(entry, f"{where} is not a WARC record") if entry else Mismatch(str(broken))
        return
    if entry is None:
        if headers.get("WARC-Type") != "warcinfo":
            yield Mismatch(f"{where} is a record that the custody log does not know. Was it put in?")
    elif hashlib.sha256(body).hexdigest() != entry.sha256:
        yield _gone(entry, f"{where} holds other bytes than were kept")
    elif headers.get("Content-Type") != entry.media_type or headers.get("WARC-Date") != entry.at:
        yield _gone(entry, f"{where} bears another time or kind than the custody log")


def _check_aside(folder: Path, entry: Entry) -> Iterator[Mismatch]:
    aside = folder / entry.warc
    if not aside.exists() or hashlib.sha256(aside.read_bytes()).hexdigest() != entry.sha256:
        yield Mismatch(f"{entry.warc}, what a crash tore off, is gone or altered. Restore it from a copy.")


def _gone(entry: Entry, what: str) -> Mismatch:
    return Mismatch(
        f"{what}: the capture {entry.sha256[:12]} from {entry.came_from}, kept {entry.at}. "
        "Restore it from a copy.",
        entry.sha256,
    )
