"""`cairn collect`: reports from files and folders into the ledger, their bytes first."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cairn.cli.ledger import ByOption, ReasonOption, Words, person, to_write
from cairn.collect.receive import receive
from cairn.exceptions import BadInput
from cairn.records.change import By
from cairn.records.collect import Parcel, collect
from cairn.vocabulary.languages import iso_639_3
from cairn.vocabulary.published import published_date

REJECTED_OF_A_KIND = 100  # listed one by one; a table of which every row is faulty has one fault


def register(app: typer.Typer) -> None:
    app.command(name="collect")(command)


def command(
    words: Words,
    source: Annotated[str, typer.Option(help="Who published them, where they do not say.")] = "",
    published: Annotated[str, typer.Option(help="The day of publication, where they do not say.")] = "",
    language: Annotated[str, typer.Option(help="Their language (en, ara …), where they do not say.")] = "",
    medium: Annotated[str, typer.Option(help="What they are: news article, NGO report …")] = "",
    address: Annotated[str, typer.Option(help="The web address of a single report.")] = "",
    by: ByOption = "",
    reason: ReasonOption = "",
) -> None:
    """Collect reports: `cairn collect [LEDGER] PATH…` (HTML, PDF, text, JSON lines, CSV, WARC, folders).

    The bytes are archived untouched before anything reads them; the same bytes are kept once. What cannot be
    taken in is listed at the end, and the exit status is then 1; the rest has been collected.

    One capture is at most 256 MB. Of a text longer than a million characters the first million are read, of a
    page larger than 8 MB the first 8, and no PDF larger than 64; the bytes are archived all the same, and a
    sentence says so.
    """
    ledger, paths = to_write(words)
    if not paths:
        raise BadInput("Nothing to collect: name files or folders after `cairn collect [LEDGER]`.")
    said = {"source": source, "published": published, "language": language, "medium": medium}
    said = _checked({key: words for key, words in {**said, "address": address}.items() if words})
    names = ", ".join(Path(path).name for path in paths)
    received = receive([Path(path) for path in paths], said, [ledger.archive])
    parcels: list[Parcel] = []
    try:
        with Console(stderr=True).status("Collecting …") as status:
            for parcel in collect(ledger, By(person(by), reason or f"collected from {names}"), received):
                parcels.append(parcel)
                status.update(f"Collecting … {sum(each.new for each in parcels):,} reports are safe")
    finally:
        _report(parcels)
    if any(parcel.rejected for parcel in parcels):
        raise typer.Exit(1)


def _checked(said: dict[str, str]) -> dict[str, str]:
    if "language" in said and iso_639_3(said["language"]) is None:
        raise BadInput(f"No language is called “{said['language']}”. Write its code: en, eng, ar, ara …")
    if "published" in said and published_date(said["published"]) is None:
        raise BadInput(f"“{said['published']}” is not a day. Write it as 2017-05-12.")
    return said


def _report(parcels: Sequence[Parcel]) -> None:
    for remark in _folded([remark for parcel in parcels for remark in parcel.remarks], 1):
        print(remark)
    rejected = [sentence for parcel in parcels for sentence in parcel.rejected]
    for sentence in _folded(rejected, REJECTED_OF_A_KIND):
        print(sentence)
    new, held = sum(parcel.new for parcel in parcels), sum(parcel.held for parcel in parcels)
    print(f"{new:,} reports collected, {held:,} held already, {len(rejected):,} rejected.")
    sys.stdout.flush()


def _folded(sentences: Sequence[str], of_a_kind: int) -> Iterator[str]:
    """At most so many sentences that say the same of different reports, and how many more there are."""
    alike: dict[str, list[str]] = {}
    for sentence in sentences:
        alike.setdefault(sentence.partition(": ")[2] or sentence, []).append(sentence)
    for group in alike.values():
        yield from group[:of_a_kind]
        if len(group) > of_a_kind:
            yield f"(and {len(group) - of_a_kind:,} more like it)"
