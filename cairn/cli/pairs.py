"""Matched pairs as CSV: what the commands write that bring two lists or tables together."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from cairn.exceptions import BadInput, in_words

Pair = tuple[str, str, float, str]  # of the first, of the second, how likely, why


def write_pairs(file: TextIO, pairs: Iterable[Pair]) -> None:
    """A header and a line a pair."""
    out = csv.writer(file, lineterminator="\n")
    out.writerow(("a", "b", "score", "why"))
    out.writerows(pairs)


def write_pairs_to(path: Path | None, pairs: Iterable[Pair]) -> None:
    """The same into a file, where one was asked for."""
    if path is None:
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            write_pairs(file, pairs)
    except OSError as problem:
        raise BadInput(f"Cannot write {path}: {in_words(problem)}. Name another file.") from None
