"""One input, one answer: nothing published may hang on the order in which a process keeps its sets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cairn.cli.demo import EXAMPLE

SEEDS = ("1", "2", "3")  # of str's hash, by which a process orders its sets
FATHERS = ("منذر", "باسل", "جلال", "نزار", "كنان", "وسيم", "هيثم", "عصام")
FAMILIES = ("القلعي", "الرملي", "النجدي", "الزيتاوي", "البستنجي", "الباز")


def answers(*words: object, given: str = "") -> list[str]:
    """What `cairn WORDS…` answers in a new process of each seed."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "cairn.cli", *map(str, words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in SEEDS
    ]
    return [process.communicate(given)[0] for process in running]


def lines_of_examples() -> str:
    """The example's reports in English and Arabic, a line each."""
    texts = [path.read_text("utf-8") for path in sorted((EXAMPLE / "reports").glob("*.jsonl"))]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    return "".join(json.dumps({**row, "id": at}) + "\n" for at, row in enumerate(rows))


@pytest.mark.parametrize("command", ["extract", "link"])
def test_texts_are_read_and_linked_alike_in_every_process(command):
    first, *others = answers(command, "--jsonl", given=lines_of_examples())
    assert first.count("\n") > 1
    assert others == [first, first]


def test_those_told_with_their_ages_are_claimed_in_one_order_in_every_process():
    """One sentence tells of a killed person and of an injured one, each behind an Arabic verb."""
    text = "قتل شخصان في غارة، سامر قطان (34 عاما)، وأصيب ثلاثة في قصف آخر، باسل نجار (12 عاما)."
    first, *others = answers("extract", "--jsonl", given=json.dumps({"id": "1", "text": text}) + "\n")
    assert [len(claim["people"]) for claim in json.loads(first)["claims"] if "people" in claim] == [1, 1]
    assert others == [first, first]


def test_of_namesakes_the_same_are_compared_in_every_process(tmp_path: Path):
    """More share two parts of a name than are held part against part: who is left out must be the same."""
    listed = [f"{own} {father} {family}" for own in FATHERS for father in FATHERS for family in FAMILIES]
    for name, chosen in (("a.csv", listed[::7]), ("b.csv", listed)):
        rows = [f"{at},{person}" for at, person in enumerate(chosen)]
        (tmp_path / name).write_text("\n".join(["id,name_ar", *rows]), "utf-8")
    kept = tmp_path / "kept.csv"
    lists = (tmp_path / "a.csv", tmp_path / "b.csv")
    told = []
    for seed in SEEDS:
        done = subprocess.run(
            [sys.executable, "-m", "cairn.cli", "match-people", *lists, "--probabilities", kept],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        told.append((done.stdout, kept.read_bytes()))
    assert told[0][1].count(b"\n") > len(listed[::7])
    assert told == [told[0]] * len(SEEDS)
