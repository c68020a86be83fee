"""What a crash left behind, put right on opening: nothing whole is lost, nothing torn is read.

A crash can come between the record and the log: then the record is whole and the log does not know it, and it
is adopted. Or in the middle of either: then the torn bytes are moved to `set-aside/`, and the log says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cairn.archive.custody import ADOPTED, BEGINNING, LOG, SET_ASIDE, Entry, line_for, read_log
from cairn.archive.durable import append, cut, sync_folder
from cairn.archive.warc import entry_in, walk
from cairn.exceptions import Tampered

ASIDE = "set-aside"
WARCS = "captures-*.warc.gz"


@dataclass(slots=True)
class Known:
    """What an archive holds, by hash, and where it ends: the last seal, the ends of log and WARC file."""

    entries: dict[str, Entry] = field(default_factory=dict)
    seal: str = BEGINNING
    log_end: int = 0
    warc: str = ""
    warc_end: int = 0

    def log(self, folder: Path, entries: Sequence[Entry]) -> None:
        """Add these entries to the log, on the disk, and know them."""
        lines, sealed = [], self.seal
        for entry in entries:
            line, sealed = line_for(entry, sealed)
            lines.append(line)
        append(folder / LOG, self.log_end, lines)
        self.seal, self.log_end = sealed, self.log_end + sum(map(len, lines))
        self.entries |= {entry.sha256: entry for entry in entries if entry.act != SET_ASIDE}


def heal(folder: Path, torn: Entry) -> tuple[Known, list[str]]:
    """What the archive holds, after mending; and a sentence for each thing that was mended.

    `torn` is the entry that says who sets bytes aside, when and with which tool; the rest is filled in here.
    Raises Tampered where the log was altered.
    """
    known = Known()
    aside = _mend_log(folder, torn)
    for entry, sealed in read_log(folder):
        known.seal = sealed
        if entry.act != SET_ASIDE:
            known.entries[entry.sha256] = entry
    known.log_end = (folder / LOG).stat().st_size if (folder / LOG).exists() else 0
    _mend_warc(folder, known, aside, torn)
    if aside:
        known.log(folder, aside)
    return known, [_sentence(entry) for entry in aside]


def _mend_log(folder: Path, torn: Entry) -> list[Entry]:
    """Set aside a last line that was not written to its end."""
    log = folder / LOG
    if not log.exists():
        return []
    written = log.read_bytes()
    whole = written.rfind(b"\n") + 1
    return [_set_aside(log, whole, written[whole:], torn)] if whole < len(written) else []


def _mend_warc(folder: Path, known: Known, found: list[Entry], torn: Entry) -> None:
    """Adopt what the last WARC file holds beyond the log, and set aside what is torn; note where it ends."""
    files = sorted(path.name for path in folder.glob(WARCS))
    if not files:
        return
    warc = folder / files[-1]
    logged = [entry.offset + entry.length for entry in known.entries.values() if entry.warc == warc.name]
    end = max(logged, default=0)
    if warc.stat().st_size < end:
        return  # `cairn verify` names what is gone; new captures go into a new file
    for offset, length, unpacked in walk(warc, end):
        adopted = _adopted(unpacked, warc, offset, length)
        if adopted is None:
            with warc.open("rb") as file:
                file.seek(offset)
                found.append(_set_aside(warc, offset, file.read(), torn))
            break
        found += adopted
        end = offset + length
    known.warc, known.warc_end = warc.name, end


def _adopted(unpacked: bytes | None, warc: Path, offset: int, length: int) -> list[Entry] | None:
    """The entry of a whole record of ours; [] for the record that opens a file; None for anything else."""
    try:
        entry, body = entry_in(unpacked or b"", f"{warc}, byte {offset}")
    except Tampered:
        return None
    if entry is None:
        return []
    if hashlib.sha256(body).hexdigest() != entry.sha256:
        return None
    return [replace(entry, act=ADOPTED, warc=warc.name, offset=offset, length=length)]


def _set_aside(path: Path, offset: int, tail: bytes, torn: Entry) -> Entry:
    """Move the end of a file, from `offset` on, into a file of its own."""
    sha256 = hashlib.sha256(tail).hexdigest()
    folder = path.parent / ASIDE
    folder.mkdir(exist_ok=True)
    append(folder / f"{sha256[:16]}.bin", 0, [tail])
    sync_folder(path.parent)
    cut(path, offset)
    came_from, aside = f"{path.name}, from byte {offset}", f"{ASIDE}/{sha256[:16]}.bin"
    return replace(torn, sha256=sha256, size=len(tail), came_from=came_from, warc=aside)


def _sentence(entry: Entry) -> str:
    if entry.act == ADOPTED:
        return f"{entry.came_from} was kept just before a crash; it has been adopted, nothing of it is lost."
    return (
        f"A crash left {entry.size:,} torn bytes in {entry.came_from}; they were set aside in {entry.warc}. "
        "What they belonged to was never acknowledged: collect it again."
    )
