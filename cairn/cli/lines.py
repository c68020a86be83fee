"""JSON lines in, JSON lines out: what the batch commands share.

One line out for each line in; a line that cannot be read is answered with its id and one sentence, and the
rest go on. Answers come as they are ready, so a pipe sees the first before the last is read.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from cairn.cli.workers import spread
from cairn.exceptions import BadInput, CairnError, in_words

Said = Mapping[str, Any]
Answer = Callable[[Said], Mapping[str, Any]]


def answer_lines(answer: Answer) -> None:
    """Answer every line of standard input on standard output, with a worker for each core."""
    _write(spread(_Answering(answer), sys.stdin.buffer))


def answer_line(answer: Answer, line: bytes) -> str:
    """The answer to one line as JSON; "" for an empty line."""
    answered = answer_to(answer, line)
    return written(answered) if answered else ""


def answer_to(answer: Answer, line: bytes) -> Mapping[str, Any]:
    """The answer to one line; empty for an empty line."""
    if not line.strip():
        return {}
    said: Said = {}
    try:
        said = parse(line)
        return answer(said)
    except CairnError as refusal:
        return {"id": said.get("id"), "error": str(refusal)}
    except Exception as fault:  # a fault of ours in one report must not lose the others
        return failed(said.get("id"), fault)


def failed(id: Any, fault: Exception) -> dict[str, Any]:
    """The answer where Cairn itself is at fault; the whole fault goes to standard error, for its makers."""
    traceback.print_exception(fault)
    return {"id": id, "error": f"Cairn itself failed on this line ({fault!r}). Report it."}


def written(answered: Mapping[str, Any]) -> str:
    """An answer as one line of JSON that UTF-8 can write, whatever it quotes."""
    line = json.dumps(answered, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except (
        UnicodeEncodeError
    ):  # half of a character, cut in two by whoever sent it: written as it came, \ud83d
        return json.dumps(answered)
    return line


def parse(line: bytes) -> dict[str, Any]:
    """One JSON object from one line, or BadInput saying what is wrong with it."""
    try:
        said = json.loads(line)
    except RecursionError:
        raise BadInput(
            "This line's JSON is nested too deeply. Send one object with an id and a text."
        ) from None
    except ValueError as problem:  # a line cut in half, bytes that are not UTF-8, a number of 5,000 digits
        raise BadInput(
            f"This line is not whole JSON ({in_words(problem)}). Send one JSON object a line, in UTF-8."
        ) from None
    if not isinstance(said, dict):
        raise BadInput("This line is JSON, but not an object. Send an object with an id and a text.")
    return said


def read_lines() -> Iterator[tuple[dict[str, Any], str | None]]:
    """Each line of standard input as (object, None), or as ({}, what is wrong with it)."""
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        try:
            yield parse(line), None
        except BadInput as refusal:
            yield {}, str(refusal)


def _write(answers: Iterable[str]) -> None:
    for answered in answers:
        if answered:
            print(answered, flush=True)


class _Answering:
    """`answer_line` with its answer bound, in a form that can be sent to a worker."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, line: bytes) -> str:
        return answer_line(self.answer, line)
