"""A release: the record of one day in every shape that its readers use, with a manifest of hashes.

The same record gives the same bytes. `write_release` knows no ledger, and `cairn.publish.agree` needs none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cairn.publish.codebook import codebook_page, codebook_rows
from cairn.publish.formats import as_geojson, as_json_lines, rows_as_csv
from cairn.publish.ftm import entities
from cairn.publish.manifest import Edition, write_manifest
from cairn.publish.parquet import available, write_parquet
from cairn.publish.readme import readme
from cairn.publish.recount import Facts, Inquiry
from cairn.publish.rows import Row
from cairn.publish.shapes import MADE, rows_of
from cairn.publish.sqlite_file import datasette, write_sqlite
from cairn.publish.totals import total_rows
from cairn.values import KnownIncident
from cairn.vocabulary.columns import Table, fact_tables, tables

DATABASE, PARQUET, QUESTIONS = "release.db", "parquet", "questions.json"
LINES, MAP, HXL, ENTITIES = "incidents.jsonl", "incidents.geojson", "incidents-hxl.csv", "entities.ftm.json"
OTHER_NAMES = {"ucdp": "incidents-ucdp.csv"}
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Released:
    """What is released: incidents as they may be public, and `beside` rows of tables not made of them."""

    edition: Edition
    conventions: str
    incidents: Sequence[KnownIncident]
    beside: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    inquiry: Inquiry = field(default_factory=Inquiry)
    facts: Facts = field(default_factory=dict)


def every_table() -> list[Table]:
    """Those for readers, each a CSV file too, and those of facts, for databases."""
    return [*tables().values(), *fact_tables().values()]


def csv_name(table: str) -> str:
    return OTHER_NAMES.get(table, f"{table}.csv")


def write_release(folder: Path, released: Released, told: Told = lambda file: None) -> Path:
    """Write every file of a release into an empty folder, the manifest last; its path."""
    for name, text in _texts(released):
        told(name)
        with (folder / name).open("w", encoding="utf-8", newline="\n") as opened:
            opened.writelines(text)
    told(DATABASE)
    write_sqlite(folder / DATABASE, ((table, _rows(released, table)) for table in every_table()))
    if available():
        (folder / PARQUET).mkdir()
        for table in every_table():
            told(f"{PARQUET}/{table.name}.parquet")
            write_parquet(folder / PARQUET / f"{table.name}.parquet", table, _rows(released, table))
    return write_manifest(folder, released.edition)


def _texts(released: Released) -> Iterator[tuple[str, Iterable[str]]]:
    """Every file of text, by its name."""
    known, edition, asked = released.incidents, released.edition, released.inquiry
    for table in tables().values():
        yield csv_name(table.name), rows_as_csv(table.names, _rows(released, table))
    yield HXL, _hxl(tables()["incidents"], _rows(released, tables()["incidents"]))
    yield LINES, as_json_lines(known)
    yield MAP, as_geojson(known)
    yield ENTITIES, as_json_lines(entities(known))
    yield QUESTIONS, [_page({"memberships": asked.memberships, "questions": asked.answers})]
    stem = DATABASE.removesuffix(".db")
    shown = datasette(f"{edition.ledger}: {edition.release}", stem, every_table())
    yield "datasette.json", [_page(shown)]
    yield "codebook.md", [codebook_page(every_table(), released.conventions)]
    yield "README.md", [readme(edition, len(known), asked.answers)]


def _page(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _rows(released: Released, table: Table) -> Iterable[Row]:
    if table.name in MADE:
        return rows_of(table.name, released.incidents)
    if table.name == "codebook":
        return codebook_rows(every_table())
    if table.name == "totals":
        return total_rows(released.inquiry.answers)
    if table.name in released.facts:
        return fact_rows(table, released.facts)
    return released.beside.get(table.name, ())


def fact_rows(table: Table, facts: Facts) -> Iterator[Row]:
    """The rows of a table of facts, their empty cells left out."""
    for cells in facts.get(table.name, ()):
        filled = zip(table.names, cells, strict=True)
        yield {name: cell for name, cell in filled if cell not in (None, "")}


def _hxl(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    tagged = [column for column in table.columns if column.hxl]
    return rows_as_csv([column.name for column in tagged], rows, [column.hxl for column in tagged])
