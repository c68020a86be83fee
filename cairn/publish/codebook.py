"""The codebook: every table, column, unit and word of a release, made from the vocabulary it was coded by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from cairn.publish.rows import Row
from cairn.values import (
    Counted,
    Grade,
    Group,
    Harm,
    MatchState,
    Precision,
    Quantifier,
    Role,
    StrikeStatus,
    Verdict,
)
from cairn.vocabulary.columns import Table
from cairn.vocabulary.conventions import conventions
from cairn.vocabulary.explained import quantifier_in
from cairn.vocabulary.grades import grades, strike_statuses

WORDS: Mapping[str, type[StrEnum]] = {
    "grade": Grade,
    "strike status": StrikeStatus,
    "precision": Precision,
    "role": Role,
    "group": Group,
    "harm": Harm,
    "verdict": Verdict,
    "match": MatchState,
    "quantifier": Quantifier,
    "counted": Counted,
}


def codebook_rows(tables: Iterable[Table]) -> Iterator[Row]:
    """A row for each column of each table."""
    for table in tables:
        for column in table.columns:
            cells: Row = {
                "table": table.name,
                "column": column.name,
                "kind": str(column.kind),
                "unit": column.unit,
                "values": "; ".join(WORDS[column.values]) if column.values else "",
                "hxl": column.hxl,
                "means": column.means,
            }
            yield {name: cell for name, cell in cells.items() if cell != ""}


def codebook_page(tables: Iterable[Table], version: str) -> str:
    """The same to read: with what each word means, and how words became ranges."""
    parts = ["# Codebook", _HOW_TO_READ]
    parts += [part for table in tables for part in (f"## {table.name}", table.means, _columns(table))]
    parts += ["## Words", *(_meanings(name) for name in WORDS)]
    parts += [f"## Conventions, version {version}", _HOW_WORDS_COUNT, _ranges(version)]
    return "\n\n".join(parts) + "\n"


_HOW_TO_READ = (
    "An empty cell means that nobody said, never nought. A minimum without a maximum is “at least”. "
    "A date is as precise as its source: 2017-05 is some day of May, not the first."
)
_HOW_WORDS_COUNT = "What words that count without a number came to, at least and at most:"


def _columns(table: Table) -> str:
    lines = ["| column | kind | unit | meaning |", "|---|---|---|---|"]
    for column in table.columns:
        words = f" One of: {column.values}, below." if column.values else ""
        lines.append(f"| {column.name} | {column.kind} | {column.unit} | {column.means}{words} |")
    return "\n".join(lines)


def _meanings(name: str) -> str:
    said = _said_of(name)
    return "\n".join([f"### {name}", "", *(f"* {word}{_after(said.get(word, ''))}" for word in WORDS[name])])


def _after(meaning: str) -> str:
    return f": {meaning}" if meaning else ""


def _said_of(name: str) -> Mapping[str, str]:
    """What the vocabulary says of each word of a set; some sets need no more than their words."""
    if name == "grade":
        return {grade.value: said.means for grade, said in grades().items()}
    if name == "strike status":
        return {status.value: said.means for status, said in strike_statuses().items()}
    if name == "quantifier":
        return {each.value: quantifier_in(each) for each in Quantifier}
    return {}


def _ranges(version: str) -> str:
    lines = ["| word | at least | at most |", "|---|---|---|"]
    lines += [f"| {word} | {low} | {high} |" for word, (low, high) in conventions(version)["vague"].items()]
    return "\n".join(lines)
