"""Two lists of people weighed by Splink, a linkage library, on DuckDB: the extra `cairn-recorder[people]`.

Splink learns from the two lists themselves, without answers, how often rows of one person agree and how often
rows of two do; the parts of names and their frames are ours. It weighs a pair by itself, so every pair is
afterwards held against all others who could be meant, as in `people.py`.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from cairn.exceptions import BadInput
from cairn.link.listed import ListedPerson
from cairn.link.same_person import WORTH_KEEPING, SamePerson
from cairn.link.splink_model import NAME, OTHERS, said_in_both, script_of, settings, table

FEWEST = 200  # people in a list from which how often rows agree can be learned
SEED = 1
PAIRS_SAMPLED = 5e6  # from which it learns how often two people agree
PAIRS_LEARNED_FROM = 3e5  # and one person's rows
CERTAIN = 1e9  # no pair's odds count for more
MISSING = "Splink is not installed. Install cairn-recorder[people], or choose --engine cairn."


def weighed(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[SamePerson]:
    """All pairs worth keeping, the likeliest first for each of the first list; BadInput for short lists."""
    try:
        exceptions = import_module("splink.internals.exceptions")
    except ModuleNotFoundError:
        raise BadInput(MISSING) from None
    if min(len(first), len(second)) < FEWEST:
        raise BadInput(
            f"Splink learns from the lists themselves and needs {FEWEST} people in each. Use --engine cairn."
        )
    try:
        linker = _trained(first, second)
    except exceptions.EMTrainingException as problem:
        raise BadInput(f"Splink cannot learn from these lists ({problem}). Use --engine cairn.") from None
    found = linker.inference.predict(threshold_match_probability=WORTH_KEEPING / 10).as_record_list()
    return list(_against_others(found, first))


def _trained(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> Any:
    splink, duckdb = import_module("splink"), import_module("splink.internals.duckdb.database_api")
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = duckdb.DuckDBAPI()
    script = script_of(first, second)
    tables = [
        database.register(table(people, script), dataset_display_name=name)
        for name, people in (("a", first), ("b", second))
    ]
    said = said_in_both(first, second)
    model = settings(splink, said, len(second))
    linker = splink.Linker(tables, model, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS_SAMPLED, seed=SEED)
    for block in (("own_frame", "family_frame"), ("father_frame", "age" if "age" in said else "own_frame")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            splink.block_on(*block), max_pairs=PAIRS_LEARNED_FROM
        )
    return linker


def _against_others(
    found: Sequence[Mapping[str, Any]], first: Sequence[ListedPerson]
) -> Iterator[SamePerson]:
    """Each pair against all who could be meant instead: two brothers are not both the one."""
    of: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for pair in found:
        ends = {pair["source_dataset_l"]: pair["unique_id_l"], pair["source_dataset_r"]: pair["unique_id_r"]}
        of[ends["a"]].append((_odds(pair["match_probability"]), ends["b"], _why(pair)))
    for person in first:
        candidates = sorted(of.get(person.id, ()), reverse=True)
        together = 1 + sum(odds for odds, _, _ in candidates)
        for odds, b, why in candidates:
            if odds / together >= WORTH_KEEPING:
                yield SamePerson(person.id, b, round(odds / together, 4), why)


def _odds(probability: float) -> float:
    return min(CERTAIN, probability / (1 - probability)) if probability < 1 else CERTAIN


def _why(pair: Mapping[str, Any]) -> str:
    """What was compared, in bits."""
    return ", ".join(
        f"{name} {pair[f'mw_{name}'] + pair.get(f'mw_tf_adj_{name}', 0.0):+.1f}"
        for name in (*NAME, *OTHERS)
        if pair.get(f"mw_{name}")
    )
