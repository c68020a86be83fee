"""The custody log: who collected what, when, with which tool. Append-only; each line seals the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cairn.exceptions import Tampered

LOG = "custody.jsonl"
BEGINNING = "0" * 64  # what the first line names as the line before it

CAPTURED, ADOPTED, SET_ASIDE = "captured", "adopted after a crash", "set aside after a crash"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log: bytes that were kept, and where in which WARC file they lie.

    `at` is when we received them, in UTC; `captured_at` when somebody before us took them from `address`.
    """

    act: str
    at: str
    sha256: str
    size: int
    media_type: str
    came_from: str
    collector: str
    tool: str
    warc: str = ""
    offset: int = 0
    length: int = 0
    address: str | None = None
    captured_at: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)


def canonical(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def seal(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(said)).hexdigest()


def line_for(entry: Entry, previous: str) -> tuple[bytes, str]:
    """The line that adds `entry` after the line sealed `previous`, and its own seal."""
    filled = {name: part for name, part in asdict(entry).items() if part not in (None, {}, "")}
    said = {**filled, "previous": previous}
    sealed = seal(said)
    return canonical({**said, "seal": sealed}) + b"\n", sealed


def read_log(folder: Path) -> Iterator[tuple[Entry, str]]:
    """Each entry with its seal, first to last. Raises Tampered at the first line that was altered."""
    log = folder / LOG
    if not log.exists():
        return
    previous = BEGINNING
    with log.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            entry, previous = _read_line(line, previous, f"{log}, line {number}")
            yield entry, previous


def _read_line(line: bytes, previous: str, where: str) -> tuple[Entry, str]:
    try:
        said: dict[str, Any] = json.loads(line)
        sealed = said.pop("seal")
        follows = said.pop("previous")
        entry = Entry(**said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Tampered(f"{where} cannot be read. Restore the archive's folder from a copy.") from None
    if follows != previous:
        raise Tampered(
            f"{where} does not follow the line before it: a line was taken out, put in or altered. "
            "Restore the archive's folder from a copy."
        )
    if seal({**said, "previous": follows}) != sealed:
        raise Tampered(f"{where} was altered after it was written. Restore the archive's folder from a copy.")
    return entry, sealed
