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
from zlib import crc32

from cairn.exceptions import BadInput, CannotLearn
from cairn.link.listed import ListedPerson
from cairn.link.same_person import WORTH_KEEPING, SamePerson
from cairn.link.splink_columns import NAME, OTHERS, Told, having, table
from cairn.link.splink_model import Learned, untaught

FEWEST = 200  # people in a list from which how often rows agree can be learned
MOST_LEARNED_FROM = 300_000  # people of a list; more teach nothing new, and must fit on one machine
SEED = 1
PAIRS_SAMPLED = 5e6  # from which it learns how often two people agree
PAIRS_LEARNED_FROM = 3e5  # and one person's rows
LIKELIEST_LEFT_OUT = WORTH_KEEPING / 10  # a pair this likely by itself is not looked at again
CERTAIN = 30  # bits; no pair counts for more
MISSING = "Splink is not installed. Install cairn-recorder[people], or choose --engine cairn."


def weighed(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[SamePerson]:
    """All pairs worth keeping, the likeliest first for each of the first list; or CannotLearn."""
    needed()
    told = Told.by(having(first), having(second))
    tables = [table(by_lot(people), told.script) for people in (first, second)]
    model = learned([each.slice(0, MOST_LEARNED_FROM) for each in tables], told)
    found = _linker(tables, model.settings("duckdb", len(second)))
    pairs = found.inference.predict(threshold_match_probability=LIKELIEST_LEFT_OUT).as_record_list()
    return list(_against_others(pairs, first))


def needed() -> None:
    """BadInput with what to do where Splink is not installed."""
    try:
        import_module("splink")
    except ModuleNotFoundError:
        raise BadInput(MISSING) from None


def by_lot(people: Sequence[ListedPerson]) -> list[ListedPerson]:
    """In an order drawn by their ids, the same whoever holds the list: Splink learns from the first."""
    return sorted(people, key=lambda each: (crc32(each.id.encode()), each.id))


def learned(tables: Sequence[Any], told: Told) -> Learned:
    """How often rows of one person agree and rows of two, as Splink finds it in two lists; or CannotLearn."""
    if min(each.num_rows for each in tables) < FEWEST:
        raise CannotLearn(f"Splink learns from the lists themselves and needs {FEWEST} people in each.")
    splink, exceptions = import_module("splink"), import_module("splink.internals.exceptions")
    linker = _linker(tables, untaught(told.said, tables[1].num_rows))
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS_SAMPLED, seed=SEED)
    other = "age" if "age" in told.said else "own_frame"
    try:
        for block in (("own_frame", "family_frame"), ("father_frame", other)):
            linker.training.estimate_parameters_using_expectation_maximisation(
                splink.block_on(*block), max_pairs=PAIRS_LEARNED_FROM
            )
    except exceptions.EMTrainingException:
        raise CannotLearn("Splink finds too few people in both lists to learn from.") from None
    return Learned.by(linker, told.said)


def _linker(tables: Sequence[Any], settings: Any) -> Any:
    splink, duckdb = import_module("splink"), import_module("splink.internals.duckdb.database_api")
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = duckdb.DuckDBAPI()
    registered = [
        database.register(each, dataset_display_name=name) for name, each in zip("ab", tables, strict=True)
    ]
    return splink.Linker(registered, settings, log_level=logging.ERROR)


def _against_others(
    found: Sequence[Mapping[str, Any]], first: Sequence[ListedPerson]
) -> Iterator[SamePerson]:
    """Each pair against all who could be meant instead: two brothers are not both the one."""
    of: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for pair in found:
        ends = {pair["source_dataset_l"]: pair["unique_id_l"], pair["source_dataset_r"]: pair["unique_id_r"]}
        of[ends["a"]].append((2.0 ** min(CERTAIN, pair["match_weight"]), ends["b"], _why(pair)))
    for person in first:
        candidates = sorted(of.get(person.id, ()), reverse=True)
        together = 1 + sum(odds for odds, _, _ in candidates)
        for odds, b, why in candidates:
            if odds / together >= WORTH_KEEPING:
                yield SamePerson(person.id, b, round(odds / together, 4), why)


def _why(pair: Mapping[str, Any]) -> str:
    """What was compared, in bits."""
    return ", ".join(
        f"{name} {pair[f'mw_{name}'] + pair.get(f'mw_tf_adj_{name}', 0.0):+.1f}"
        for name in (*NAME, *OTHERS)
        if pair.get(f"mw_{name}")
    )
