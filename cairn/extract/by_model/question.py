"""A report as a question to a language model: our words, the report between marks, the form of the answer."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from cairn.extract.by_model.answer import MOST_CLAIMS
from cairn.values import Harm, Question, ReportText, Scope
from cairn.vocabulary.yaml_file import read_yaml

_WORDS = {"type": "string"}
_NUMBER = {"type": ["integer", "null"]}
_NAME = {"type": ["string", "null"]}
_TYPES: dict[str, dict[str, Any]] = {
    "kind": {**_WORDS, "enum": [kind.value for kind in Harm]},
    "min": _NUMBER,
    "max": _NUMBER,
    "quote": _WORDS,
    "occurrence": _NUMBER,
    "scope": {**_WORDS, "enum": [scope.value for scope in Scope]},
    "place": _NAME,
    "date": _NAME,
    "belligerent": _NAME,
    "said_by": _NAME,
}


def question_on(report: ReportText, most_characters: int) -> Question:
    """What is asked about one report. Of a longer one only the beginning is sent, cut between two words."""
    said = _said()
    sent = beginning(report.text, most_characters)
    # The text cannot hold its own hash, so nothing in it can end it early.
    mark = hashlib.sha256(sent.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Question(said["words"].strip(), f"=== report {mark} ===\n{sent}\n=== report {mark} ===", _form())


def prompt_version() -> str:
    """The version of our words to the model."""
    return str(_said()["version"])


def beginning(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = max(text.rfind(space, most // 2, most) for space in " \n")
    return text[: cut if cut > 0 else most]


@cache
def _said() -> dict[str, Any]:
    said: dict[str, Any] = read_yaml("model_prompt.yml")
    return said


@cache
def _form() -> dict[str, Any]:
    """The form of the answer, as a JSON schema."""
    meanings = _said()["fields"]
    entry = {
        "type": "object",
        "properties": {
            name: {**kind, "description": meanings[name].strip()} for name, kind in _TYPES.items()
        },
        "required": list(_TYPES),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": entry, "maxItems": MOST_CLAIMS}},
        "required": ["claims"],
        "additionalProperties": False,
    }
