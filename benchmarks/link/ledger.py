"""How long a ledger's own link step takes when one more report has been collected, and in how much memory.

    .venv/bin/python -m benchmarks.link.ledger [REPORTS …]

The reports are generated with answers we chose and kept with their readings, so that nothing is left to
read: the first run links them all, and each further run, in a process of its own, finds one report that is
new. What grade and admissions take after it is shown too. Seconds are of the processor, in brackets those on
the clock.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.link.speed import NOISE, REPORTS_AN_INCIDENT, WORDS, megabytes
from cairn.records.ledger import Ledger, init_ledger, open_ledger
from cairn.vocabulary.conflict import Conflict
from tests.link.worlds import made_world

NEW = 7
CONFLICT = Conflict(name="Nowhere")
STEPS = ("link", "grade", "admissions")


def run_timed(ledger: Ledger) -> dict[str, tuple[float, float, float]]:
    """One round of a run: seconds of the processor and on the clock, and the most memory, after each step."""
    from cairn.records.admitting import admit_due
    from cairn.records.grading import grade_due
    from cairn.records.linking.due import link_due
    from cairn.records.progress import unwatched

    took = {}
    for name, step in zip(STEPS, (link_due, grade_due, admit_due), strict=True):
        clock, began = time.perf_counter(), time.process_time()
        step(ledger.conflict, unwatched)
        took[name] = time.process_time() - began, time.perf_counter() - clock, megabytes()
    return took


def in_a_process(folder: Path) -> dict[str, tuple[float, float, float]]:
    asked = [sys.executable, "-m", "benchmarks.link.ledger", "--one", str(folder)]
    found: dict[str, tuple[float, float, float]]
    found = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
    return found


def measure(reports: int, folder: Path) -> None:
    from tests.records.worlds import keep, recovered

    world = made_world(round((reports + NEW) / REPORTS_AN_INCIDENT), NOISE, background=WORDS)
    ledger = init_ledger(folder, CONFLICT)
    keep(ledger, world.evidence[:-NEW])
    whole = in_a_process(folder)
    print(f"{len(world.evidence) - NEW:,} reports")
    _show("of all", [whole])
    each = []
    for new in world.evidence[-NEW:]:
        open_ledger(ledger.path)
        keep(ledger, [new])
        each.append(in_a_process(folder))
    _show("of one more", each)
    open_ledger(ledger.path)
    size = sum(path.stat().st_size for path in folder.glob("cairn.db*")) / (1 << 20)
    print(f"  B³ {recovered(world):.3f}; the database has {size:,.0f} MB", flush=True)


def _show(what: str, runs: list[dict[str, tuple[float, float, float]]]) -> None:
    for step in STEPS:
        seconds, clock, held = (
            statistics.median(column) for column in zip(*(r[step] for r in runs), strict=True)
        )
        most = max(run[step][0] for run in runs)
        print(
            f"  {step:>10} {what:<12} {seconds:9.3f} s ({clock:.3f} s), at most {most:.3f} s, {held:,.0f} MB",
            flush=True,
        )


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
            measure(size, Path(folder) / "ledger")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(run_timed(open_ledger(Path(sys.argv[2])))))
    else:
        main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])
