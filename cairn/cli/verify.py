"""`cairn verify`: hash everything again, ask every published question again, name what is not as it was."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from cairn.exceptions import Tampered
from cairn.publish.manifest import altered, check, edition_in, insist_on, is_published, manifest_hash

ManifestOption = Annotated[
    str,
    typer.Option(
        "--manifest", metavar="SHA256", help="What the publisher announced: the hash of its manifest."
    ),
]


def register(app: typer.Typer) -> None:
    app.command(name="verify")(command)


def command(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[LEDGER|SITE|RELEASE]", help="A ledger, or a folder that was published."),
    ] = Path(),
    manifest: ManifestOption = "",
) -> None:
    """Check a ledger, a site or a release; exit with 1 where something is not as it was recorded.

    Of a ledger: every capture, change and record against its hash. Of a release: every file against its hash,
    every incident in each file against itself in the others, every total against the incidents.
    """
    if not is_published(folder):
        _ledger(folder)
        return
    if manifest and manifest.strip().lower() != manifest_hash(folder):
        raise Tampered(
            f"The manifest of {folder} is not the one that was announced: its SHA-256 is "
            f"{manifest_hash(folder)}. Fetch the folder again from its publisher."
        )
    if name := edition_in(folder).release:
        _release(folder, name)
    else:
        print(f"All {insist_on(folder).files:,} files are as they were published.")


def _release(folder: Path, name: str) -> None:
    from cairn.publish.parquet import EXTRA, available
    from cairn.publish.released import PARQUET
    from cairn.story import disagreements

    _insist_on_none(chain(altered(folder), disagreements(folder)), "published")
    print(f"All {check(folder).files:,} files of the release {name} are as they were published.")
    print("Every file says the same of every incident, and every total follows from the incidents.")
    if (folder / PARQUET).is_dir() and not available():
        print(f"The Parquet files were hashed and not read: that needs DuckDB. Install {EXTRA}.")
    print(f"Compare the SHA-256 of manifest.json with what was announced: {manifest_hash(folder)}")


def _ledger(folder: Path) -> None:
    from cairn.records.ledger import open_to_read
    from cairn.records.verify import checked, problems

    _insist_on_none(problems(open_to_read(folder)), "recorded")
    print(f"Nothing was tampered with: {checked()}")


def _insist_on_none(sentences: Iterable[str], done: str) -> None:
    """Print what is wrong; exit with 1 where anything is."""
    found = 0
    for sentence in sentences:
        print(sentence)
        found += 1
    if found:
        print(f"{_things(found)} not as {'it was' if found == 1 else 'they were'} {done}.")
        raise typer.Exit(1)


def _things(many: int) -> str:
    return "1 thing is" if many == 1 else f"{many:,} things are"
