"""The files in what a person pointed at: each once, in the order of their names, no pipe opened blindly."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cairn.exceptions import BadInput, in_words
from cairn.values import Remark

# What a ledger or an archive holds of its own: where the first name is, the others are no reports.
_OWN = {
    "cairn.toml": {"cairn.toml", "cairn.db", "cairn.db-wal", "cairn.db-shm", "exports", "places"},
    "custody.jsonl": {"custody.jsonl", "lock", "set-aside"},
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be received. `name` is its path from the folder that was pointed at, as the archive keeps it.

    `pointed_at` is True where a person named this very file.
    """

    path: Path
    name: str
    pointed_at: bool = False

    def __str__(self) -> str:
        return _written(self.path)


def find_files(paths: Sequence[Path], leave: Collection[Path] = ()) -> Iterator[Found | BadInput | Remark]:
    """Every file at or below `paths`. Hidden files, and whatever is in `leave`, are left alone."""
    seen: set[tuple[int, int]] = set()
    left = {path.resolve() for path in leave}
    for path in paths:
        try:
            if path.is_dir():
                yield from _below(path, _written(path.resolve().name), seen, left)
            else:
                yield from _one(path, _written(path.name), seen, pointed_at=True)
        except OSError as problem:
            yield refusal(path, problem)


def _below(
    folder: Path, name: str, seen: set[tuple[int, int]], left: set[Path]
) -> Iterator[Found | BadInput | Remark]:
    about = folder.stat()
    if (about.st_dev, about.st_ino) in seen:
        yield Remark(
            f"{_written(folder)} leads back to a folder that was collected; it was not entered again."
        )
        return
    seen.add((about.st_dev, about.st_ino))
    try:
        inside = sorted(os.listdir(folder))
    except OSError as problem:
        yield refusal(folder, problem)
        return
    own = set().union(*(names for sign, names in _OWN.items() if sign in inside))
    visible = [entry for entry in inside if not entry.startswith(".") and entry not in own]
    if not visible:
        yield BadInput(f"{_written(folder)} has nothing in it. Point at a folder or file with reports.")
    for entry in visible:
        path = folder / entry
        try:
            if path.resolve() in left:
                continue
            if path.is_dir():
                yield from _below(path, f"{name}/{_written(entry)}", seen, left)
            else:
                yield from _one(path, f"{name}/{_written(entry)}", seen, pointed_at=False)
        except (OSError, RuntimeError) as problem:
            yield refusal(path, problem)


def _one(path: Path, name: str, seen: set[tuple[int, int]], pointed_at: bool) -> Iterator[Found | BadInput]:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        yield BadInput(
            f"{_written(path)} is not a file (but a pipe or a device). Save what it holds to a file."
        )
    elif (about.st_dev, about.st_ino) not in seen:
        seen.add((about.st_dev, about.st_ino))
        yield Found(path, name, pointed_at)


def _written(name: Path | str) -> str:
    """The name as it can be printed and kept: bytes in it that are no text become �."""
    return str(name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def refusal(path: Path, problem: Exception) -> BadInput:
    """Why the system would not let us read, and what to do about it."""
    shown = _written(path)
    if isinstance(problem, FileNotFoundError):
        return BadInput(f"{shown} is not there (any more). Check its name, or collect its folder again.")
    if isinstance(problem, PermissionError):
        return BadInput(f"{shown} may not be read by you. Ask for permission, or copy what it holds.")
    return BadInput(f"{shown} cannot be read ({in_words(problem)}). Check the file, or its disk.")
