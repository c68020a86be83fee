"""Whoever alters the archive is found out, and what they altered is named."""

from __future__ import annotations

import json

import pytest

from cairn.archive.custody import read_log, seal
from cairn.archive.fixity import fixity
from cairn.archive.store import Archive
from cairn.archive.warc import record_bytes
from cairn.exceptions import Tampered
from cairn.values import Item


@pytest.fixture
def kept(tmp_path):
    with Archive.open(tmp_path, "Rana") as archive:
        return tmp_path, archive.store(
            [Item(f"Report {n}".encode() * 30, "text/plain", f"note {n}.txt") for n in range(5)]
        )


def test_an_untouched_archive_is_as_it_was_recorded(kept):
    assert not [*fixity(kept[0])]


def test_a_flipped_bit_names_the_capture_and_only_that(kept):
    folder, entries = kept
    warc = folder / entries[2].warc
    packed = bytearray(warc.read_bytes())
    packed[entries[2].offset + entries[2].length // 2] ^= 1
    warc.write_bytes(packed)
    found = [*fixity(folder)]
    assert [mismatch.sha256 for mismatch in found] == [entries[2].sha256]
    assert "note 2.txt" in str(found[0])


def test_a_record_written_anew_with_other_words_is_named(kept):
    folder, entries = kept
    last, warc = entries[-1], folder / entries[-1].warc
    forged = record_bytes(last, b"Nobody was killed.")
    warc.write_bytes(warc.read_bytes()[: last.offset] + forged)
    assert [mismatch.sha256 for mismatch in fixity(folder)] == [last.sha256]


def test_a_missing_file_names_every_capture_that_lay_in_it(kept):
    folder, entries = kept
    (folder / entries[0].warc).unlink()
    assert [mismatch.sha256 for mismatch in fixity(folder)] == [entry.sha256 for entry in entries]


def test_a_record_that_was_put_in_is_named(kept):
    folder, entries = kept
    with (folder / entries[0].warc).open("ab") as file:
        file.write(record_bytes(entries[0], b"put in"))
    (found,) = fixity(folder)
    assert "does not know" in str(found)


def test_bytes_that_were_put_behind_the_last_record_are_named(kept):
    folder, entries = kept
    with (folder / entries[0].warc).open("ab") as file:
        file.write(b"no record")
    (found,) = fixity(folder)
    assert f"no record from byte {entries[-1].offset + entries[-1].length} on" in str(found)


@pytest.mark.parametrize("line", [0, 2])
def test_a_line_of_the_log_that_was_altered_is_named(kept, line):
    folder, _ = kept
    log = folder / "custody.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b"Rana", b"Omar")
    log.write_bytes(b"".join(lines))
    (found,) = fixity(folder)
    assert f"line {line + 1} was altered" in str(found)
    with pytest.raises(Tampered):
        Archive.open(folder, "Rana")


def test_a_line_taken_out_of_the_log_breaks_the_chain(kept):
    folder, _ = kept
    log = folder / "custody.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:2] + lines[3:]))
    (found,) = fixity(folder)
    assert "does not follow" in str(found)


def test_a_line_altered_and_sealed_anew_still_breaks_the_chain(kept):
    folder, _ = kept
    log = folder / "custody.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    said = json.loads(lines[1])
    said.pop("seal")
    said["collector"] = "Omar"
    lines[1] = json.dumps({**said, "seal": seal(said)}).encode() + b"\n"
    log.write_bytes(b"".join(lines))
    with pytest.raises(Tampered, match="line 3 does not follow"):
        list(read_log(folder))


def test_bytes_behind_a_broken_record_are_still_checked(kept):
    folder, entries = kept
    warc = folder / entries[0].warc
    packed = bytearray(warc.read_bytes())
    packed[entries[0].offset] = 0
    warc.write_bytes(packed)
    assert [mismatch.sha256 for mismatch in fixity(folder)] == [entries[0].sha256]
