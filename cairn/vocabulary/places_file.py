"""A gazetteer file: `XX.tsv.gz`, a line a place, in the columns that every gazetteer is brought into."""

from __future__ import annotations

import csv
import gzip
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from cairn.exceptions import BadInput

COLUMNS = ["id", "name", "alternates", "lat", "lon", "feature_code", "country", "admin1", "admin2"]
COLUMNS += ["population", "source"]
_log = logging.getLogger(__name__)


def read_places(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one gazetteer file; a row that says no place is left out and counted in the log."""
    left_out = 0
    with gzip.open(path, "rt", encoding="utf-8", newline="") as page:
        rows = _rows(page)
        if next(rows, None) != COLUMNS:
            raise BadInput(f"{path} is not a gazetteer: its first line must name {', '.join(COLUMNS)}.")
        for row in rows:
            if len(row) == len(COLUMNS) and _on_earth(row[3], row[4]):
                yield dict(zip(COLUMNS, row, strict=True))
            else:
                left_out += 1
    if left_out:
        _log.warning("%s: %d rows say no place and were left out", path, left_out)


def _rows(page: IO[str]) -> Iterator[list[str]]:
    return csv.reader(page, delimiter="\t", quoting=csv.QUOTE_NONE)


def _on_earth(lat: str, lon: str) -> bool:
    try:
        return abs(float(lat)) <= 90 and abs(float(lon)) <= 180
    except ValueError:
        return False
