"""What the archive promises of bytes it was given."""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from cairn.archive import store as store_module
from cairn.archive.fixity import fixity
from cairn.archive.store import Archive, fetch
from cairn.exceptions import LedgerError, Tampered
from cairn.values import Item


def note(words: bytes, **known: object) -> Item:
    return Item(words, "text/plain", "inbox/note.txt", **known)  # type: ignore[arg-type]


def kept(folder: Path, *bodies: bytes) -> list:
    with Archive.open(folder, "Rana") as archive:
        return archive.store([note(body) for body in bodies])


def test_bytes_come_back_untouched(tmp_path):
    bodies = [
        b"\x00\xff\r\n\r\nWARC/1.1\r\n",
        "قُتل مدنيان".encode("windows-1256"),
        b"HTTP/1.1 200 OK\r\n\r\nx",
    ]
    for entry, body in zip(kept(tmp_path, *bodies), bodies, strict=True):
        assert fetch(tmp_path, entry.warc, entry.offset) == body
        assert entry.sha256 == sha256(body).hexdigest()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.binary(min_size=1, max_size=3000), address=st.none() | st.text(max_size=60))
def test_any_bytes_from_any_address_come_back_untouched(tmp_path, body, address):
    with Archive.open(tmp_path, "Rana") as archive:
        (entry,) = archive.store([note(body, address=address)])
    assert fetch(tmp_path, entry.warc, entry.offset) == body


def test_the_same_bytes_twice_are_one_capture(tmp_path):
    first, again = kept(tmp_path, b"one", b"one")
    (later,) = kept(tmp_path, b"one")
    assert first == again == later
    assert len((tmp_path / "custody.jsonl").read_bytes().splitlines()) == 1


def test_the_log_says_who_collected_what_when_and_with_which_tool(tmp_path):
    with Archive.open(tmp_path, "Rana", now=lambda: "2026-01-02T03:04:05.000006Z") as archive:
        (entry,) = archive.store([note(b"words", said={"source": "The Mill Gazette"})])
    assert (entry.collector, entry.at) == ("Rana", "2026-01-02T03:04:05.000006Z")
    assert entry.tool.startswith("cairn ") and entry.came_from == "inbox/note.txt"
    assert entry.said == {"source": "The Mill Gazette"}


def test_other_programs_read_the_warc_file(tmp_path):
    kept(tmp_path, b"first", b"second")
    with (tmp_path / "captures-00001.warc.gz").open("rb") as file:
        found = [(record.rec_type, record.raw_stream.read()) for record in ArchiveIterator(file)]
    assert [kind for kind, _ in found] == ["warcinfo", "resource", "resource"]
    assert [body for _, body in found[1:]] == [b"first", b"second"]


def test_a_web_servers_answer_is_kept_with_its_headers_as_they_came(tmp_path):
    answer = b"HTTP/1.1 200 OK\r\ncontent-TYPE:  text/html\r\nX-Odd:\r\n\r\n<p>words</p>"
    with Archive.open(tmp_path, "Rana") as archive:
        (entry,) = archive.store([Item(answer, "application/http; msgtype=response", "a.warc, record 1")])
    assert fetch(tmp_path, entry.warc, entry.offset) == answer


def test_a_file_that_has_grown_large_is_followed_by_a_new_one(tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "ROLL_AT", 1)
    first, second = kept(tmp_path, b"one")[0], kept(tmp_path, b"two")[0]
    assert (first.warc, second.warc) == ("captures-00001.warc.gz", "captures-00002.warc.gz")
    assert fetch(tmp_path, second.warc, second.offset) == b"two"
    assert not [*fixity(tmp_path)]


def test_two_collectors_do_not_write_at_once(tmp_path):
    with (
        Archive.open(tmp_path, "Rana"),
        pytest.raises(LedgerError, match="collecting into"),
        Archive.open(tmp_path, "Samir"),
    ):
        pass
    kept(tmp_path, b"after")


def test_a_file_in_the_folders_place_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "archive").write_text("not a folder")
    with pytest.raises(LedgerError, match="Cannot write to"):
        kept(tmp_path / "archive", b"one")


FILL = """
import resource, signal, sys
from pathlib import Path
from cairn.archive.store import Archive
from cairn.exceptions import LedgerError
from cairn.values import Item
import random
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
noise, kept = random.Random(7), 0
try:
    with Archive.open(Path(sys.argv[1]), "Rana") as archive:
        while True:
            archive.store([Item(noise.randbytes(9_000), "text/plain", "n.txt")] * 2)
            kept += 1
except LedgerError as refusal:
    print(kept)
    print(refusal, file=sys.stderr)
"""


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "make room" in done.stderr
    assert int(done.stdout) >= 2
    with Archive.open(tmp_path, "Rana") as archive:
        assert len(archive.entries()) == int(done.stdout)
        assert archive.mended == []
        archive.store([note(b"there is room again")])
    assert not [*fixity(tmp_path)]


def test_fetching_from_where_nothing_lies_says_so(tmp_path):
    (entry,) = kept(tmp_path, b"one")
    with pytest.raises(Tampered, match="no whole record"):
        fetch(tmp_path, entry.warc, entry.offset + 1)
    with pytest.raises(Tampered, match="ends before"):
        fetch(tmp_path, entry.warc, 10_000)
    with pytest.raises(Tampered, match="cannot be read"):
        fetch(tmp_path, "captures-00009.warc.gz", 0)


def test_records_are_gzip_members_of_their_own(tmp_path):
    (entry,) = kept(tmp_path, b"one")
    packed = (tmp_path / entry.warc).read_bytes()[entry.offset : entry.offset + entry.length]
    assert b"one" in gzip.decompress(packed)


def test_keeping_fifty_megabytes_needs_a_few_times_as_much_memory(tmp_path):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (entry,) = kept(tmp_path, b"w" * (50 << 20))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert entry.size == 50 << 20
    assert grown < 400_000  # kilobytes
