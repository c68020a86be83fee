"""Work spread over the machine's cores, as the batch commands do it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.context import BaseContext
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Below this many a second process costs more to start than it saves.
WORTH_A_PROCESS_EACH = 64
A_PARCEL = 16
AHEAD = 4  # parcels that wait for each worker: none stands idle, and what is to be read does not pile up


def spread(work: Callable[[T], R], given: Iterable[T]) -> Iterator[R]:
    """What the work makes of each, in order, with a worker for each core where there is enough to do."""
    waiting = iter(given)
    first = list(islice(waiting, WORTH_A_PROCESS_EACH))
    cores = os.cpu_count() or 1
    if len(first) < WORTH_A_PROCESS_EACH or cores == 1:
        yield from map(work, chain(first, waiting))
        return
    yield work(first[0])  # the words learnt for the first are the workers' too
    rest = chain(first[1:], waiting)
    with ProcessPoolExecutor(cores, _context()) as workers:
        under_way: deque[Future[list[R]]] = deque()
        while (parcel := list(islice(rest, A_PARCEL))) or under_way:
            if parcel:
                under_way.append(workers.submit(_each, work, parcel))
            if not parcel or len(under_way) > AHEAD * cores:
                yield from under_way.popleft().result()


def _each(work: Callable[[T], R], parcel: Sequence[T]) -> list[R]:
    return [work(one) for one in parcel]


def _context() -> BaseContext:
    """Workers that begin with what is known here, where the platform can do that safely."""
    can = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can else "spawn")
