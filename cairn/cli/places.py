"""`cairn places`: bring a gazetteer into a ledger, and ask what a name may mean."""

from __future__ import annotations

from pathlib import Path

import typer

from cairn.cli.ledger import Words, is_ledger, split
from cairn.exceptions import BadInput
from cairn.records.setting import read
from cairn.vocabulary.conflict import ANY_CONFLICT
from cairn.vocabulary.gazetteer import gazetteer
from cairn.vocabulary.places_imported import import_places

_places = typer.Typer(help="Gazetteers: import one into the ledger, or look a name up.", no_args_is_help=True)
_SHOWN = 20


def register(app: typer.Typer) -> None:
    app.add_typer(_places, name="places")


@_places.command(name="import")
def import_command(words: Words) -> None:
    """Bring a GeoNames dump, an OCHA table of places or a .tsv.gz into the ledger's places/."""
    folder, files = split(words)
    if not files:
        raise BadInput("Name the file to import: cairn places import LEDGER SY.txt")
    if not is_ledger(folder):
        raise BadInput(f"{folder} is not a ledger: it has no cairn.toml. Make one with `cairn init`.")
    for file in map(Path, files):
        if not file.is_file():
            raise BadInput(f"There is no file {file}. Check its name.")
        target, count = import_places(file, folder / "places")
        print(f"{count:,} places are in {target}.")


@_places.command(name="find")
def find_command(words: Words) -> None:
    """Show the places a name may mean, the likeliest first."""
    folder, name = split(words)
    conflict = read(folder) if is_ledger(folder) else ANY_CONFLICT
    found = gazetteer(conflict).find(" ".join(name), conflict.countries)
    for entry in found[:_SHOWN]:
        land = ", ".join(part for part in (entry.admin2, entry.admin1, entry.country) if part)
        arabic = f" {entry.name_ar}" if entry.name_ar else ""
        print(f"{entry.name}{arabic} ({entry.precision}, {land}) {entry.lat:.5f}, {entry.lon:.5f} {entry.id}")
    if not found:
        print(f"No place is called {' '.join(name)}. Bring a gazetteer with `cairn places import`.")
