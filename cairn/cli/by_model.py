"""`cairn extract --model`: beside what the grammar reads in each line, what a language model proposes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cairn.archive.report_line import report_text
from cairn.cli.extract import claim_as_said, reading_as_said
from cairn.cli.lines import Said, answer_to, written
from cairn.exceptions import ModelFailed
from cairn.model.chat import Model
from cairn.model.in_turn import in_turn
from cairn.model.setting import ModelSetting, key_in
from cairn.story import ask, extract, hold
from cairn.values import Evidence, ModelReading, Question, Tally


@dataclass(frozen=True, slots=True)
class _Line:
    """What is answered without the model; `known` where the line could be read."""

    answered: Mapping[str, Any]
    known: Evidence | None


def answer_lines_by_model(setting: ModelSetting) -> None:
    """Answer every line of standard input; how well the model's proposals fitted goes to standard error."""
    model = Model(setting, key_in(os.environ))
    tally = Tally()
    for line, outcome in in_turn(model, _given(setting), setting.at_once):
        held = None if line.known is None or outcome is None else hold(outcome, setting.asked, line.known)
        if isinstance(held, ModelReading):
            tally = tally + Tally.of([held])
        print(written({**line.answered, **_as_said(held)}), flush=True)
    print(f"{setting.name}: {tally}", file=sys.stderr)


def _given(setting: ModelSetting) -> Iterator[tuple[_Line, Question | None]]:
    for line in map(_line, sys.stdin.buffer):
        if line.answered:
            yield line, ask(line.known.report, setting.asked) if line.known else None


def _line(line: bytes) -> _Line:
    known: list[Evidence] = []

    def answer(said: Said) -> Mapping[str, Any]:
        report = report_text(said)
        known.append(Evidence(report, extract(report)))
        return {"id": said["id"], **reading_as_said(known[0].reading)}

    answered = answer_to(answer, line)
    return _Line(answered, known[0] if known else None)


def _as_said(held: ModelReading | ModelFailed | None) -> dict[str, Any]:
    """What a line says of the model: its claims and how they fitted, or why there are none."""
    if held is None:
        return {}
    if isinstance(held, ModelFailed):
        return {"by_model": {"error": f"{held} What Cairn read itself stands."}}
    said = {
        "model": held.rule,
        "claims": [claim_as_said(claim) for claim in held.claims],
        "confirmed": held.confirmed,
        "dropped": held.dropped,
        "first_of_several": held.first_of_several,
        "cut": held.cut,
    }
    return {"by_model": said}
