"""A release as a folder: written whole beside its place, compared with the one before, kept in the chain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cairn.exceptions import BadInput, Tampered, in_words
from cairn.publish import (
    Released,
    Row,
    changes,
    check,
    is_published,
    moved_totals,
    read_before,
    write_release,
)
from cairn.publish.beside import beside, put_in_place
from cairn.publish.manifest import NAME, edition_in, manifest_hash
from cairn.records.actions import By, keep_release
from cairn.records.actions.releasing import refuse_name
from cairn.records.beside import head
from cairn.records.chain import GENESIS
from cairn.records.ledger import RELEASES, Ledger
from cairn.records.models import Change, Release
from cairn.records.release.releasing import released
from cairn.records.release.setting import ReleaseSetting

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What was released. `since` is the release it was compared with, "" where there was none to compare."""

    folder: Path
    manifest_sha256: str
    incidents: int
    since: str = ""
    counted: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Which release: its name, where to (None: the ledger's exports), and the one before, if given."""

    name: str
    folder: Path | None = None
    since: Path | None = None


def make_release(ledger: Ledger, order: Order, setting: ReleaseSetting, by: By, told: Told) -> Made:
    """Write the release, put it in its place, and keep in the ledger that it was published.

    Nobody ever sees half a release; a folder that is there already is never written into.
    """
    if not _SAFE.fullmatch(order.name):
        raise BadInput(f"“{order.name}” names no release. Use letters, digits, dots, dashes, and no blanks.")
    refuse_name(order.name)
    target = (order.folder or ledger.exports / RELEASES / order.name).resolve()
    if target.exists() and not _is_free(target, order.name):
        raise BadInput(f"{target} is there already. Name an empty folder or a new one with -o.")
    before = _before(ledger, order)
    found = _unchanging(ledger, order.name, setting)
    if before:
        found = _with_changes(found, before)
    try:
        manifest = _placed(found, target, told)
    except OSError as problem:
        raise BadInput(
            f"{target} cannot be written: {in_words(problem)}. Make room, or choose another folder with -o."
        ) from problem
    counted = _counted(found.beside.get("changes", ())) if before else {}
    keep_release(by, order.name, manifest, found.edition.change or GENESIS, _said(found, counted))
    return Made(target, manifest, len(found.incidents), before[0].name if before else "", counted)


def _is_free(target: Path, name: str) -> bool:
    """An empty folder, or the release of this name that a killed program put there and kept in no ledger."""
    if not target.is_dir():
        return False
    if not any(target.iterdir()):
        return True
    if not is_published(target) or edition_in(target).release != name or not check(target).sound:
        return False
    return Change.objects.filter(hash=edition_in(target).change).exists()


def _unchanging(ledger: Ledger, name: str, setting: ReleaseSetting) -> Released:
    """What is released, read while nobody changed the record: else it is read again."""
    for _ in range(5):
        found = released(ledger, name, setting)
        newest = head()
        if (newest.hash if newest else "") == found.edition.change:
            return found
    raise BadInput("The ledger is being changed all the while. Release it when the others are done.")


def _placed(found: Released, target: Path, told: Told) -> str:
    """Write beside the target and move it there; the hash of its manifest."""
    with beside(target) as scratch:
        fresh = scratch / "release"
        fresh.mkdir(mode=0o755)
        write_release(fresh, found, told)
        hashed = manifest_hash(fresh)
        put_in_place(fresh, target, scratch)
    return hashed


def _before(ledger: Ledger, order: Order) -> tuple[Release, Path] | None:
    """The release to compare with: the newest, where its files are as they were written; or the one given."""
    if order.since is not None:
        return _kept(order.since), order.since
    newest = Release.objects.order_by("-made_at", "-id").first()
    folder = ledger.exports / RELEASES / newest.name if newest else None
    if newest is None or folder is None or not is_published(folder):
        return None
    sound = manifest_hash(folder) == newest.manifest_sha256 and check(folder).sound
    return (newest, folder) if sound else None


def _kept(folder: Path) -> Release:
    if not is_published(folder):
        raise BadInput(f"{folder} is no release: it has no {NAME}. Give the folder of an earlier release.")
    kept = Release.objects.filter(manifest_sha256=manifest_hash(folder)).first()
    if kept is None or not check(folder).sound:
        raise Tampered(f"{folder} is not as any release of this ledger was written. Give another copy of it.")
    return kept


def _with_changes(found: Released, before: tuple[Release, Path]) -> Released:
    incidents, inquiry = read_before(before[1])
    rows: list[Row] = [*changes(incidents, found.incidents), *moved_totals(inquiry, found.inquiry)]
    return replace(found, beside={**found.beside, "changes": rows})


def _counted(rows: Sequence[Row]) -> dict[str, int]:
    """How many incidents were added, removed and changed, however many of their cells did."""
    about = {(str(row["what"]), row.get("id")) for row in rows}
    numbers = Counter(what for what, id_ in about if id_)
    return {what: numbers[what] for what in ("added", "removed", "changed")}


def _said(found: Released, counted: Mapping[str, int]) -> dict[str, int]:
    return {"incidents": len(found.incidents), **counted}
