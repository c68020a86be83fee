"""Ask the language model that cairn.toml names about each report once; keep what of its answers stands.

A model that fails costs nothing but its proposals: what the grammar read stands, and the next run asks again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cairn.exceptions import CairnError, ModelFailed
from cairn.extract.by_model.question import prompt_version
from cairn.model.in_turn import in_turn
from cairn.model.setting import ModelSetting, key_in
from cairn.records import actions
from cairn.records.evidence import newest_readings
from cairn.records.ledger import Ledger
from cairn.records.models import ModelReadingRecord, Report
from cairn.records.progress import Watching
from cairn.records.queries import report_text
from cairn.story import ask, hold
from cairn.values import Evidence, ModelReading, Tally, model_rule
from cairn.vocabulary.conflict import Conflict

if TYPE_CHECKING:
    from cairn.model.chat import Model

Held = ModelReading | ModelFailed

REPORTS_A_CHANGE = 10  # answers that a killed run has paid for and not kept, at most


def due(version: str) -> list[str]:
    """The reports to ask about, oldest first. Those of confidential sources never leave this machine."""
    asked = ModelReadingRecord.objects.filter(version=version).values("report_id")
    standing = Report.objects.filter(withdrawn_at=None).exclude(id__in=asked)
    told = standing.exclude(source__confidential=True).order_by("made_at", "id")
    return list(told.values_list("id", flat=True))


def ask_due(ledger: Ledger, watch: Watching) -> list[str]:
    """Ask about what is due. A sentence on how the answers fitted, and one on those that failed."""
    if ledger.model is None:
        return []
    ids = due(model_rule(ledger.model.name, prompt_version()))
    try:
        return _asked(ledger, ledger.model, ids, watch) if ids else []
    except CairnError as refusal:
        return [f"The model was not asked. {refusal}"]


def _asked(ledger: Ledger, setting: ModelSetting, ids: Sequence[str], watch: Watching) -> list[str]:
    from cairn.model.chat import Model  # its library is an extra

    model = Model(setting, key_in(os.environ))
    by = actions.the_machine(f"proposed by {model_rule(setting.name, prompt_version())}")
    advance, tally, failed = watch("model", len(ids)), Tally(), list[ModelFailed]()
    for start in range(0, len(ids), REPORTS_A_CHANGE):
        outcomes = list(_outcomes(ledger, model, ids[start : start + REPORTS_A_CHANGE]))
        stood = [(id, each) for id, each in outcomes if isinstance(each, ModelReading)]
        actions.keep_model_readings(by, stood)
        tally = tally + Tally.of(each for _, each in stood)
        failed += [each for _, each in outcomes if isinstance(each, ModelFailed)]
        advance(len(outcomes))
        if model.given_up:
            break
    fitted = [f"{setting.name}: {tally}"] if tally.reports else []
    return [*fitted, *_on_failures(failed, len(ids) - tally.reports)]


def _outcomes(ledger: Ledger, model: Model, ids: Sequence[str]) -> Iterator[tuple[str, Held]]:
    setting = model.setting
    questions = ((known, ask(known.report, setting.asked)) for known in _evidence(ids, ledger.conflict))
    for known, answer in in_turn(model, questions, setting.at_once):
        if answer is not None:
            yield known.id, hold(answer, setting.asked, known, ledger.conflict)


def _evidence(ids: Sequence[str], conflict: Conflict) -> Iterator[Evidence]:
    readings = newest_readings(ids)
    texts = Report.objects.filter(id__in=list(readings)).select_related("source")
    for report in texts.order_by("made_at", "id"):
        yield Evidence(report_text(report, conflict.countries), readings[report.id].value)


def _on_failures(failed: Sequence[ModelFailed], left: int) -> list[str]:
    if not failed:
        return []
    return [
        f"On {left:,} report{'s' * (left != 1)} the model gave no usable answer. {failed[-1]}"
        " What Cairn read itself stands; `cairn run` asks again."
    ]
