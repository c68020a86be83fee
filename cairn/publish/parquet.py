"""The tables of a release as Parquet, written and read by DuckDB where it is installed."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.publish.rows import Row
from cairn.vocabulary.columns import Kind, Table

EXTRA = "cairn-recorder[parquet]"
_TYPES = {Kind.WHOLE: "BIGINT", Kind.NUMBER: "DOUBLE"}  # everything else is text


def available() -> bool:
    return find_spec("duckdb") is not None


def write_parquet(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write one table. One thread writes it, in order: so the same rows give the same bytes."""
    columns = ", ".join(f"'{one.name}': '{_TYPES.get(one.kind, 'VARCHAR')}'" for one in table.columns)
    with tempfile.TemporaryDirectory(prefix="cairn") as scratch:
        lines, packed = Path(scratch) / "rows.jsonl", Path(scratch) / "rows.parquet"
        with lines.open("w", encoding="utf-8") as opened:
            opened.writelines(json.dumps(cells, ensure_ascii=False) + "\n" for cells in rows)
        with _duckdb() as duckdb:
            duckdb.execute(
                f"COPY (SELECT * FROM read_json('{_quoted(lines)}', format = 'newline_delimited', "
                f"columns = {{{columns}}}, maximum_object_size = {_most_bytes(lines)})) "
                f"TO '{_quoted(packed)}' (FORMAT parquet, COMPRESSION zstd)"
            )
        shutil.copyfile(packed, path)


def _most_bytes(lines: Path) -> int:
    """Room for the longest row: reasons may run to pages."""
    with lines.open("rb") as opened:
        return max(map(len, opened), default=0) + 1_000_000


def read_parquet(path: Path, table: Table) -> Iterator[Row]:
    """The rows of a file; BadInput where it cannot be read.

    DuckDB reads the stars and brackets of a path as a pattern: it is given a copy under a name of our own.
    """
    import duckdb as library

    try:
        with tempfile.TemporaryDirectory(prefix="cairn") as scratch, _duckdb() as duckdb:
            copy = shutil.copyfile(path, Path(scratch) / "rows.parquet")
            found = duckdb.execute(f"SELECT * FROM read_parquet('{_quoted(copy)}')")
            there = [said[0] for said in found.description or ()]
            while batch := found.fetchmany(5000):
                for cells in batch:
                    yield {name: cell for name, cell in zip(there, cells, strict=True) if cell is not None}
    except (library.Error, OSError) as problem:
        raise BadInput(f"{table.name}.parquet cannot be read ({in_words(problem)}).") from None


def _duckdb() -> Any:
    import duckdb

    return duckdb.connect(":memory:", config={"threads": 1})


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
