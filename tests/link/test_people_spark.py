"""The same model on Spark and on DuckDB: on the same rows, the same pairs. `./run test-spark` runs these."""

import csv
import random

import pytest

from cairn.exceptions import BadInput, CannotLearn
from cairn.link import people_spark, people_splink
from cairn.link.listed import listed_person
from cairn.link.same_person import doubtful, safely
from cairn.link.spark_lists import SparkList

pytestmark = pytest.mark.spark

OWN = [
    "فريد",
    "نهى",
    "رامز",
    "شادن",
    "لؤي",
    "ثائر",
    "ميسون",
    "عصام",
    "دعد",
    "قصي",
    "سهير",
    "زكريا",
    "عبد الستار",
]
FAMILIES = [
    "الباز",
    "الرملي",
    "القلعي",
    "أبو شامة",
    "العكرماوي",
    "الزيتاوي",
    "البستنجي",
    "النجدي",
    "المرجاني",
]
BOTH, MORE = 1_500, 1_000
EXACTLY = 1e-6  # how far the probabilities of one pair may lie apart


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyspark", reason="PySpark is not here: ./run test-spark brings it and runs these")
    session = people_spark.session("local[2]")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def rows():
    """2,500 people in each list, 1,500 of them in both, written by another hand."""
    drawn = random.Random(9)
    people = [_row(n, drawn) for n in range(BOTH + 2 * MORE)]
    return [_by_another_hand(row, drawn) for row in people[MORE:]], people[: BOTH + MORE]


def _row(n, drawn):
    name = " ".join((*drawn.choices(OWN, k=3), drawn.choice(FAMILIES)))
    died = f"2031-05-{drawn.randint(1, 28):02}"
    return {"id": f"n{n}", "name": name, "age": drawn.randint(0, 80), "sex": drawn.choice("mf"), "date": died}


def _by_another_hand(row, drawn):
    name = row["name"].replace("أ", "ا") if drawn.random() < 0.5 else row["name"].replace("ي", "و", 1)
    return {
        **row,
        "name": name,
        "age": row["age"] + drawn.choice((0, 0, 1)) if drawn.random() < 0.9 else None,
    }


@pytest.fixture(scope="module")
def files(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    for name, side in zip("ab", rows, strict=True):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, side[0])
            out.writeheader()
            out.writerows(side)
    return folder


@pytest.fixture(scope="module")
def by_spark(spark, files):
    return people_spark.weighed(spark, *(SparkList.at(spark, str(files / f"{name}.csv")) for name in "ab"))


@pytest.fixture(scope="module")
def by_duckdb(rows):
    return people_splink.weighed(
        *([listed_person({**row, "age": str(row["age"])}) for row in side] for side in rows)
    )


def _ends(pairs):
    return [(pair.a, pair.b) for pair in pairs]


def test_spark_and_duckdb_give_every_pair_the_same_probability_in_the_same_order(by_spark, by_duckdb):
    pairs = list(by_spark.weighed())
    assert len(pairs) > BOTH
    assert _ends(pairs) == _ends(by_duckdb)
    for ours, theirs in zip(pairs, by_duckdb, strict=True):
        assert ours.score == pytest.approx(theirs.score, abs=EXACTLY)
        assert ours.why == theirs.why


def test_the_same_is_safe_to_say_and_the_same_is_asked(by_spark, by_duckdb):
    said, asked = list(by_spark.safely()), list(by_spark.doubtful())
    assert said
    assert asked
    assert _ends(said) == _ends(safely(by_duckdb))
    assert _ends(asked) == _ends(doubtful(by_duckdb))


def test_a_list_in_parquet_holds_the_people_of_the_same_list_in_csv(spark, files):
    csv_list = SparkList.at(spark, str(files / "a.csv"))
    spark.read.csv(str(files / "a.csv"), header=True).write.parquet(str(files / "a.parquet"))
    parquet = SparkList.at(spark, str(files / "a.parquet"))
    assert by_id(parquet) == by_id(csv_list)
    assert parquet.having() == csv_list.having()


def by_id(listed):
    return sorted(tuple(row) for row in listed.people.drop("at").collect())


def test_rows_that_cannot_be_read_are_told_and_the_rest_go_on(spark, tmp_path):
    rows = ["id,name", "1,وسيم الباز", ",هدى القلعي", '2,"هدى\nالقلعي"', "1,رامز النجدي"]
    path = tmp_path / "a.csv"
    path.write_bytes("\ufeff".encode() + "\n".join(rows).encode() + b"\n3,\xff\xfe\n")
    listed = SparkList.at(spark, str(path))
    told = "\n".join(listed.refusals())
    assert "This person has no id" in told
    assert "not UTF-8" in told
    assert "The id 1 and others came before" in told
    assert {row.id: row.name_ar for row in listed.people.collect()} == {"1": "وسيم الباز", "2": "هدى\nالقلعي"}


def test_short_lists_teach_nothing_and_a_missing_one_is_one_sentence(spark, tmp_path):
    (tmp_path / "a.csv").write_text("id,name\n1,وسيم الباز\n", "utf-8")
    short = SparkList.at(spark, str(tmp_path / "a.csv"))
    with pytest.raises(CannotLearn, match="200 people"):
        people_spark.weighed(spark, short, short)
    with pytest.raises(BadInput, match="Give a CSV or Parquet file"):
        SparkList.at(spark, str(tmp_path / "none.csv"))
