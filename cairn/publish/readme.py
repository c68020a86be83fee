"""The first file a reader of a release opens: what it is, what is in it, and how to check it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cairn.publish.manifest import Edition

_FILES = """\
| file | for |
|---|---|
| `incidents.csv` | a spreadsheet: a row an incident |
| `incidents.jsonl` | a program: each incident whole, with its reasons |
| `incidents.geojson` | a map |
| `incidents-hxl.csv` | humanitarian tools: the same rows under HXL tags |
| `incidents-ucdp.csv` | those who work with the UCDP Georeferenced Event Dataset |
| `entities.ftm.json` | tools of investigators that read FollowTheMoney |
| `groups.csv`, `people.csv` | those harmed: a row a group that was counted, a row a person named |
| `attributions.csv`, `admissions.csv` | who is accused, and what they say of it |
| `reports.csv` | what each incident rests on |
| `statements.csv`, `tolls.csv`, `figures.csv` | what stands beside the incidents and is never added to them |
| `questions.json`, `totals.csv` | the questions that this release answers, and its answers |
| `changes.csv` | what is different from the release before |
| `release.db` | all tables in one SQLite file; `datasette release.db --metadata datasette.json` shows it |
| `parquet/` | all tables for DuckDB, R, pandas; there where the publisher had DuckDB installed |
| `codebook.md`, `codebook.csv` | what every column and word means |
| `manifest.json` | the SHA-256 of every other file |"""

_CHECK = """\
`cairn verify FOLDER` needs these files and nothing else. It hashes each of them, asks every question of
`questions.json` again of the incidents, and compares every incident in every file with itself in the others.

What it cannot tell is whether somebody rewrote all files alike, and the manifest with them. For that, compare
the SHA-256 of `manifest.json`, which `cairn verify` prints, with the one that the publisher announced: the
ledger keeps it in its chain of changes, and its site shows it: `cairn verify FOLDER --manifest SHA256`."""


def readme(edition: Edition, incidents: int, answers: Sequence[dict[str, Any]]) -> str:
    parts = [
        f"# {edition.ledger}: release {edition.release}",
        f"{incidents:,} incidents, as they were known on {edition.as_of or 'no day'}. Made with "
        f"{edition.program}, after change `{edition.change or 'none'}` of the ledger.",
        "## In short",
        "\n".join(f"* {line}" for line in map(_headline, answers) if line),
        "Minima and maxima are summed apart: an envelope, not a confidence interval. What nobody numbered "
        "adds nothing to a sum, and is not nought.",
        "## Files",
        _FILES,
        "## How to check it",
        _CHECK,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline(each: dict[str, Any]) -> str:
    """An answer without rows that counts the dead, in a line."""
    answer = each["answer"]
    if each["asked"]["by"] or "killed" not in answer["total"]:
        return ""
    whole = answer["total"]
    said = f"{answer['question']}: {whole['incidents']:,} incidents, killed {_spelt(whole['killed'])}"
    return f"{said} ({whole['unknown']:,} where nobody numbered them)" if whole["unknown"] else said


def _spelt(count: list[int | None] | None) -> str:
    if count is None:
        return "unknown"
    low, high = count
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
