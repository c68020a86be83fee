"""The answers of a release as rows: every question, every row of its table, and its total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cairn.publish.rows import Row
from cairn.vocabulary.columns import tables

WHOLE = ("astride", "left_unreviewed")  # said of an answer, not of one of its rows


def total_rows(answers: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """Each row of each answer; a range is two cells, and one that nobody gave is none."""
    for each in answers:
        answer = each["answer"]
        asked = {"question": answer["question"], "by": ", ".join(each["asked"]["by"]) or None}
        for said in answer["rows"]:
            yield _row(asked | {"row": "row"}, said)
        whole = answer["total"] | {key: answer[key] for key in WHOLE if key in answer}
        yield _row(asked | {"row": "total"}, whole)


def _row(cells: dict[str, Any], said: dict[str, Any]) -> Row:
    for name, value in said.items():
        cells |= _bounds(name, value) if isinstance(value, list) else {name: value}
    known = tables()["totals"].names
    return {name: cells[name] for name in known if cells.get(name) is not None}


def _bounds(name: str, said: list[int | None]) -> dict[str, int | None]:
    return dict(zip((f"{name}_min", f"{name}_max"), said, strict=True))
