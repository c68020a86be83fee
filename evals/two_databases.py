"""Score `cairn match-incidents` on `../shared/data/two_databases`: two recorders' tables.

    python evals/two_databases.py --run ".venv/bin/cairn" [--data DIR] [--half even|odd] [--json]

Coordinates are rounded to 0.1 degree first and no addresses are shared, so that day, a place known to ten
kilometres, and words must do. The recorded answers are positives only, and not all of them: judged are only
the incidents of the first table that have a recorded pair. README.md beside this file says how.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import shlex
import subprocess
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
MAPPINGS = {
    "a": """
kind: incidents
format: json
id: id
date: {column: date}
place: {name: place, lat: lat, lon: lon}
told: [text]
""",
    "b": """
kind: incidents
format: json
id: id
date: {column: date}
place: {name: town/city, lat: lat, lon: lon}
told: [title, arms/munition]
""",
}
_AMERICAN = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
Pair = tuple[str, str]


def rounded(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its point to 0.1 degree and its day as ISO; a title's own date is left out."""
    day = _AMERICAN.sub(r"\3-\1-\2", row["date"])
    title = row.get("title", "").split(" ", 1)[-1]
    return {**row, "date": day, "title": title, **{key: f"{float(row[key]):.1f}" for key in ("lat", "lon")}}


def said(command: str, data: Path) -> list[tuple[float, Pair]]:
    """The program's pairs with their scores, the likeliest first."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, mapping in MAPPINGS.items():
            rows = map(json.loads, (data / f"{name}.jsonl").read_text("utf-8").splitlines())
            (folder / f"{name}.jsonl").write_text("".join(json.dumps(rounded(row)) + "\n" for row in rows))
            (folder / f"{name}.yml").write_text(mapping)
        tables = [str(folder / f"{name}.jsonl") for name in MAPPINGS]
        how = ["--mapping-a", str(folder / "a.yml"), "--mapping-b", str(folder / "b.yml")]
        words = [*shlex.split(command), "match-incidents", *tables, *how]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    found = [(float(row["score"]), (row["a"], row["b"])) for row in csv.DictReader(done.stdout.splitlines())]
    return sorted(found, key=lambda each: -each[0])  # of equals the first in the program's order


def score(found: Iterable[tuple[float, Pair]], known: set[Pair]) -> dict[str, float]:
    """Of records: the likeliest answer to each. Of pairs: all answers, then those between linked records."""
    linked_a, linked_b = {a for a, _ in known}, {b for _, b in known}
    judged = [pair for _, pair in found if pair[0] in linked_a]
    first: dict[str, Pair] = {}
    for pair in judged:
        first.setdefault(pair[0], pair)
    both = [pair for pair in judged if pair[1] in linked_b]
    return {
        **_measured("records", first.values(), known, len(linked_a)),
        **_measured("pairs", judged, known, len(known)),
        "pairs precision, of two linked records": _share(sum(pair in known for pair in both), len(both)),
    }


def _measured(name: str, answers: Collection[Pair], known: set[Pair], of: int) -> dict[str, float]:
    right = sum(pair in known for pair in answers)
    f1 = _share(2 * right, len(answers) + of)
    return {
        f"{name} F1": f1,
        f"{name} precision": _share(right, len(answers)),
        f"{name} recall": _share(right, of),
    }


def _share(hits: int, of: int) -> float:
    return round(hits / of, 3) if of else 0.0


def pairs(data: Path, half: str | None) -> set[Pair]:
    known = json.loads((data / "pairs.json").read_text("utf-8"))
    return {(a, b) for a, b in (each.values() for each in known) if half in (None, _half(a))}


def _half(id: str) -> str:
    return "odd" if int(hashlib.sha256(id.encode()).hexdigest(), 16) % 2 else "even"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", required=True, help="the program without its sub-command")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--half", choices=("even", "odd"), help="only these incidents of the first table")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    data = asked.data / "two_databases"
    found = score(said(asked.run, data), pairs(data, asked.half))
    if asked.json:
        print(json.dumps({"two_databases": found}))
    else:
        print("two_databases", *(f"    {name}: {value}" for name, value in found.items()), sep="\n")


if __name__ == "__main__":
    main()
