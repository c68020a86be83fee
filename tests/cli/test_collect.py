"""`cairn collect`: of whatever people point at, what can be kept is kept; of the rest a sentence says why."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from cairn.archive.store import Archive
from cairn.values import Item
from tests.archive.pdfs import pdf_of


def cairn(*words: object, **how) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cairn.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, **how)


@pytest.fixture
def ledger(tmp_path) -> Path:
    assert cairn("init", tmp_path / "ledger").returncode == 0
    return tmp_path / "ledger"


@pytest.fixture
def inbox(tmp_path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


def reports(ledger: Path, columns: str = "text") -> list[tuple]:
    with closing(sqlite3.connect(ledger / "cairn.db")) as database:
        joined = "records_report r join records_capture c on c.sha256 = r.capture_id"
        return database.execute(f"select {columns} from {joined} order by c.captured_at, r.part").fetchall()


def lines(path: Path, count: int) -> Path:
    said = ({"id": n, "text": f"Report {n}: two people were killed at mill {n}."} for n in range(count))
    path.write_text("".join(json.dumps(each) + "\n" for each in said))
    return path


def test_pages_texts_lines_and_tables_become_reports(ledger, inbox):
    (inbox / "a.html").write_text(
        "<html><body><article><p>Two people died at the mill.</p></article></body></html>"
    )
    (inbox / "b.txt").write_text("Three people died at the bridge.")
    (inbox / "c.csv").write_text("id,text,source\n1,Four people died.,Gazette\n2,Five people died.,Gazette\n")
    lines(inbox / "d.jsonl", 2)
    done = cairn("collect", ledger, inbox, "--by", "Rana", "--medium", "news article")
    assert done.stdout == "6 reports collected, 0 held already, 0 rejected.\n", done.stderr
    assert done.returncode == 0
    found = reports(ledger, "text, r.part, given_id, r.medium, collector")
    assert found[0] == ("Two people died at the mill.", None, "", "news article", "Rana")
    assert [row[1:3] for row in found[2:4]] == [(1, "1"), (2, "2")]
    assert cairn("verify", ledger).returncode == 0


def test_collecting_the_same_again_changes_nothing(ledger, inbox):
    lines(inbox / "a.jsonl", 30)
    cairn("collect", ledger, inbox)
    before = reports(ledger), (ledger / "archive" / "custody.jsonl").read_bytes()
    done = cairn("collect", ledger, inbox)
    assert done.stdout == "0 reports collected, 30 held already, 0 rejected.\n"
    assert (reports(ledger), (ledger / "archive" / "custody.jsonl").read_bytes()) == before


def test_inside_the_ledger_its_own_files_are_not_collected(ledger):
    (ledger / "note.txt").write_text("Two people died at the mill.")
    done = cairn("collect", ".", ".", cwd=ledger)
    assert done.stdout.startswith("1 reports collected"), done.stderr
    assert cairn("-C", ledger, "collect", "note.txt").stdout.startswith("0 reports collected, 1 held")


def test_another_ledgers_archive_is_collected_with_what_was_known(ledger, inbox, tmp_path):
    lines(inbox / "a.jsonl", 3)
    (inbox / "b.csv").write_text("id,text\n1,Four people died.\n")
    cairn("collect", ledger, inbox, "--source", "Gazette")
    cairn("init", tmp_path / "copy")
    done = cairn("collect", tmp_path / "copy", ledger / "archive")
    assert done.stdout == "4 reports collected, 0 held already, 0 rejected.\n"
    columns = "r.id, r.text, r.part, r.given_id, source_id"
    assert reports(tmp_path / "copy", columns) == reports(ledger, columns)


def test_every_kind_of_bad_input_is_named_and_the_rest_is_collected(ledger, inbox):
    (inbox / "binary.txt").write_bytes(bytes(range(32)) * 99)
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "gone.txt").symlink_to(inbox / "nowhere")
    (inbox / "good.txt").write_text("Two people died at the mill.")
    (inbox / "half.jsonl").write_text('{"id": 1, "text": "Three people died."}\n{"id": 2, "text": "Four peo')
    (inbox / "loop").symlink_to(inbox, target_is_directory=True)
    (inbox / "nothing").mkdir()
    (inbox / "not.html").write_text("Five people died, the mayor said.")
    (inbox / "script.html").write_text("<html><body><script>x()</script></body></html>")
    (inbox / "torn.warc.gz").write_bytes(b"\x1f\x8b\x08\x00 torn")
    (inbox / "year.jsonl").write_text(
        '{"id": 3, "text": "Six people died.", "published": "2917-05-12", "language": "Xyzzy"}'
    )
    done = cairn("collect", ledger, inbox)
    assert done.returncode == 1 and done.stderr == ""
    said = done.stdout.splitlines()
    assert said[-1] == "4 reports collected, 0 held already, 7 rejected."
    for name in (
        "binary.txt",
        "empty.txt",
        "gone.txt",
        "half.jsonl, line 2",
        "inbox/nothing has",
        "script.html",
        "torn.warc.gz",
    ):
        assert sum(name in sentence for sentence in said) == 1, name
    for remark in ("loop leads back", "not.html: it is called HTML", "“2917-05-12”", "“Xyzzy”"):
        assert sum(remark in sentence for sentence in said) == 1, remark
    assert {text for (text,) in reports(ledger)} == {
        *("Two people died at the mill.", "Three people died."),
        *("Five people died, the mayor said.", "Six people died."),
    }
    assert cairn("verify", ledger).returncode == 0


def test_the_fault_of_every_row_is_listed_up_to_a_hundred(ledger, inbox):
    (inbox / "a.csv").write_text("id,text\n" + "1,Two dead, one hurt.\n" * 250)
    said = cairn("collect", ledger, inbox).stdout.splitlines()
    assert len(said) == 102
    assert said[-2:] == ["(and 150 more like it)", "0 reports collected, 0 held already, 250 rejected."]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["."], "Nothing to collect"),
        (["--language", "Xyzzy", "a.txt"], "No language"),
        (["--published", "soon", "a.txt"], "not a day"),
    ],
)
def test_what_the_collector_says_is_checked_before_anything_is_kept(ledger, words, sentence):
    (ledger / "a.txt").write_text("Two dead.")
    done = cairn("collect", *words, cwd=ledger)
    assert done.returncode == 1 and sentence in done.stderr
    assert not (ledger / "archive" / "custody.jsonl").exists()


def test_what_is_said_of_bytes_that_are_held_already_is_not_lost_in_silence(ledger, inbox):
    (inbox / "a.txt").write_text("Two people died at the mill.")
    cairn("collect", ledger, inbox)
    done = cairn("collect", ledger, inbox, "--source", "Gazette")
    assert "held already, with what was said of them then" in done.stdout


def test_bytes_that_a_crash_left_without_a_record_are_taken_up_by_the_next_collect(ledger, inbox):
    with Archive.open(ledger / "archive", "Rana") as archive:
        archive.store(
            [Item(b"Two people died at the mill.", "text/plain", "inbox/a.txt", said={"source": "Gazette"})]
        )
    (inbox / "b.txt").write_text("Three people died at the bridge.")
    assert cairn("collect", ledger, inbox).stdout.startswith("2 reports collected")
    assert [text for (text,) in reports(ledger)] == [
        *("Two people died at the mill.", "Three people died at the bridge."),
    ]
    assert cairn("verify", ledger).returncode == 0


def test_killed_at_any_moment_and_started_again_it_loses_and_doubles_nothing(ledger, inbox):
    lines(inbox / "a.jsonl", 2500)
    for moment in (0.35, 0.5, 0.65, 0.8, 1.0):
        child = subprocess.Popen(
            [sys.executable, "-m", "cairn.cli", "collect", str(ledger), str(inbox)], stdout=subprocess.DEVNULL
        )
        time.sleep(moment)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    done = cairn("collect", ledger, inbox)
    assert done.returncode == 0, done.stdout + done.stderr
    found = reports(ledger)
    assert len(found) == len(set(found)) == 2500
    assert cairn("verify", ledger).returncode == 0


def test_a_full_disk_is_one_sentence_and_costs_nothing_that_was_collected(ledger, inbox):
    (inbox / "a.txt").write_text("Two people died at the mill.")
    cairn("collect", ledger, inbox)
    (inbox / "b.txt").write_bytes(os.urandom(400_000).hex().encode())

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    full = cairn("collect", ledger, inbox / "b.txt", preexec_fn=little_room)
    assert full.returncode == 1
    assert len(full.stderr.splitlines()) == 1 and "make room" in full.stderr
    assert cairn("verify", ledger).returncode == 0
    assert cairn("collect", ledger, inbox).stdout.startswith(
        "1 reports collected, 1 held already, 0 rejected"
    )


def test_a_file_of_fifty_megabytes_is_kept_whole_and_read_to_the_limit(ledger, inbox):
    (inbox / "a.txt").write_text("Two people were killed at the mill on Friday. " * ((50 << 20) // 46))
    began = time.monotonic()
    done = cairn("collect", ledger, inbox)
    assert done.returncode == 0, done.stderr
    assert "only the first 1,000,000 are read" in done.stdout
    assert reports(ledger, "size, length(text)") == [((inbox / "a.txt").stat().st_size, 1_000_000)]
    assert time.monotonic() - began < 60


def test_a_thousand_real_posts_are_collected_in_seconds(ledger, shared_data):
    began = time.monotonic()
    done = cairn("collect", ledger, shared_data / "posts" / "inputs.jsonl")
    assert done.stdout == "1,083 reports collected, 0 held already, 0 rejected.\n"
    assert time.monotonic() - began < 20


def test_a_pdf_becomes_a_report_and_one_that_cannot_be_read_is_kept_and_named(ledger, inbox):
    (inbox / "a.pdf").write_bytes(pdf_of(["Two people were killed", "at the mill on 3 May 2019."]))
    (inbox / "b.pdf").write_bytes(pdf_of([]))
    done = cairn("collect", ledger, inbox, "--by", "Rana")
    assert reports(ledger, "r.text") == [("Two people were killed\nat the mill on 3 May 2019.",)]
    assert done.returncode == 1 and "b.pdf: it holds no words but pictures" in done.stdout
    with Archive.open(ledger / "archive", "Rana") as archive:
        assert len(list(archive.entries())) == 2
