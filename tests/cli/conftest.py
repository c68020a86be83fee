"""A ledger in which three invented reports have been through every step."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cairn.records.database import VARIABLE
from tests.cli.commands import said
from tests.records.told import told, write_reports


@pytest.fixture(scope="session")
def run_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        said("init", folder / "ledger", "--country", "SY")
        said("collect", folder / "ledger", write_reports(folder / "in", [told(1), told(2), told(4)]))
        said("run", folder / "ledger")
    return folder / "ledger"


@pytest.fixture
def after_run(run_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that ledger, to do with as a test likes."""
    monkeypatch.delenv(VARIABLE, raising=False)
    return Path(shutil.copytree(run_once, tmp_path / "ledger"))
