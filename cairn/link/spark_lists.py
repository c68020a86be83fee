"""A list of people too long for one machine, read and made ready by Spark, from CSV or Parquet.

What a row means is decided by the same code as for a short list; Spark carries it to where the rows are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from typing import Any

from cairn.exceptions import BadInput
from cairn.link.listed import COLUMNS, ListedPerson, listed_person
from cairn.link.people_splink import MOST_LEARNED_FROM
from cairn.link.splink_columns import NAME, OTHERS, SCRIPTS, table

PERSON = "id string, name_en string, name_ar string, age double, sex string, day int, place string"
READ = f"at long, {PERSON}, refused string"
COMPARED = ", ".join(
    [
        "unique_id string",
        *(f"{part} string, {part}_letters string, {part}_frame string" for part in NAME),
        "middle array<string>, age int, sex string, day int, place string",
    ]
)
NO_LETTERS = "\ufffd"  # what Spark reads where bytes are no letters
OWN_ID = "Give each person an id of their own."
NOT_UTF8 = "This person's row is not UTF-8. Save the list in UTF-8."


@dataclass(frozen=True)
class SparkList:
    """The people of a list, each id once, `at` the place of their row in it."""

    path: str
    rows: Any  # as the file has them, all columns text

    @classmethod
    def at(cls, spark: Any, path: str) -> SparkList:
        """A file or folder: Parquet where its name ends in .parquet, else CSV in UTF-8 with a header."""
        errors = import_module("pyspark.errors")
        try:
            if path.rstrip("/").endswith(".parquet"):
                rows = spark.read.parquet(path)
            else:  # a name may hold a line break, which only a reader of whole files sees
                rows = spark.read.csv(path, header=True, multiLine=True, escape='"')
        except errors.PySparkException as problem:
            said = str(problem).split("\n")[0].rstrip(".")
            raise BadInput(f"Spark cannot read {path}: {said}. Give a CSV or Parquet file.") from None
        known = [f"cast(`{name}` as string) as `{name}`" for name in COLUMNS if name in rows.columns]
        return cls(path, rows.selectExpr(*known, "monotonically_increasing_id() as at"))

    @cached_property
    def _read(self) -> Any:
        """Every row as a person, or with the sentence why it is refused; spread over the machines."""
        spread = self.rows.repartition(self.rows.sparkSession.sparkContext.defaultParallelism)
        return spread.mapInArrow(_people, READ).persist()

    @cached_property
    def people(self) -> Any:
        """Of those who share an id, the first."""
        of_id = self._read.where("refused is null").withColumn("row", _expr("struct(*)")).groupBy("id")
        return (
            of_id.agg(_expr("min(row) as first"), _expr("count(*) as times"))
            .selectExpr("first.*", "times")
            .persist()
        )

    def refusals(self) -> Iterator[str]:
        """What was left out of the list and why, a sentence for each reason."""
        for refused, times in self._read.where("refused is not null").groupBy("refused").count().collect():
            yield f"{self.path}, {times:,} rows: {refused}"
        again = self.people.where("times > 1").agg(_expr("sum(times - 1)"), _expr("min(id)"))
        ((times, one),) = again.collect()
        if times:
            yield f"{self.path}, {times:,} rows: The id {one} and others came before. {OWN_ID}"

    def having(self) -> dict[str, int]:
        """How many have what; see `splink_columns.having`."""
        counted = (f"count_if(cast({name} as string) != '') as {name}" for name in ("id", *SCRIPTS, *OTHERS))
        return dict(self.people.agg(*map(_expr, counted)).first().asDict())

    def compared(self, script: str) -> Any:
        """The columns that Splink compares; see `splink_columns.table`."""
        people = self.people.drop("at", "refused", "times")
        return people.mapInArrow(partial(_compared, script=script), COMPARED).persist()


def teachers(compared: Any) -> Any:
    """Those of a list from whom Splink learns, as an Arrow table; see `people_splink.by_lot`."""
    by_lot = compared.orderBy(_expr("crc32(cast(unique_id as binary))"), "unique_id")
    return by_lot.limit(MOST_LEARNED_FROM).toArrow()


def _expr(said: str) -> Any:
    return import_module("pyspark.sql.functions").expr(said)


def _people(batches: Iterator[Any]) -> Iterator[Any]:
    arrow = import_module("pyarrow")
    schema = arrow.schema(
        [
            ("at", arrow.int64()),
            *((name, arrow.string()) for name in ("id", "name_en", "name_ar")),
            ("age", arrow.float64()),
            ("sex", arrow.string()),
            ("day", arrow.int32()),
            *((name, arrow.string()) for name in ("place", "refused")),
        ]
    )
    for batch in batches:
        yield arrow.RecordBatch.from_pylist([_read(row) for row in batch.to_pylist()], schema)


def _read(row: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: row.get(name) for name in COLUMNS}
    try:
        if any(NO_LETTERS in (cell or "") for cell in said.values()):
            raise BadInput(NOT_UTF8)
        person = listed_person(said)
    except BadInput as refusal:
        return {"at": row["at"], "refused": str(refusal)}
    return {"at": row["at"], **{name: getattr(person, name) for name in ListedPerson.__dataclass_fields__}}


def _person(row: Mapping[str, Any]) -> ListedPerson:
    return ListedPerson(**row)


def _compared(batches: Iterator[Any], script: str) -> Iterator[Any]:
    for batch in batches:
        yield from table([_person(row) for row in batch.to_pylist()], script).to_batches()
