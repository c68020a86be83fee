"""A ledger is a folder: cairn.toml, cairn.db, archive/, exports/, places/. Here one is made and opened."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cairn.exceptions import LedgerError, LedgerIsNewer, in_words
from cairn.model.setting import ModelSetting
from cairn.records import database, setting
from cairn.records.refusals import in_plain_words, stand_in
from cairn.values import Grade
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict

FOLDERS = ("archive", "exports", "places")
RELEASES = "releases"  # the folder of releases, in a ledger's exports
DATABASE = ("cairn.db", "cairn.db-wal", "cairn.db-shm")  # there without cairn.toml when making it was stopped


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger: Django's models speak to its database until another ledger is opened."""

    path: Path
    conflict: Conflict
    model: ModelSetting | None = None
    weights: Mapping[Grade, tuple[float, float]] = field(default_factory=dict)

    @property
    def archive(self) -> Path:
        return self.path / "archive"

    @property
    def exports(self) -> Path:
        return self.path / "exports"

    @property
    def places(self) -> Path:
        return self.path / "places"


def init_ledger(path: Path, conflict: Conflict = ANY_CONFLICT) -> Ledger:
    """Make a ledger in an empty or new folder, and open it."""
    path = path.resolve()
    if (path / "cairn.toml").exists():
        raise LedgerError(f"{path} is a ledger already. Open it, or name another folder.")
    if path.is_dir() and any(each.name not in (*FOLDERS, *DATABASE) for each in path.iterdir()):
        raise LedgerError(f"{path} is not empty. Name a new folder for the ledger.")
    setting.insist_on(conflict)
    try:
        for folder in FOLDERS:
            (path / folder).mkdir(parents=True, exist_ok=True)
        _migrated(path)
        # Last, because its being there is what makes the folder a ledger.
        (path / "cairn.toml").write_text(setting.written(conflict), encoding="utf-8")
    except OSError as problem:
        raise LedgerError(
            f"The ledger {path} cannot be made: {in_words(problem)}. Make room or choose another folder."
        ) from problem
    return Ledger(path, setting.read(path))


def open_ledger(path: Path) -> Ledger:
    """Open a ledger to read and write; tables of an older version are brought up to this one.

    Refuses, touching nothing, a folder that is no ledger, one made by a later version (LedgerIsNewer), and
    one that may not be written.
    """
    path = _ledger_folder(path)
    if not all(os.access(place, os.W_OK) for place in (path, path / "cairn.db") if place.exists()):
        raise LedgerError(f"You may not write in the ledger {path}. Ask for permission, or work on a copy.")
    conflict, model, weights = setting.read(path), setting.read_model(path), setting.read_weights(path)
    _migrated(path)
    return Ledger(path, conflict, model, weights)


def open_to_read(path: Path) -> Ledger:
    """Open a ledger only to read it; one that may not be written is read as it stands."""
    path = _ledger_folder(path)
    if os.access(path, os.W_OK) and os.access(path / "cairn.db", os.W_OK | os.F_OK):
        return open_ledger(path)
    if (path / "cairn.db-wal").exists() and (path / "cairn.db-wal").stat().st_size:
        raise LedgerError(
            f"The ledger {path} has changes that were not folded in yet, and you may not write there. "
            "Copy the whole folder and read the copy."
        )
    conflict, weights = setting.read(path), setting.read_weights(path)
    database.use_read_only(path)
    _refuse_other_versions(path)
    return Ledger(path, conflict, weights=weights)


def _ledger_folder(path: Path) -> Path:
    path = path.resolve()
    if not (path / "cairn.toml").is_file():
        raise LedgerError(
            f"{path} is not a ledger: it has no cairn.toml. Make one with `cairn init`, or name its folder."
        )
    return path


def _migrated(path: Path) -> None:
    database.use(path)
    stand_in(str(path))
    with in_plain_words():
        if _due(path):
            call_command("migrate", verbosity=0, interactive=False)


def _due(path: Path) -> bool:
    """Whether tables are wanting. Refuses a ledger with tables that this version does not know."""
    loader = MigrationLoader(connection)
    known = {key for key in loader.disk_migrations if key[0] == "records"}
    applied = {key for key in loader.applied_migrations if key[0] == "records"}
    if later := applied - known:
        raise LedgerIsNewer(
            f"The ledger {path} was made by a later version of Cairn (it has “{max(later)[1]}”). "
            "Nothing was touched. Install that version or a later one."
        )
    return bool(known - applied)


def _refuse_other_versions(path: Path) -> None:
    stand_in(str(path))
    with in_plain_words():
        if _due(path):
            raise LedgerError(
                f"The ledger {path} was made by an earlier version of Cairn and you may not write there. "
                "Copy the folder and open the copy."
            )
