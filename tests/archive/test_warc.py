"""Records are read back whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cairn.archive.custody import CAPTURED, Entry
from cairn.archive.warc import entry_in, opening_bytes, parsed, read_record, record_bytes, walk
from cairn.exceptions import Tampered

ENTRY = Entry(CAPTURED, "2026-01-02T03:04:05Z", "ab" * 32, 5, "text/plain", "a\r\nb.txt", "Rana", "cairn 0")


def test_a_record_bears_all_that_the_custody_log_needs(tmp_path):
    awkward = replace(ENTRY, address="https://mill.example/a b\r\nWARC-Type: x", said={"source": "صحيفة"})
    (tmp_path / "a").write_bytes(record_bytes(awkward, b"words"))
    ((offset, length, unpacked),) = walk(tmp_path / "a")
    assert unpacked is not None
    assert (offset, length) == (0, (tmp_path / "a").stat().st_size)
    assert entry_in(unpacked, "a") == (awkward, b"words")
    assert parsed(unpacked, "a")[0]["WARC-Type"] == "resource"


def test_the_record_that_opens_a_file_is_no_capture(tmp_path):
    (tmp_path / "a").write_bytes(opening_bytes("a", ENTRY.at, "cairn 0"))
    ((_, _, unpacked),) = walk(tmp_path / "a")
    assert unpacked is not None and entry_in(unpacked, "a")[0] is None


def test_no_flipped_bit_changes_what_is_read_unseen(tmp_path):
    """A few bits of a gzip member mean nothing (its padding); flipped, the record is still read as it was."""
    whole = record_bytes(ENTRY, b"words " * 50)
    (tmp_path / "a").write_bytes(whole)
    as_written, seen = read_record(tmp_path / "a", 0), 0
    for place in range(10, len(whole), 11):
        broken = bytearray(whole)
        broken[place] ^= 4
        (tmp_path / "a").write_bytes(broken)
        try:
            assert read_record(tmp_path / "a", 0) == as_written
        except Tampered:
            seen += 1
    assert seen >= len(range(10, len(whole), 11)) - 2


@pytest.mark.parametrize(
    "unpacked", [b"", b"words", b"WARC/1.1\r\n\r\n", b"WARC/1.1\r\nContent-Length: 9\r\n\r\nx"]
)
def test_what_is_no_record_is_named(unpacked):
    with pytest.raises(Tampered, match="Restore"):
        parsed(unpacked, "a, byte 0")
