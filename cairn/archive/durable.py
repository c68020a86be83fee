"""Writing so that what is written stays: at the end of a file, down to the disk, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def append(path: Path, end: int, pieces: Iterable[bytes]) -> None:
    """Add `pieces` behind byte `end`, where the file ends now. On OSError the file is as it was."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o644), "wb") as file:
        try:
            file.seek(end)
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            # Closing writes what is left in the buffer, so the file is cut only after it.
            with suppress(OSError):
                file.close()
            cut(path, end)
            raise
    if end == 0:
        sync_folder(path.parent)


def cut(path: Path, end: int) -> None:
    """Shorten a file to its first `end` bytes."""
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(descriptor, end)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make sure that a file begun in this folder is found there after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
