"""How fast reports are linked into incidents, in how much memory, and how fast a new one finds its place.

    .venv/bin/python -m benchmarks.link.speed [REPORTS …]

The ledgers are generated with answers we chose, reports of about eighty words; reading them is not counted.
Each size runs in a process of its own, on one core. `per n log n` is the time beside the smallest ledger's,
divided by how n log n grows: it must not rise. B³ says that it was not fast at the price of being wrong.
"""

from __future__ import annotations

import json
import math
import resource
import statistics
import subprocess
import sys
import time
from typing import TypedDict

from cairn.link.cluster import cluster
from cairn.link.newcomer import Linked
from tests.link.worlds import b_cubed, made_world

REPORTS_AN_INCIDENT, WORDS, NOISE, NEW = 2.4, 60, 0.1, 200


class Measured(TypedDict):
    reports: int
    seconds: float
    on_the_clock: float
    megabytes: float
    b_cubed: float
    kept_seconds: float
    placed_ms: float
    slowest_ms: float


def megabytes() -> float:
    """The most memory that this process has held so far."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measured(reports: int) -> Measured:
    world = made_world(round((reports + NEW) / REPORTS_AN_INCIDENT), NOISE, background=WORDS)
    known, new = world.evidence[:-NEW], world.evidence[-NEW:]
    clock, began = time.perf_counter(), time.process_time()
    found = cluster(known)
    seconds, on_the_clock, held = time.process_time() - began, time.perf_counter() - clock, megabytes()
    labels = {id: told[0] if told else id for id, told in found.incidents_of.items()}
    truth = {id: world.truth[id] for id in labels}
    began = time.process_time()
    linked = Linked(known, found)
    kept = time.process_time() - began
    took = []
    for each in new:
        began = time.process_time()
        linked.place(each)
        took.append(1000 * (time.process_time() - began))
    return Measured(
        reports=len(known),
        seconds=seconds,
        on_the_clock=on_the_clock,
        megabytes=held,
        b_cubed=b_cubed(truth, labels),
        kept_seconds=kept,
        placed_ms=statistics.median(took),
        slowest_ms=max(took),
    )


def main(sizes: list[int]) -> None:
    print("reports   seconds  (clock)  per n log n      MB     B³   kept in   placed, median and slowest")
    first: Measured | None = None
    for size in sizes:
        asked = [sys.executable, "-m", "benchmarks.link.speed", "--one", str(size)]
        found: Measured = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
        first = first or found
        growth = _n_log_n(found["reports"]) / _n_log_n(first["reports"])
        print(
            f"{found['reports']:7,}  {found['seconds']:7.1f} s  {found['on_the_clock']:6.1f} s"
            f"  {found['seconds'] / first['seconds'] / growth:8.2f}  {found['megabytes']:7,.0f}"
            f"  {found['b_cubed']:.3f}  {found['kept_seconds']:6.1f} s"
            f"   {found['placed_ms']:.1f} ms, {found['slowest_ms']:.1f} ms",
            flush=True,
        )


def _n_log_n(reports: int) -> float:
    return reports * math.log(reports)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(int(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:]] or [3_000, 10_000, 30_000, 100_000])
