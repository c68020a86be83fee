"""Nothing writes a record but an action, and an action writes through the chain of changes."""

from __future__ import annotations

import re
from pathlib import Path

import cairn

PACKAGE = Path(cairn.__file__).parent
WRITES = re.compile(
    r"\.save\(|\.create\(|get_or_create|update_or_create|bulk_create|bulk_update|\.delete\(\)"
)
WRITERS = re.compile(r"from cairn\.records\.change import .*\b(?:write|write_all|withdraw_all)\b")


def python_files() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]


def test_records_are_saved_in_one_file():
    writing = {
        path.relative_to(PACKAGE).as_posix()
        for path in python_files()
        if WRITES.search(path.read_text("utf-8"))
    }
    # What a step has looked at and keeps at hand is bookkeeping: no record, and in no chain.
    assert writing == {"records/change.py", "records/actions/steps.py", "records/actions/holding.py"}


def test_only_actions_ask_that_file_to_save():
    asking = {
        path.relative_to(PACKAGE).parent.as_posix()
        for path in python_files()
        if WRITERS.search(path.read_text("utf-8"))
    }
    assert asking == {"records/actions"}
