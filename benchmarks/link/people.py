"""How fast two long lists of people are brought together, beside bare Splink in the same run, and how well.

Bare Splink gets the same lists as plain columns (own name, father's, family's, age, sex) with the comparisons
and the training it suggests itself, and no name parts of ours. The people are invented; who is who is known.

    python benchmarks/link/people.py [PEOPLE] [--engine cairn|splink|spark]     needs cairn-recorder[people]

For Spark: `.venv-spark/bin/python`, which `./run test-spark` makes; both lists are written as CSV first, and
Spark's start counts. On two busy cores and 100,000 people: bare Splink 9-27 s, ours on DuckDB 1.5 times that,
our own weights 14 times, ours on Spark 24 times: Spark is for what one machine cannot hold, not for speed.
"""

from __future__ import annotations

import argparse
import csv
import logging
import random
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
import splink
import splink.comparison_library as compare
from splink.internals.duckdb.database_api import DuckDBAPI

from cairn.link import people, people_spark, people_splink
from cairn.link.listed import ListedPerson
from cairn.link.same_person import SamePerson, safely
from cairn.link.spark_lists import SparkList

RATIO = 1.5
ONSETS = ["ب", "ت", "ج", "ح", "د", "ر", "ز", "س", "ش", "ص", "ط", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه"]
MIDDLES = ["ا", "ي", "و", ""]


def names(count: int, drawn: random.Random) -> list[str]:
    """Invented names, from the usual to the rare."""
    found: dict[str, None] = {}
    while len(found) < count:
        letters = [drawn.choice(ONSETS) + drawn.choice(MIDDLES) for _ in range(drawn.choice((2, 3, 3)))]
        found["".join(letters)] = None
    return [name for name in found if len(name) > 2]


def lists(count: int) -> tuple[list[ListedPerson], list[ListedPerson]]:
    """Two lists of so many people, of whom seven in ten stand in both, as another would write them."""
    drawn = random.Random(2031)
    own, families = names(900, drawn), names(6_000, drawn)
    shares = [1 / (at + 5) for at in range(len(own))]
    drawn_own = drawn.choices(own, shares, k=count * 6)
    first, second = [], []
    for at in range(count * 13 // 10):
        parts = [*drawn_own[at * 3 : at * 3 + 3], drawn.choice(families)]
        known = ListedPerson(
            str(at), name_ar=" ".join(parts), age=float(drawn.randint(0, 80)), sex=_sex(drawn)
        )
        if at < count:
            second.append(known)
        if at >= count * 3 // 10:
            first.append(_told_again(known, parts, drawn))
    return first, second


def _sex(drawn: random.Random) -> str:
    return drawn.choice(("male", "female"))


def _told_again(known: ListedPerson, parts: list[str], drawn: random.Random) -> ListedPerson:
    """Without a grandfather, a year older, a letter otherwise: now and then."""
    parts = [part for at, part in enumerate(parts) if at != 2 or drawn.random() < 0.7]
    if drawn.random() < 0.05:
        parts[-1] = parts[-1][:-1] + drawn.choice(ONSETS)
    age = (known.age or 0) + drawn.choice((0, 0, 0, 1))
    return ListedPerson(known.id, name_ar=" ".join(parts), age=age, sex=known.sex)


def bare(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[SamePerson]:
    """Splink as it comes."""
    database = DuckDBAPI()
    tables = [
        database.register(
            pyarrow.Table.from_pylist([_plain(each) for each in side]), dataset_display_name=name
        )
        for name, side in (("a", first), ("b", second))
    ]
    blocks = [("own", "family"), ("own", "father", "age"), ("father", "family", "age")]
    model = splink.SettingsCreator(
        link_type="link_only",
        comparisons=[
            *(
                compare.JaroWinklerAtThresholds(part, [0.9]).configure(term_frequency_adjustments=True)
                for part in NAME
            ),
            compare.ExactMatch("age"),
            compare.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[splink.block_on(*block) for block in blocks],
        probability_two_random_records_match=0.7 / len(second),
        retain_intermediate_calculation_columns=True,
    )
    linker = splink.Linker(tables, model, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=people_splink.PAIRS_SAMPLED, seed=1)
    for block in (("own", "family"), ("father", "age")):
        linker.training.estimate_parameters_using_expectation_maximisation(splink.block_on(*block))
    found = linker.inference.predict(threshold_match_probability=0.001).as_record_list()
    return [_pair(each) for each in found]


NAME = ("own", "father", "family")


def _plain(person: ListedPerson) -> dict[str, Any]:
    own, *middle, family = person.name_ar.split()
    return {
        "unique_id": person.id,
        "own": own,
        "father": middle[0] if middle else None,
        "family": family,
        "age": int(person.age or 0),
        "sex": person.sex,
    }


def _pair(found: dict[str, Any]) -> SamePerson:
    ends = {found[f"source_dataset_{side}"]: found[f"unique_id_{side}"] for side in "lr"}
    return SamePerson(ends["a"], ends["b"], found["match_probability"], "")


def on_spark(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[SamePerson]:
    spark = people_spark.session()
    with TemporaryDirectory() as folder:
        files = (_written(Path(folder) / name, side) for name, side in (("a.csv", first), ("b.csv", second)))
        lists = [SparkList.at(spark, file) for file in files]
        return list(people_spark.weighed(spark, *lists).weighed())


def _written(path: Path, people: Sequence[ListedPerson]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("id", "name_ar", "age", "sex"))
        out.writerows((each.id, each.name_ar, each.age, each.sex) for each in people)
    return str(path)


ENGINES = {"cairn": people.weighed, "splink": people_splink.weighed, "spark": on_spark}


def told(name: str, work: Callable[[], Sequence[SamePerson]], both: int) -> float:
    """Run it; print its seconds by the clock and of the processors, and how well it did."""
    began, worked = time.perf_counter(), time.process_time()
    said = safely(work())
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    right = sum(pair.a == pair.b for pair in said)
    print(f"{name}: {seconds:.1f} s ({cpu:.1f} s of processors), ", end="")
    print(f"precision {right / max(1, len(said)):.3f}, recall {right / both:.3f}", flush=True)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("people", type=int, nargs="?", default=100_000)
    parser.add_argument("--engine", choices=ENGINES, default="splink")
    asked = parser.parse_args()
    logging.getLogger("splink").setLevel(logging.ERROR)
    first, second = lists(asked.people)
    both = len({each.id for each in first} & {each.id for each in second})
    peer = told("bare Splink", lambda: bare(first, second), both)
    ours = told(f"ours, {asked.engine}", lambda: list(ENGINES[asked.engine](first, second)), both)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{ours / peer:.2f} x bare Splink (no more than {RATIO}), peak memory {peak:.0f} MB")
    raise SystemExit(ours > RATIO * peer)


if __name__ == "__main__":
    main()
