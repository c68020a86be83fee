"""A file as rows of cells, whatever program saved it: its letters, its marks between cells, its lines."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.exchange.mapping import Mapping

Numbered = tuple[str, dict[str, Any]]  # where a row stands ("line 7"), and its cells

LARGEST_CELL = 16_000_000  # letters; more is a quotation mark that is never closed
LONGEST_HEADER = 100_000
_DELIMITERS = (",", ";", "\t")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")  # how Excel's “Unicode text” begins


def rows_of(path: Path, mapping: Mapping) -> Iterator[Numbered]:
    """Every row of a CSV or JSON file, gzipped or not; a file that is no table at all raises BadInput."""
    content = _content(path, mapping)
    return _json_rows(content, path) if mapping.format == "json" else _csv_rows(content, path, mapping)


def _content(path: Path, mapping: Mapping) -> str:
    encoding = str(mapping.said.get("encoding", "utf-8-sig"))
    try:
        stored = path.read_bytes()
        if stored[:2] == b"\x1f\x8b":
            stored = gzip.decompress(stored)
        return stored.decode("utf-16" if stored[:2] in _UTF16 else encoding)
    except OSError as problem:
        raise BadInput(f"{path} cannot be read: {in_words(problem)}. Check the file.") from None
    except (EOFError, zlib.error) as problem:
        raise BadInput(f"{path} cannot be read: {in_words(problem)}. Fetch it again.") from None
    except UnicodeError as problem:
        line = stored.count(b"\n", 0, getattr(problem, "start", 0)) + 1
        wanted = "UTF-8" if encoding == "utf-8-sig" else encoding
        raise BadInput(
            f"{path} is not {wanted} text: look at line {line}. Save it again as UTF-8,"
            " or say “encoding: windows-1256” or such in a mapping file."
        ) from None


def _csv_rows(content: str, path: Path, mapping: Mapping) -> Iterator[Numbered]:
    csv.field_size_limit(LARGEST_CELL)
    lines = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content, mapping))
    try:
        header = next(lines, [])
        _check_header(header, path, mapping)
        yield from _rows(lines, header)
    except csv.Error as problem:
        raise BadInput(
            f"{path}, line {lines.line_num}: {problem}. Look for a quotation mark that is never closed."
        ) from None


def _rows(lines: Any, header: Sequence[str]) -> Iterator[Numbered]:
    """Rows as mappings; cells without a name, and names without a cell, stand as csv.DictReader has them."""
    first = lines.line_num + 1
    width = len(header)
    for cells in lines:
        if cells:
            row: dict[Any, Any] = dict(zip(header, cells, strict=False))
            if len(cells) > width:
                row[None] = cells[width:]
            elif len(cells) < width:
                row |= dict.fromkeys(header[len(cells) :])
            yield f"line {first}", row
        first = lines.line_num + 1


def _delimiter(content: str, mapping: Mapping) -> str:
    """The mapping's, or the one by which the needed columns are found: some programs write semicolons."""
    needed = set(_needed(mapping))
    header = content[:LONGEST_HEADER].partition("\n")[0].rstrip("\r")
    for delimiter in dict.fromkeys((mapping.delimiter, *_DELIMITERS)):
        if needed and needed <= set(next(csv.reader([header], delimiter=delimiter), [])):
            return delimiter
    return mapping.delimiter


def _check_header(header: Sequence[str], path: Path, mapping: Mapping) -> None:
    """A table without the columns that every row needs is the wrong table, not 8,000 bad rows."""
    if absent := [name for name in _needed(mapping) if name not in header]:
        raise BadInput(f"{path} has no column {', '.join(absent)}, which the mapping {mapping.name} needs.")
    if twice := [name for at, name in enumerate(header) if name in header[:at]]:
        raise BadInput(f"{path} has two columns {twice[0]}. Give each column a name of its own.")


def _needed(mapping: Mapping) -> list[str]:
    keys = ("id", "incident", "date") if mapping.kind == "figures" else ("id", "incident")
    said = [mapping.said[key] for key in keys if key in mapping.said]
    named = [part for each in said for part in (each if isinstance(each, list) else [each])]
    return [one if isinstance(one, str) else one["column"] for one in named if "given" not in one]


def _json_rows(content: str, path: Path) -> Iterator[Numbered]:
    """A list of objects, or an object a line."""
    try:
        whole = content.lstrip().startswith("[")
        lines = [(at, line) for at, line in enumerate(content.split("\n"), 1) if not whole and line.strip()]
        found = json.loads(content) if whole else [json.loads(line) for _, line in lines]
    except RecursionError:
        raise BadInput(f"{path} is nested too deeply. Choose another file, or another mapping.") from None
    except ValueError as problem:  # cut in half, or a number of 5,000 digits
        raise BadInput(f"{path} is not JSON: {in_words(problem)}. Check where it was cut.") from None
    if not all(isinstance(row, dict) for row in found):
        raise BadInput(f"{path} is not a list of objects with named values. Choose another mapping.")
    at = (
        [f"row {number}" for number in range(1, len(found) + 1)] if whole else [f"line {n}" for n, _ in lines]
    )
    yield from zip(at, found, strict=True)
