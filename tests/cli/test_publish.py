"""`cairn publish` writes a whole site or refuses in one sentence."""

import subprocess
import sys

import pytest


def cairn(*words):
    return subprocess.run(
        [sys.executable, "-m", "cairn.cli", *map(str, words)], capture_output=True, text=True, check=False
    )


@pytest.fixture
def ledger(tmp_path):
    assert cairn("init", tmp_path / "empty").returncode == 0
    return tmp_path / "empty"


def test_an_empty_ledger_publishes_a_site_that_verifies(ledger, tmp_path):
    told = cairn("publish", ledger, tmp_path / "site")
    assert told.returncode == 0 and "files published" in told.stdout
    assert cairn("verify", tmp_path / "site").returncode == 0


def test_a_changed_file_of_a_published_site_is_named_and_verify_fails(ledger, tmp_path):
    cairn("publish", ledger, tmp_path / "site")
    (tmp_path / "site" / "en" / "index.html").write_text("another total")
    told = cairn("verify", tmp_path / "site")
    assert told.returncode == 1 and "en/index.html" in told.stderr


def test_a_folder_of_other_files_is_refused(ledger, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    told = cairn("publish", ledger, tmp_path / "full")
    assert told.returncode == 1 and "holds other files" in told.stderr


def test_a_missing_folder_name_is_asked_for(ledger):
    told = cairn("publish", ledger)
    assert told.returncode == 1 and told.stderr.startswith("cairn: ") and told.stderr.count("\n") == 1


def test_a_port_in_use_is_refused_in_one_sentence(ledger):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = cairn("serve", ledger, "--port", taken.getsockname()[1])
    assert told.returncode == 1 and "cannot be used" in told.stderr
