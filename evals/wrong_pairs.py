"""What linking gets wrong, pair by pair: the material from which the causes are counted.

    python evals/wrong_pairs.py posts|police_news [--data DIR] [--most 25]

A line of JSON a pair: which of the two wrongs it is (`joined` two incidents, or `missed` one), the ids of
both reports, the score with its parts, how many reports either was grouped with, and what was read of each.
No text is printed: look up the few ids that you want to read. At most one pair of each incident is listed,
the same one every time, so that a large incident does not stand for all. At the end: how many pairs are
wrong, and which part spoke loudest for those joined, and against those missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from cairn.archive.report_line import report_text
from cairn.link.cluster import cluster
from cairn.link.compare import Score, compare
from cairn.link.traits import Traits, traits_of
from cairn.story import evidence
from cairn.values import Evidence

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
COUNTRIES = {"posts": ["SY"], "police_news": ["US"]}  # as score.py gives them
Pair = tuple[str, str]


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def recorded(gold: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Report → its incident, of reports that speak of one."""
    found = {}
    for row in gold:
        incidents = (
            [each["incident"] for each in row["incidents"]] if "incidents" in row else [row["incident"]]
        )
        if len(incidents) == 1:
            found[str(row["id"])] = incidents[0]
    return found


def wrong_pairs(together: Mapping[str, Hashable], apart: Mapping[str, Hashable]) -> list[Pair]:
    """Pairs that are one in the first and two in the second."""
    groups = defaultdict(list)
    for id in sorted(together):
        groups[together[id]].append(id)
    return [
        pair for ids in groups.values() for pair in combinations(ids, 2) if apart[pair[0]] != apart[pair[1]]
    ]


def one_of_each(pairs: Sequence[Pair], incident: Mapping[str, str], most: int) -> Iterator[Pair]:
    """At most one pair of an incident, the same ones every time."""
    seen: set[str] = set()
    for one, other in random.Random(1).sample(pairs, len(pairs)):
        if not {incident[one], incident[other]} & seen and len(seen) < 2 * most:
            seen |= {incident[one], incident[other]}
            yield one, other


def loudest(score: Score, wrong: str) -> str:
    """The part that misled most: for those joined the highest, for those missed the lowest."""
    parts = [(said, name) for name, said in score.parts if name != "before"]
    if not parts:
        return "nothing said"
    return max(parts)[1] if wrong == "joined" else min(parts)[1]


def read_of(each: Evidence, traits: Traits) -> dict[str, Any]:
    """What was read of a report that linking goes by."""
    reading = each.reading
    place = reading.place
    return {
        "language": reading.language,
        "date": str(reading.date) if reading.date else None,
        "published": str(each.report.published) if each.report.published else None,
        "place": [place.name, str(place.precision)] if place else None,
        "counts": {str(harm): str(count) for harm, count in (traits.counts or {}).items()},
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("set", choices=sorted(COUNTRIES))
    asked.add_argument("--data", type=Path, default=DATA)
    asked.add_argument("--most", type=int, default=25)
    said = asked.parse_args()
    os.environ.setdefault("CAIRN_PLACES", str(DATA / "gazetteer"))
    incident = recorded(rows(said.data / said.set / "gold.jsonl"))
    inputs = [row for row in rows(said.data / said.set / "inputs.jsonl") if str(row["id"]) in incident]
    known = evidence([report_text({**row, "countries": COUNTRIES[said.set]}) for row in inputs])
    linked = cluster(known).incidents_of
    group = {id: (linked[id] or [f"alone {id}"])[0] for id in incident}
    report, traits = {each.id: each for each in known}, {each.id: each for each in traits_of(known)}
    sizes = Counter(group.values())
    for wrong, pairs in (("joined", wrong_pairs(group, incident)), ("missed", wrong_pairs(incident, group))):
        misled: Counter[str] = Counter()
        for pair in pairs:
            misled[loudest(compare(*(traits[id] for id in pair)), wrong)] += 1
        for pair in list(one_of_each(pairs, incident, said.most))[: said.most]:
            score = compare(*(traits[id] for id in pair))
            line = {
                "wrong": wrong,
                "reports": pair,
                "score": round(score.total, 2),
                "parts": dict(score.parts),
                "grouped_with": [sizes[group[id]] for id in pair],
                "read": [read_of(report[id], traits[id]) for id in pair],
            }
            print(json.dumps(line, ensure_ascii=False))
        print(
            f"{len(pairs)} pairs {wrong}; the loudest part: "
            + ", ".join(f"{k} {n}" for k, n in misled.most_common())
        )


if __name__ == "__main__":
    main()
