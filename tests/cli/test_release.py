"""`cairn release` and `cairn verify`: a release that anybody can check, on a machine without the ledger."""

import shutil
import subprocess
import sys

import pytest

from cairn.publish import parquet
from tests.cli.commands import cairn, refused, said


@pytest.fixture
def release(after_run):
    told = said("release", after_run, "2024-03", "--by", "Ana")
    assert "Announce the SHA-256 of manifest.json" in told
    return after_run / "exports" / "releases" / "2024-03"


def test_a_release_is_verified_by_somebody_who_has_nothing_else(release, tmp_path):
    shutil.rmtree(tmp_path / "ledger" / "archive")
    (tmp_path / "ledger" / "cairn.toml").unlink()
    told = said("verify", release)
    assert "files of the release 2024-03 are as they were published" in told
    assert "every total follows from the incidents" in told


def test_verifying_a_release_needs_no_database():
    loaded = "import sys, cairn.cli.verify, cairn.story; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_forged_number_is_named_and_verify_fails(release):
    path = release / "incidents.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",4,4,", ",3,4,", 1), encoding="utf-8")
    done = cairn("verify", release)
    assert done.returncode == 1
    assert "incidents.csv is not as it was published: its hash is another." in done.stdout
    assert "killed_min is 4 in incidents.jsonl" in done.stdout
    assert "3 in incidents.csv" in done.stdout


def test_the_announced_manifest_is_compared(release):
    announced = said("verify", release).strip().rpartition(" ")[2]
    assert len(announced) == 64
    said("verify", release, "--manifest", announced.upper())
    assert "is not the one that was announced" in refused("verify", release, "--manifest", "0" * 64)


def test_the_ledger_keeps_the_release_and_stays_sound(release, after_run):
    said("verify", after_run)
    assert "There is a release “2024-03” already" in refused("release", after_run, "2024-03", "--by", "Ana")


def test_the_second_release_tells_what_changed_since_the_first(release, after_run):
    told = said("release", after_run, "2024-04", "--by", "Ana")
    assert "Since the release 2024-03: 0 added, 0 removed, 0 changed" in told


def test_without_duckdb_a_release_has_no_parquet_files_and_says_so(after_run, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    told = said("release", after_run, "plain", "-o", tmp_path / "plain", "--by", "Ana")
    assert "Install cairn-recorder[parquet]" in told
    assert not (tmp_path / "plain" / "parquet").exists()
    assert "Every file says the same" in said("verify", tmp_path / "plain")


def test_parquet_files_that_cannot_be_read_here_are_hashed_and_that_is_said(release, monkeypatch):
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    assert "were hashed and not read" in said("verify", release)
