"""How far a run has come: told to whoever shows it, a bar on a terminal or nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Advance = Callable[[int], None]


class Watching(Protocol):
    """Opens a step of so many things, and is told how many more are done."""

    def __call__(self, step: str, total: int) -> Advance: ...


def unwatched(step: str, total: int) -> Advance:
    """Nobody looks."""
    return lambda done: None


@contextmanager
def bar() -> Iterator[Watching]:
    """A progress bar on standard error, for each step, one for all its rounds, when that is a terminal."""
    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as shown:
        bars: dict[str, TaskID] = {}
        whole: Counter[str] = Counter()

        def watch(step: str, total: int) -> Advance:
            whole[step] += total
            task = bars[step] if step in bars else bars.setdefault(step, shown.add_task(step))
            shown.update(task, total=whole[step])
            return lambda done: shown.advance(task, done)

        yield watch
