"""The releases of a ledger as its site lists them: the chain says what they were, folders hold the files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cairn.publish.manifest import NAME, check, is_published, listed, manifest_hash
from cairn.records.ledger import RELEASES
from cairn.records.models import Change, Release


@dataclass(frozen=True, slots=True)
class Issued:
    """A release, with how many incidents it holds, and came, went or changed since the one before.

    None of these three where it was compared with none. `folder` None: its files are not at hand as written.
    """

    name: str
    on: dt.date
    manifest_sha256: str
    incidents: int | None = None
    added: int | None = None
    removed: int | None = None
    changed: int | None = None
    folder: Path | None = None

    def files(self) -> list[str]:
        """The files of the release, the manifest among them."""
        return [*listed(self.folder), NAME] if self.folder else []


def issued(exports: Path) -> list[Issued]:
    """Every release, newest first."""
    said = {
        change.subject: change.body for change in Change.objects.filter(action="keep_release").order_by("seq")
    }
    found = []
    for one in Release.objects.order_by("-made_at", "-id"):
        counts = said.get(one.name, {})
        numbers = {key: counts.get(key) for key in ("incidents", "added", "removed", "changed")}
        folder = exports / RELEASES / one.name
        there = folder if _as_written(folder, one.manifest_sha256) else None
        found.append(Issued(one.name, one.made_at.date(), one.manifest_sha256, **numbers, folder=there))
    return found


def _as_written(folder: Path, manifest: str) -> bool:
    return is_published(folder) and manifest_hash(folder) == manifest and check(folder).sound
