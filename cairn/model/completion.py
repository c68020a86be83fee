"""The JSON of a chat completion: what is posted, and the words in what comes back."""

from __future__ import annotations

import json
from typing import Any

from cairn.exceptions import ModelFailed
from cairn.values import Question


def asking(model: str, question: Question, in_form: bool) -> bytes:
    """The request. Without a form it holds nothing that the simplest service would not know."""
    ours = question.ours if in_form else f"{question.ours}\n\nThe form: {json.dumps(question.form)}"
    said: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": ours}, {"role": "user", "content": question.report}],
    }
    if in_form:
        form = {"name": "claims", "strict": True, "schema": question.form}
        said |= {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": form}}
    return json.dumps(said).encode()


def words_of(body: bytes) -> str:
    """The words of the first choice; nothing else that a service sends is looked at."""
    try:
        choice = json.loads(body)["choices"][0]
        content, end = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise ModelFailed("What came back is no chat completion. Check the model’s address.") from None
    if end == "length":
        raise ModelFailed("The model’s answer was cut off. Let it write more, or send less of each report.")
    if not isinstance(content, str):
        raise ModelFailed("The model answered without words. Try another model.")
    return content
