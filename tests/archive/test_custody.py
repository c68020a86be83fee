"""The log seals itself line by line."""

from __future__ import annotations

import json

import pytest

from cairn.archive.custody import BEGINNING, CAPTURED, LOG, Entry, line_for, read_log
from cairn.exceptions import Tampered

ENTRY = Entry(CAPTURED, "2026-01-02T03:04:05Z", "ab" * 32, 3, "text/plain", "a \n قتل.txt", "Rana", "cairn 0")


def write_log(folder, *entries):
    previous, lines = BEGINNING, []
    for entry in entries:
        line, previous = line_for(entry, previous)
        lines.append(line)
    (folder / LOG).write_bytes(b"".join(lines))
    return previous


def test_what_was_logged_is_read_back(tmp_path):
    last = write_log(tmp_path, ENTRY, ENTRY)
    assert [*read_log(tmp_path)][1] == (ENTRY, last)


def test_each_line_names_the_seal_of_the_line_before(tmp_path):
    write_log(tmp_path, ENTRY, ENTRY)
    first, second = map(json.loads, (tmp_path / LOG).read_bytes().splitlines())
    assert first["previous"] == BEGINNING and second["previous"] == first["seal"]


def test_an_archive_without_a_log_has_no_entries(tmp_path):
    assert [*read_log(tmp_path)] == []


@pytest.mark.parametrize(
    "line",
    [b"\n", b"[]\n", b"5\n", b'{"seal": 1}\n', b"\xff\xfe\n", b'{"a": 1, "seal": "", "previous": ""}\n'],
)
def test_a_line_that_is_none_is_named(tmp_path, line):
    write_log(tmp_path, ENTRY)
    with (tmp_path / LOG).open("ab") as log:
        log.write(line)
    with pytest.raises(Tampered, match="line 2"):
        list(read_log(tmp_path))
