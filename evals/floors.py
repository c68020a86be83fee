"""Hold the scores on real texts to their floors, which may rise and never fall.

    python evals/floors.py              measure every set; exit 1 and name each score below its floor
    python evals/floors.py SET…         only these sets
    python evals/floors.py --raise      measure, and raise every floor that was beaten

The measuring is `../shared/evals/score.py`, or a scorer beside this file, run as a user would run it. Each
floor stands with the digest of the texts it was measured on: other texts, other floors.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SHARED = HERE.parent.parent / "shared"

# How many there were, or how fast the machine was: told, but neither better nor worse.
NOT_SCORES = {"n", "reports per second", "clusters", "gold clusters", "documents", "names given", "matched"}
NOT_SCORES |= {"n conceded", "n grids", "date given"}
# Halves of a score that stands whole beside them: one may be given up for more of the other.
NOT_SCORES |= {"B3 P", "B3 R", "pair P", "pair R", "precision", "recall"}
NOT_SCORES |= {"events found", "events right, of given", "silent where nothing was attacked"}
NOT_SCORES |= {f"{slot} F1" for slot in ("date", "place", "perpetrator", "organisation", "weapon")}
NOT_SCORES |= {"number F1", "effect F1", "F1, matched and missing"}
HALVES = (" min", " max", " answered", ", of answered", " precision", " recall")
OWN = ("two_databases", "attack_templates")  # the sets that a scorer of that name beside this file measures
SLACK = 0.0005  # scores are printed to three places


def sets() -> list[str]:
    """The sets that score.py knows, in its order, and our own."""
    listed = subprocess.run([sys.executable, _score(), "--list"], capture_output=True, text=True, check=True)
    return [*listed.stdout.split(), *OWN]


def measure(name: str) -> dict[str, float]:
    """The scores of one set, by measure."""
    scorer = [str(HERE / f"{name}.py")] if name in OWN else [_score(), name]
    command = [sys.executable, *scorer, "--json", "--run", f"{sys.executable} -m cairn.cli"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parent)
    scores: dict[str, float] = json.loads(done.stdout.splitlines()[-1])[name]
    return {
        measure: value
        for measure, value in scores.items()
        if measure not in NOT_SCORES and not measure.endswith(HALVES)
    }


def digest(name: str) -> str:
    """SHA-256 over a set, so that a floor is held only on the texts it was measured on."""
    folder = SHARED / "data" / name.removeprefix("link_")
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def fallen(name: str, scores: dict[str, float]) -> list[str]:
    """A sentence for each score below its floor."""
    floor = load().get(name)
    if floor is None or floor["digest"] != digest(name):
        return [f"{name}: no floor for these texts. Run evals/floors.py --raise."]
    return [
        f"{name}: {measure} fell from {least} to {scores.get(measure)}"
        for measure, least in floor["scores"].items()
        if (scores.get(measure) or 0) < (least or 0) - SLACK
    ]


def raised(name: str, scores: dict[str, float]) -> dict[str, object]:
    """The floor after this measurement: each score the better of the two."""
    known = load().get(name)
    before = known["scores"] if known and known["digest"] == digest(name) else {}
    best = {measure: max(value or 0, before.get(measure) or 0) for measure, value in scores.items()}
    return {"digest": digest(name), "scores": best}


def load() -> dict[str, dict[str, dict[str, float]]]:
    floors: dict[str, dict[str, dict[str, float]]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    return floors


def _score() -> str:
    return str(SHARED / "evals" / "score.py")


def main(words: list[str]) -> int:
    raising, wanted = "--raise" in words, [word for word in words if not word.startswith("--")]
    complaints: list[str] = []
    for name in wanted or sets():
        scores = measure(name)
        print(name, *(f"    {measure}: {value}" for measure, value in scores.items()), sep="\n")
        if raising:
            FLOORS.write_text(json.dumps({**load(), name: raised(name, scores)}, indent=1) + "\n")
        else:
            complaints += fallen(name, scores)
    print(*complaints, sep="\n", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
