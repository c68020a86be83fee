"""`cairn match-people`: two lists of people, and who of the one is who of the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cairn.cli.pairs import Pair, write_pairs, write_pairs_to
from cairn.cli.people_lists import people_in
from cairn.exceptions import CannotLearn
from cairn.link import people, people_spark, people_splink
from cairn.link.same_person import SamePerson, doubtful, safely
from cairn.link.spark_lists import SparkList


class Engine(StrEnum):
    """What may stand after --engine."""

    AUTO = "auto"
    CAIRN = "cairn"
    SPLINK = "splink"
    SPARK = "spark"


MOST_BY_OURS = 50_000  # people looked for among as many take our own weights half a minute
ENGINES = (
    f"auto is cairn, and splink above {MOST_BY_OURS:,} people in A where that is installed."
    " splink learns from the two lists and needs cairn-recorder[people]; spark does so for lists too long"
    " for one machine and needs cairn-recorder[spark]."
)
BY_SPLINK = "Splink weighs them; --engine cairn takes longer and finds more."
MASTER = "Where Spark is (spark://host:7077); without it, this machine, or what spark-submit was told."


def register(app: typer.Typer) -> None:
    app.command(name="match-people")(command)


def command(
    first: Annotated[
        str, typer.Argument(metavar="A", help="The list whose people are looked for, CSV or Parquet.")
    ],
    second: Annotated[str, typer.Argument(metavar="B", help="The list in which they are looked for.")],
    engine: Annotated[Engine, typer.Option(help=ENGINES)] = Engine.AUTO,
    spark_master: Annotated[
        str, typer.Option(metavar="URL", envvar="CAIRN_SPARK_MASTER", help=MASTER, show_default=False)
    ] = "",
    probabilities: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT.csv", help="Write every pair that may be one person here, with its probability."
        ),
    ] = None,
    unsure: Annotated[
        Path | None, typer.Option(metavar="OUT.csv", help="Write the pairs that a person should judge here.")
    ] = None,
) -> None:
    """Write as CSV who of A is who of B (a, b, score, why), only where it is safe to say."""
    found = _answer(engine, first, second, spark_master)
    write_pairs(sys.stdout, _told(found.said))
    write_pairs_to(probabilities, _told(found.kept))
    write_pairs_to(unsure, _told(found.asked))


class Answer(NamedTuple):
    """The pairs that are safe to say, all that are kept, and those that a person should judge."""

    said: Iterable[SamePerson]
    kept: Iterable[SamePerson]
    asked: Iterable[SamePerson]


def _answer(engine: Engine, first: str, second: str, master: str) -> Answer:
    """By the engine asked for; by Cairn's own weights where none can be learned, and that is said."""
    try:
        if engine is Engine.SPARK:
            return _by_spark(first, second, master)
        return _by_one_machine(engine, first, second)
    except CannotLearn as refusal:
        print(f"{refusal} Cairn's own weights are used instead.", file=sys.stderr)
        return _by_one_machine(Engine.CAIRN, first, second)


def _by_one_machine(engine: Engine, first: str, second: str) -> Answer:
    listed = people_in(first), people_in(second)
    if engine is Engine.AUTO and len(listed[0]) > MOST_BY_OURS and find_spec("splink"):
        print(f"{first} has more than {MOST_BY_OURS:,} people. {BY_SPLINK}", file=sys.stderr)
        engine = Engine.SPLINK
    weigh = people_splink.weighed if engine is Engine.SPLINK else people.weighed
    kept = list(weigh(*listed))
    return Answer(safely(kept), kept, doubtful(kept))


def _by_spark(first: str, second: str, master: str) -> Answer:
    spark = people_spark.session(master)
    lists = SparkList.at(spark, first), SparkList.at(spark, second)
    for refusal in (*lists[0].refusals(), *lists[1].refusals()):
        print(refusal, file=sys.stderr)
    pairs = people_spark.weighed(spark, *lists)
    return Answer(pairs.safely(), pairs.weighed(), pairs.doubtful())


def _told(pairs: Iterable[SamePerson]) -> Iterator[Pair]:
    return ((pair.a, pair.b, pair.score, pair.why) for pair in pairs)
