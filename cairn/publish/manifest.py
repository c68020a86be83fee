"""A manifest: the SHA-256 of every published file, so that anyone can see whether one was changed.

{"ledger": "…", "as_of": "2024-03-01", "change": "…", "program": "…",
 "files": {"data/incidents.csv": {"sha256": "…", "bytes": 1}}}
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, Tampered

NAME = "manifest.json"
Print = dict[str, str | int]  # a file's "sha256" and "bytes"


@dataclass(frozen=True, slots=True)
class Edition:
    """What was published: of which ledger, as it stood on which day and after which change.

    `release` is the name of a release; a site has none.
    """

    ledger: str
    as_of: str = ""
    change: str = ""
    program: str = ""
    release: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What became of the files since: all three empty where nothing did."""

    changed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    files: int = field(default=0, compare=False)

    @property
    def sound(self) -> bool:
        return not (self.changed or self.lost or self.added)


def write_manifest(folder: Path, edition: Edition) -> Path:
    """Write the manifest of every file in the folder. The same files give the same bytes."""
    target = folder / NAME
    prints = {name: _print_of(folder / name) for name in _files(folder)}
    target.write_text(written(edition, prints), encoding="utf-8")
    return target


def written(edition: Edition, prints: Mapping[str, Print]) -> str:
    """A manifest of these files, by their hashes and sizes."""
    said = asdict(edition)
    if not edition.release:
        del said["release"]
    return json.dumps(said | {"files": prints}, indent=1, ensure_ascii=False) + "\n"


def print_of(chunks: Iterable[str]) -> Print:
    """The hash and size of a file that is still being written."""
    hashed, size = hashlib.sha256(), 0
    for chunk in chunks:
        hashed.update(chunk.encode())
        size += len(chunk.encode())
    return {"sha256": hashed.hexdigest(), "bytes": size}


def check(folder: Path) -> Check:
    """Hash every file again and compare it with the manifest."""
    named, present = listed(folder), set(_files(folder))
    changed = [name for name in sorted(present & set(named)) if _print_of(folder / name) != named[name]]
    return Check(
        tuple(changed),
        tuple(sorted(set(named) - present)),
        tuple(sorted(present - set(named))),
        len(named),
    )


def insist_on(folder: Path) -> Check:
    """The check, refused where a file is not as it was published: the sentence names the files."""
    found = check(folder)
    if found.sound:
        return found
    told = [
        f"{what}: {', '.join(names[:5])}{f' and {len(names) - 5} more' if len(names) > 5 else ''}"
        for what, names in (("changed", found.changed), ("lost", found.lost), ("added", found.added))
        if names
    ]
    raise Tampered(
        f"{folder} is not as it was published ({'; '.join(told)}). Fetch it again from its publisher."
    )


def altered(folder: Path) -> Iterator[str]:
    """A sentence for each file that is not as it was published."""
    found = check(folder)
    for names, what in (
        (found.changed, "is not as it was published: its hash is another"),
        (found.lost, "was published and is not there"),
        (found.added, "is there and was not published"),
    ):
        yield from (f"{name} {what}." for name in names)


def manifest_hash(folder: Path) -> str:
    """The SHA-256 of the manifest itself: what a publisher announces, and a reader compares."""
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()


def edition_in(folder: Path) -> Edition:
    """What the folder's manifest says that it is; a site is no release, so its `release` is empty."""
    said = _said(folder)
    return Edition(**{part.name: str(said.get(part.name, "")) for part in fields(Edition)})


def is_published(folder: Path) -> bool:
    return (folder / NAME).is_file()


def _files(folder: Path) -> Iterator[str]:
    """Every file but the manifest itself, named from the folder with forward slashes, in order."""
    found = (path for path in folder.rglob("*") if path.is_file())
    yield from sorted(name for path in found if (name := path.relative_to(folder).as_posix()) != NAME)


def _print_of(path: Path) -> Print:
    with path.open("rb") as opened:
        return {"sha256": hashlib.file_digest(opened, "sha256").hexdigest(), "bytes": path.stat().st_size}


def listed(folder: Path) -> dict[str, Print]:
    """Every file that the manifest names, with its hash and size."""
    return dict(_said(folder)["files"])


def _said(folder: Path) -> dict[str, Any]:
    """The manifest as it is written; refused where it is none."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        dict(said["files"])
        return dict(said)
    except OSError:
        raise BadInput(f"{folder} has no {NAME}. Give the folder that `cairn publish` wrote.") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadInput(f"{folder / NAME} cannot be read. Fetch it again from its publisher.") from None
