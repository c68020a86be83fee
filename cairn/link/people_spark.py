"""Two lists of people weighed by the model of `people_splink.py` on Spark: the extra `cairn-recorder[spark]`.

The model is learned on one machine from a sample of both lists, the same sample that DuckDB would learn from,
and Spark weighs with it: on the same rows both give the same pairs. No list of pairs is gathered on the
machine that asks; what is said is written a part at a time.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from uuid import uuid4

from cairn.exceptions import BadInput
from cairn.link.people_splink import CERTAIN, LIKELIEST_LEFT_OUT, learned, needed
from cairn.link.same_person import SAFE, WORTH_ASKING, WORTH_KEEPING, SamePerson
from cairn.link.spark_lists import SparkList, teachers
from cairn.link.splink_columns import NAME, OTHERS, Told

MISSING = "PySpark is not installed. Install cairn-recorder[spark], or choose --engine cairn."
NO_JAVA = "Spark needs Java 17 and finds none. Install it, or set JAVA_HOME."
LOCAL = "local[*]"  # every core of this machine
QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
ON_ONE_MACHINE = {**QUIET, "spark.driver.memory": "4g", "spark.sql.shuffle.partitions": "4"}


def session(master: str | None = None) -> Any:
    """Spark at a master's address; without one what spark-submit was told, or else this machine alone."""
    needed()
    try:
        sql = import_module("pyspark.sql")
        import_module("pandas")  # without which Spark hands no Arrow to Python
    except ModuleNotFoundError:
        raise BadInput(MISSING) from None
    builder, submitted = sql.SparkSession.builder.appName("cairn"), "PYSPARK_GATEWAY_PORT" in os.environ
    if submitted and not master:
        return builder.getOrCreate()
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
        raise BadInput(NO_JAVA)
    chosen = master or LOCAL
    here = chosen.startswith(LOCAL[:5])
    if here:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the only way to say it
    for name, value in (ON_ONE_MACHINE if here else QUIET).items():
        builder = builder.config(name, value)
    try:
        return builder.master(chosen).getOrCreate()
    except Exception as problem:  # Java's, py4j's and PySpark's own have no parent in common
        said = str(problem).strip().split("\n")[0].rstrip(".")
        raise BadInput(f"Spark does not start at {chosen}: {said}. See --spark-master.") from None


@dataclass(frozen=True, slots=True)
class SparkPairs:
    """Every pair worth keeping, where Spark has it, in the order of the first list."""

    kept: Any

    def weighed(self) -> Iterator[SamePerson]:
        return _in_order(self.kept)

    def safely(self) -> Iterator[SamePerson]:
        """As `same_person.safely` says it."""
        return _in_order(self._said())

    def doubtful(self) -> Iterator[SamePerson]:
        """As `same_person.doubtful` asks."""
        said = self._said()
        asked = self.kept.where(f"score >= {WORTH_ASKING}")
        asked = asked.join(said.select("a"), "a", "left_anti").join(said.select("b"), "b", "left_anti")
        return _in_order(asked.withColumn("certain", _expr("abs(score - 0.5)")), "certain")

    def _said(self) -> Any:
        safe = self.kept.where(f"score >= {SAFE}")
        best = _expr("row_number() over (partition by b order by score desc, at)")
        return safe.withColumn("nth", best).where("nth = 1").drop("nth")


def weighed(spark: Any, first: SparkList, second: SparkList) -> SparkPairs:
    """All pairs worth keeping; CannotLearn for short lists."""
    told = Told.by(first.having(), second.having())
    tables = [first.compared(told.script), second.compared(told.script)]
    model = learned([*map(teachers, tables)], told)
    splink, backend = import_module("splink"), import_module("splink.internals.spark.database_api")
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = backend.SparkAPI(
        spark_session=spark, break_lineage_method="persist", register_udfs_automatically=False
    )
    registered = [
        database.register(each, dataset_display_name=name, table_name=f"cairn_{uuid4().hex}")
        for name, each in zip("ab", tables, strict=True)
    ]
    linker = splink.Linker(
        registered, model.settings("spark", second.people.count()), log_level=logging.ERROR
    )
    found = linker.inference.predict(threshold_match_probability=LIKELIEST_LEFT_OUT).as_spark_dataframe()
    return SparkPairs(_against_others(found, first).persist())


def _against_others(found: Any, first: SparkList) -> Any:
    """Each pair against all who could be meant instead; see `people_splink.weighed`."""
    pairs = found.selectExpr(
        "if(source_dataset_l = 'a', unique_id_l, unique_id_r) as a",
        "if(source_dataset_l = 'a', unique_id_r, unique_id_l) as b",
        f"pow(2, least({CERTAIN}, match_weight)) as odds",
        f"concat_ws(', ', {', '.join(_bits(found.columns))}) as why",
    )
    weighed = pairs.withColumn("likely", _expr("odds / (1 + sum(odds) over (partition by a))"))
    kept = weighed.where(f"likely >= {WORTH_KEEPING}").withColumn("score", _expr("round(likely, 4)"))
    return kept.join(first.people.selectExpr("id as a", "at"), "a")


def _bits(columns: list[str]) -> Iterator[str]:
    """What was compared, in bits; null, which is left out, where a part says nothing."""
    for name in (*NAME, *OTHERS):
        if f"mw_{name}" in columns:
            rarity = f" + mw_tf_adj_{name}" if f"mw_tf_adj_{name}" in columns else ""
            yield f"if(mw_{name} != 0, format_string('{name} %+.1f', mw_{name}{rarity}), null)"


def _in_order(pairs: Any, *before: str) -> Iterator[SamePerson]:
    ordered = pairs.orderBy(*map(_expr, before), "at", _expr("odds").desc(), _expr("b").desc())
    for row in ordered.select("a", "b", "score", "why").toLocalIterator():
        yield SamePerson(*row)


def _expr(said: str) -> Any:
    return import_module("pyspark.sql.functions").expr(said)
