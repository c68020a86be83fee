"""A folder is written beside its place and moved there whole: nobody ever sees half of it."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK, FORMER = "lock", "former"


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A folder to write into, gone again at the end. What a killed program left beside is cleared first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target)
    with (
        tempfile.TemporaryDirectory(prefix=_prefix(target), dir=target.parent) as scratch,
        (Path(scratch) / LOCK).open("wb") as lock,
    ):
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Path(scratch)


def put_in_place(fresh: Path, target: Path, scratch: Path) -> None:
    """What stood there is laid aside first, and comes back where the new cannot take its place."""
    former = scratch / FORMER
    if target.exists():
        os.replace(target, former)
    try:
        os.replace(fresh, target)
    except OSError:
        if former.exists():
            os.replace(former, target)
        raise


def _prefix(target: Path) -> str:
    return f".{target.name}."


def _clear(target: Path) -> None:
    """Of a program that was killed no lock is left. What it had laid aside comes back."""
    ours = re.compile(re.escape(_prefix(target)) + "[a-z0-9_]{8}")
    for left in sorted(target.parent.iterdir()):
        if ours.fullmatch(left.name) and (left / LOCK).is_file() and not _at_work(left / LOCK):
            if (left / FORMER).is_dir() and not target.exists():
                os.replace(left / FORMER, target)
            shutil.rmtree(left, ignore_errors=True)


def _at_work(lock: Path) -> bool:
    with lock.open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
