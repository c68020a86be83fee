"""Which columns a mapping reads, and how they compare with those of a table."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cairn.exchange.mapping import Mapping

# Keys of a mapping whose values are words and no columns.
_WORDS = {"title", "kind", "format", "words", "separator", "form", "zone", "is", "given", "encoding"}
_WORDS |= {"empty", "delimiter", "decimal", "reviewed"}
# Keys that name a column under “column:”, and otherwise a word that holds for the whole table.
_WORD_OR_COLUMN = {"country"}
_WORD_OR_COLUMN_OF_FIGURES = {"country", "name", "measure", "unit", "since", "of", "counted"}


def columns_of(mapping: Mapping) -> list[str]:
    """Every column the mapping names, in its order: the header of a table that starts empty."""
    words = _WORD_OR_COLUMN_OF_FIGURES if mapping.kind == "figures" else _WORD_OR_COLUMN
    found: list[str] = []
    for key, part in mapping.said.items():
        if key == "counted" and isinstance(part, str):  # at the top it is a column, in an entry a word
            found.append(part)
        else:
            _gather({key: part}, words, found)
    return list(dict.fromkeys(found))


def _gather(said: Any, words: Collection[str], found: list[str]) -> None:
    if isinstance(said, str):
        found.append(said)
    elif isinstance(said, list):
        for part in said:
            _gather(part, words, found)
    elif isinstance(said, dict):
        for key, part in said.items():
            if key not in _WORDS and not (key in words and isinstance(part, str)):
                _gather(part, words, found)


def absent_columns(mapping: Mapping, here: Collection[str]) -> list[str]:
    """Columns that the mapping reads and the table has not: nothing is known of what they would say."""
    return [column for column in columns_of(mapping) if column not in here]


def unread_columns(mapping: Mapping, here: Collection[str]) -> list[str]:
    """Columns that the table has and the mapping does not read: kept with each row, and not understood."""
    read = {*columns_of(mapping), *mapping.said.get("told", ())}
    return [column for column in here if column not in read]
