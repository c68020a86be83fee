"""Several questions under way together, the answers in the order of the questions."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from cairn.exceptions import ModelFailed
from cairn.values import Question

T = TypeVar("T")
Ask = Callable[[Question], str]
Outcome = str | ModelFailed | None  # None where nothing was asked


def in_turn(
    ask: Ask, given: Iterable[tuple[T, Question | None]], at_once: int
) -> Iterator[tuple[T, Outcome]]:
    """Each thing with the answer to its question, or with why there is none.

    No more is taken from `given` than is under way, so that texts do not pile up.
    """
    under_way: deque[tuple[T, Future[Outcome]]] = deque()
    with ThreadPoolExecutor(at_once, "model") as askers:
        for thing, question in given:
            under_way.append((thing, askers.submit(_outcome, ask, question)))
            if len(under_way) > at_once:
                first, answer = under_way.popleft()
                yield first, answer.result()
        for thing, answer in under_way:
            yield thing, answer.result()


def _outcome(ask: Ask, question: Question | None) -> Outcome:
    try:
        return ask(question) if question else None
    except ModelFailed as failed:
        return failed
