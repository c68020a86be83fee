"""A ledger is a folder; what cannot be opened is said in one sentence, and nothing is touched."""

import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from cairn.exceptions import LedgerError, LedgerIsNewer
from cairn.records.database import VARIABLE
from cairn.records.ledger import init_ledger, open_ledger, open_to_read
from cairn.records.models import Source
from cairn.records.verify import problems
from tests.records.test_change import name_many, name_source
from tests.records.told import ANA

NOBODY = 65534


@pytest.fixture
def on_sqlite(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


def cairn(*words: str, **how: object) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "cairn.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **how)


def test_a_ledger_is_made_with_all_its_parts(tmp_path, on_sqlite):
    made = init_ledger(tmp_path / "syria")
    assert {path.name for path in made.path.iterdir()} >= {
        "cairn.toml",
        "cairn.db",
        "archive",
        "exports",
        "places",
    }


def test_sqlite_keeps_what_is_acknowledged(tmp_path, on_sqlite):
    init_ledger(tmp_path / "syria")
    with connection.cursor() as cursor:
        found = {}
        for pragma in ("journal_mode", "synchronous", "foreign_keys"):
            cursor.execute(f"PRAGMA {pragma}")
            found[pragma] = cursor.fetchone()[0]
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_several_ledgers_are_opened_one_after_the_other(tmp_path, on_sqlite):
    for name in ("north", "south"):
        init_ledger(tmp_path / name)
        name_source(ANA, f"Radio {name}")
    open_ledger(tmp_path / "north")
    assert [source.name for source in Source.objects.all()] == ["Radio north"]


def test_a_ledger_is_not_made_over_another(tmp_path, on_sqlite):
    init_ledger(tmp_path / "syria")
    with pytest.raises(LedgerError, match="is a ledger already"):
        init_ledger(tmp_path / "syria")


def test_a_ledger_is_not_made_among_other_files(tmp_path, on_sqlite):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(LedgerError, match="is not empty"):
        init_ledger(tmp_path)


def test_making_a_ledger_that_was_stopped_half_way_is_taken_up_again(tmp_path, on_sqlite):
    made = init_ledger(tmp_path / "syria")
    connection.close()
    (made.path / "cairn.toml").unlink()
    assert init_ledger(tmp_path / "syria").conflict == made.conflict


def test_a_folder_that_is_no_ledger_is_named(tmp_path):
    with pytest.raises(LedgerError, match="is not a ledger"):
        open_ledger(tmp_path)


def test_a_ledger_of_a_later_version_is_not_touched(ledger):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('records', '9999_later', '2030-01-01')"
        )
    connection.close()
    before = prints(ledger.path)
    with pytest.raises(LedgerIsNewer, match=r"later version of Cairn .*9999_later.*Nothing was touched"):
        open_ledger(ledger.path)
    connection.close()
    assert prints(ledger.path) == before


def prints(folder: Path) -> dict[str, str]:
    """The hash of every file, once SQLite has folded its log in."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".db-shm"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_database_that_is_none_is_named(tmp_path, on_sqlite):
    made = init_ledger(tmp_path / "syria")
    connection.close()
    (made.path / "cairn.db").write_bytes(b"These are not tables." * 500)
    with pytest.raises(LedgerError, match=r"cairn\.db is not a database\. Restore it"):
        open_ledger(made.path)


@pytest.mark.parametrize("address", ["mysql://localhost/ledger", "postgresql://localhost:port/ledger"])
def test_a_database_address_that_is_none_is_named(tmp_path, monkeypatch, address):
    monkeypatch.setenv(VARIABLE, address)
    with pytest.raises(LedgerError, match="Write postgresql://"):
        init_ledger(tmp_path / "syria")


def test_a_database_server_that_does_not_answer_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "postgresql://nobody@127.0.0.1:1/ledger")
    with pytest.raises(LedgerError, match="does not answer"):
        init_ledger(tmp_path / "syria")


@pytest.fixture
def not_ours(on_sqlite):
    """A ledger that everybody may read and only its owner may write."""
    with tempfile.TemporaryDirectory() as folder:
        made = init_ledger(Path(folder) / "syria")
        name_source(ANA, "Riverside Radio")
        connection.close()
        Path(folder).chmod(0o755)
        for path in (made.path, *made.path.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield made.path
        for path in (made.path, *made.path.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def as_nobody(act: Callable[[], object]) -> str:
    """What another person, who owns nothing here, is told when they do this: root may write everywhere."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        try:
            said = str(act())
        except BaseException as refusal:
            said = f"{type(refusal).__name__}: {refusal}"
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        said = told.read().decode()
    os.waitpid(child, 0)
    return said


def test_without_permission_to_write_nothing_is_changed_and_one_sentence_says_so(not_ours):
    before = prints(not_ours)
    said = as_nobody(lambda: open_ledger(not_ours))
    assert said == (
        f"LedgerError: You may not write in the ledger {not_ours}. Ask for permission, or work on a copy."
    )
    assert prints(not_ours) == before


def test_without_permission_to_write_a_ledger_can_still_be_read_and_verified(not_ours):
    said = as_nobody(lambda: (list(problems(open_to_read(not_ours))), Source.objects.get().name))
    assert said == "([], 'Riverside Radio')"


def test_without_permission_to_write_a_change_is_refused(not_ours):
    def change() -> None:
        open_to_read(not_ours)
        name_source(ANA, "Another")

    said = as_nobody(change)
    assert said == (
        f"LedgerError: The ledger {not_ours} may not be written. Ask for permission, or work on a copy."
    )


def test_a_full_disk_is_one_sentence_and_loses_nothing_that_was_kept(tmp_path, on_sqlite):
    made = init_ledger(tmp_path / "syria")
    name_source(ANA, "Riverside Radio")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    connection.close()
    open_ledger(made.path)
    try:
        # A file that may not grow is to SQLite what a full disk is, and needs no disk of our own.
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
        with pytest.raises(LedgerError, match=r"disk .*the ledger was not changed"):
            name_many(ANA, 50_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    connection.close()
    open_ledger(made.path)
    assert [source.name for source in Source.objects.all()] == ["Riverside Radio"]
    assert "Nothing was tampered with" in cairn("verify", str(made.path)).stdout


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB of our own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("no disk may be mounted here; the test with a limit on files stands for this one")
    yield disk
    connection.close()
    subprocess.run(["umount", disk], check=True)


def test_a_ledger_on_a_disk_that_fills_up_stays_whole(small_disk, on_sqlite):
    made = init_ledger(small_disk / "syria")
    name_source(ANA, "Riverside Radio")
    with pytest.raises(LedgerError, match=r"disk .*the ledger was not changed"):
        name_many(ANA, 50_000)
    connection.close()
    assert "Nothing was tampered with" in cairn("verify", str(made.path)).stdout


def test_reading_a_ledger_of_ours_opens_it_as_ever(ledger):
    assert open_to_read(ledger.path).conflict == ledger.conflict
