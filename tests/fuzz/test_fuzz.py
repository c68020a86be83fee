"""The fuzzer's targets hold on what it starts from, and, where atheris is installed, on a short run of it."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
RUNS = {"report": 900, "page": 400, "json": 2000, "warc": 400}  # some ten seconds altogether


@pytest.mark.parametrize("target", TARGETS)
def test_every_seed_of_a_target_is_read(target):
    found = seeds(target)
    assert len(found) > 10
    for seed in found:
        TARGETS[target](seed)


@pytest.mark.parametrize("target", TARGETS)
def test_a_seed_cut_anywhere_is_read(target):
    seed = max(seeds(target)[:40], key=len)
    for cut in range(0, len(seed), max(1, len(seed) // 60)):
        TARGETS[target](seed[:cut])


@pytest.mark.parametrize("target", RUNS)
def test_a_short_run_of_the_fuzzer_finds_nothing(target, tmp_path):
    if importlib.util.find_spec("atheris") is None:
        pytest.skip(
            "atheris is not installed here: only the seeds are tried. CONTRIBUTING.md says how to fuzz."
        )
    run = [
        "-m",
        "tests.fuzz.run",
        target,
        "-seed=7",
        f"-runs={RUNS[target]}",
        f"-artifact_prefix={tmp_path}/",
    ]
    done = subprocess.run([sys.executable, *run], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    runs = re.search(r"Done (\d+) runs", done.stderr)
    assert runs and int(runs[1]) >= RUNS[target]
