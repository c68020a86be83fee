"""The latent-class engine on the real tables beside the project: too slow for every change, run before a
release.

    python benchmarks/estimate/cases.py ../shared/data/estimation/validation_cases.json KOS PH-quezon-police
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from cairn.estimate import OverlapTable
from cairn.estimate.lcmcr import sample

# The published runs on the Philippines used five classes.
CLASSES = {"PH": 5}


def main(path: str, wanted: list[str]) -> None:
    written = {case["id"]: case for case in json.loads(Path(path).read_text("utf-8"))["cases"]}
    for name in wanted:
        case = written[name]
        counts = {cell["pattern"]: cell["count"] for cell in case["data"]["cells"]}
        table = OverlapTable(tuple(case["data"]["lists"]), counts)
        start = time.perf_counter()
        found = sample(table, 1, CLASSES.get(name.partition("-")[0]))
        low, high = found.interval()
        theirs = case["reference"].get("lcmcr", {})
        print(
            f"{name}: mean {found.mean:,.0f}, {low:,.0f} to {high:,.0f}, R-hat {found.rhat:.3f}, "
            f"ESS {found.ess:.0f}, {found.sweeps:,} sweeps in {time.perf_counter() - start:.0f} s. "
            f"Reference: mean {theirs.get('mean')}, {theirs.get('q025')} to {theirs.get('q975')}. "
            f"{found.refusal}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
