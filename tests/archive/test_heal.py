"""A crash at any instant: nothing whole is lost, nothing torn is read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from cairn.archive.fixity import fixity
from cairn.archive.store import Archive, fetch
from cairn.values import Item

BODIES = [f"Report {number}: two people were killed at the mill.".encode() for number in range(4)]


def items(bodies):
    return [Item(body, "text/plain", f"note {number}.txt") for number, body in enumerate(bodies)]


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path, "Rana") as archive:
        archive.store(items(BODIES))
    return tmp_path


def reopened(folder):
    with Archive.open(folder, "Samir") as archive:
        return archive.entries(), archive.mended


def held(folder):
    return {fetch(folder, entry.warc, entry.offset) for entry in reopened(folder)[0]}


def test_an_archive_that_was_closed_in_peace_needs_no_mending(archive):
    entries, mended = reopened(archive)
    assert len(entries) == len(BODIES) and mended == []


def test_a_record_that_the_log_lost_is_adopted_with_all_that_was_known_of_it(archive):
    before = reopened(archive)[0]
    log = archive / "custody.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:-2]))
    entries, mended = reopened(archive)
    assert len(mended) == 2 and all("adopted" in sentence for sentence in mended)
    assert [e.came_from for e in entries] == [e.came_from for e in before]
    assert [(e.collector, e.at) for e in entries] == [(e.collector, e.at) for e in before]
    assert held(archive) == set(BODIES)
    assert not [*fixity(archive)]


def test_a_torn_last_record_is_set_aside_and_the_rest_is_read(archive):
    (warc,) = archive.glob("*.warc.gz")
    whole = warc.stat().st_size
    with warc.open("ab") as file:
        file.write(warc.read_bytes()[:150])
    entries, mended = reopened(archive)
    assert len(entries) == len(BODIES)
    assert len(mended) == 1 and "150 torn bytes" in mended[0]
    assert warc.stat().st_size == whole
    assert [path.stat().st_size for path in (archive / "set-aside").iterdir()] == [150]
    with Archive.open(archive, "Rana") as again:
        again.store(items([b"a fifth report"]))
    assert held(archive) == {*BODIES, b"a fifth report"}
    assert not [*fixity(archive)]


def test_a_torn_last_line_of_the_log_is_set_aside_and_its_record_adopted(archive):
    log = archive / "custody.jsonl"
    log.write_bytes(log.read_bytes()[:-40])
    _, mended = reopened(archive)
    assert len(mended) == 2
    assert held(archive) == set(BODIES)
    assert not [*fixity(archive)]


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"\x1f\x8b\x08\x00", b"not gzip at all"])
def test_whatever_a_power_cut_leaves_behind_the_last_record_is_set_aside(archive, tail):
    (warc,) = archive.glob("*.warc.gz")
    with warc.open("ab") as file:
        file.write(tail)
    assert len(reopened(archive)[1]) == 1
    assert held(archive) == set(BODIES)


def test_cut_at_any_byte_the_archive_holds_every_record_before_it(archive, tmp_path_factory):
    before = reopened(archive)[0]
    (warc,) = archive.glob("*.warc.gz")
    for cut in range(0, warc.stat().st_size, 97):
        copy = tmp_path_factory.mktemp("cut") / "archive"
        copy.mkdir()
        # The log was not written yet: the record comes first.
        (copy / warc.name).write_bytes(warc.read_bytes()[:cut])
        assert held(copy) == {fetch(archive, e.warc, e.offset) for e in before if e.offset + e.length <= cut}
        assert not [*fixity(copy)]
        shutil.rmtree(copy)


WRITE = """
import itertools, sys
from pathlib import Path
from cairn.archive.store import Archive
from cairn.values import Item
with Archive.open(Path(sys.argv[1]), "Rana") as archive:
    for n in itertools.count():
        bodies = [f"{sys.argv[2]} {n} {m}".encode() * 50 for m in range(5)]
        archive.store([Item(body, "text/plain", "n.txt") for body in bodies])
        print(n, flush=True)
"""


def test_killed_at_any_moment_it_keeps_all_that_it_acknowledged(tmp_path):
    acknowledged = set()
    for life in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(tmp_path), str(life)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        said = [child.stdout.readline()]  # it has begun
        deadline = time.monotonic() + 0.03 * life
        while time.monotonic() < deadline:
            said.append(child.stdout.readline())
        os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.read().splitlines()
        child.stdout.close()
        child.wait()
        acknowledged |= {f"{life} {int(n)} {m}".encode() * 50 for n in said if n.strip() for m in range(5)}
    assert acknowledged <= held(tmp_path)
    assert not [*fixity(tmp_path)]
