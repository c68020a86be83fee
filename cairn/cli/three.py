"""`cairn total --three`: the envelope, bounds of the mean, and a model's fan or why there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cairn.exceptions import BadInput
from cairn.total import Question

ThreeOption = Annotated[
    bool, typer.Option("--three", help="The envelope, bounds by weights of grades, and a model, apart.")
]


def three_printed(ledger: Path, question: Question, format: str) -> str:
    """The three totals of one question, as a table or as JSON."""
    if question.by or format == "csv":
        raise BadInput("--three answers one question as a table or as JSON. Leave out --by and --format csv.")
    from cairn.records.ledger import open_to_read

    opened = open_to_read(ledger)
    from cairn.records.totals_apart import totals_apart
    from cairn.total.products.table import three_as_json, three_as_text

    three = totals_apart(opened, question)
    return json.dumps(three_as_json(three), ensure_ascii=False) if format == "json" else three_as_text(three)
