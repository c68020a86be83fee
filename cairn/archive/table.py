"""Reports as the rows of a table: a column `text`, and beside it whatever is known of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import count

from cairn.archive.decoding import clean, decode
from cairn.archive.json_report import KNOWN, Row
from cairn.exceptions import BadInput

CELL_AT_MOST = 1 << 27


def table_rows(body: bytes, charset: str | None) -> Iterator[tuple[int | None, Row | BadInput]]:
    """Each row that is not empty, with its number from 1; the header is row 0."""
    decoded = decode(body, charset)
    csv.field_size_limit(CELL_AT_MOST)
    text = clean(decoded.text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = [name.strip().lower() for name in next(lines, [])]
    if "text" not in header:
        raise BadInput(
            f"it has no column “text” (its columns: {', '.join(header)[:200]}); give that name to the column "
            "with the words, or use `cairn import` for another recorder's table"
        )
    unknown = ", ".join(name for name in header if name and name not in KNOWN)
    remark = f"the columns {unknown} are archived and not read" if unknown else ""
    for number in count(1):
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as problem:
            yield number, BadInput(f"it is not a row of a CSV table ({problem}); mend it")
            continue
        if any(cells):
            yield number, _row(header, cells, remark)
            remark = ""


def _row(header: list[str], cells: list[str], remark: str) -> Row | BadInput:
    if len(cells) > len(header):
        return BadInput(
            f"it has {len(cells)} cells and the header {len(header)}; put quotation marks around texts with "
            "commas in them"
        )
    said = {name: cell for name, cell in zip(header, cells, strict=False) if cell and name in KNOWN}
    countries = [
        code.strip() for code in said.get("countries", "").replace(";", ",").split(",") if code.strip()
    ]
    address = said.get("address") or said.get("url")
    return said | {"countries": countries, "address": address, "remark": remark}


def _delimiter(text: str) -> str:
    """The comma, semicolon or tab, whichever stands most often in the header."""
    header = text[: text.find("\n") + 1 or None]
    return max(",;\t", key=header.count)
