import csv
import io

import pytest

from cairn.cli import match_people
from tests.cli.commands import cairn

FILLERS = [
    f"b{n},{own} {father} {family},{20 + n}"
    for n, (own, father, family) in enumerate(
        (own, father, family)
        for own in ("نزار", "رباب", "كنان", "غادة")
        for father in ("منذر", "باسل", "جلال")
        for family in ("القلعي", "الرملي", "النجدي", "الزيتاوي", "البستنجي")
    )
]


def matched(tmp_path, first, second):
    for name, text in (("a.csv", first), ("b.csv", second)):
        (tmp_path / name).write_text(text, "utf-8")
    done = cairn("match-people", tmp_path / "a.csv", tmp_path / "b.csv")
    return list(csv.DictReader(io.StringIO(done.stdout))), done


def test_the_pairs_come_as_a_table_with_score_and_reason(tmp_path):
    second = "\n".join(["id,name_ar,age", *FILLERS, "x,وسيم عبد الستار الباز,41"])
    rows, _ = matched(tmp_path, "id,name,age\n1,وسيم عبدالستار الباز,41\n", second)
    (row,) = rows
    assert (row["a"], row["b"]) == ("1", "x")
    assert float(row["score"]) >= 0.9
    assert row["why"]


def test_a_row_without_an_id_is_named_and_the_rest_go_on(tmp_path):
    _, done = matched(tmp_path, "id,name\n,وسيم الباز\n2,هدى القلعي\n", "id,name\n1,هدى\n")
    assert "row 2" in done.stderr
    assert done.returncode == 0


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    done = cairn("match-people", tmp_path / "none.csv", tmp_path / "none.csv")
    assert done.returncode == 1
    assert done.stderr == (
        f"cairn: Cannot read {tmp_path / 'none.csv'}: No such file or directory. "
        "Give a CSV file in UTF-8 with a column id.\n"
    )


def test_every_probability_is_kept_and_pairs_in_doubt_are_written_apart(tmp_path):
    twins = ["x,وسيم عبد الستار الباز,41", "y,وسيم عبد الستار الباز,41"]
    (tmp_path / "a.csv").write_text("id,name,age\n1,وسيم عبدالستار الباز,41\n2,كنان منذر القلعي,\n", "utf-8")
    (tmp_path / "b.csv").write_text("\n".join(["id,name_ar,age", *FILLERS, *twins]), "utf-8")
    kept, asked = tmp_path / "kept.csv", tmp_path / "asked.csv"
    lists = (tmp_path / "a.csv", tmp_path / "b.csv")
    done = cairn("match-people", *lists, "--probabilities", kept, "--unsure", asked)
    assert not any(row["a"] == "1" for row in csv.DictReader(io.StringIO(done.stdout)))
    doubted = {(row["a"], row["b"]) for row in csv.DictReader(asked.read_text("utf-8").splitlines())}
    assert {("1", "x"), ("1", "y")} <= doubted
    probabilities = list(csv.DictReader(kept.read_text("utf-8").splitlines()))
    assert sum(float(row["score"]) for row in probabilities if row["a"] == "1") <= 1.001


def test_an_id_that_came_before_is_named(tmp_path):
    _, done = matched(tmp_path, "id,name\n1,وسيم الباز\n1,هدى القلعي\n", "id,name\n1,هدى\n")
    assert "row 3: The id 1 came before" in done.stderr


@pytest.mark.parametrize("engine", ["cairn", "splink"])
def test_lists_too_short_to_learn_from_are_matched_by_our_own_weights(tmp_path, engine):
    pytest.importorskip("splink", reason="cairn-recorder[people] is not installed")
    (tmp_path / "a.csv").write_text("id,name,age\n1,وسيم عبدالستار الباز,41\n", "utf-8")
    second = "\n".join(["id,name_ar,age", *FILLERS, "x,وسيم عبد الستار الباز,41"])
    (tmp_path / "b.csv").write_text(second, "utf-8")
    done = cairn("match-people", tmp_path / "a.csv", tmp_path / "b.csv", "--engine", engine)
    assert [row["b"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["x"]
    assert ("own weights are used instead" in done.stderr) == (engine == "splink")


def test_a_list_may_be_parquet(tmp_path):
    arrow = pytest.importorskip("pyarrow", reason="cairn-recorder[people] is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    people = {"id": [1, None, 1], "name": ["وسيم عبدالستار الباز"] * 3, "age": [41, 30, 41]}
    parquet.write_table(arrow.table(people), tmp_path / "a.parquet")
    (tmp_path / "b.csv").write_text(
        "\n".join(["id,name_ar,age", *FILLERS, "x,وسيم عبد الستار الباز,41"]), "utf-8"
    )
    done = cairn("match-people", tmp_path / "a.parquet", tmp_path / "b.csv")
    assert [row["b"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["x"]
    assert "row 2: This person has no id" in done.stderr
    assert "row 3: The id 1 came before" in done.stderr


def test_what_is_no_parquet_is_one_sentence(tmp_path):
    pytest.importorskip("pyarrow", reason="cairn-recorder[people] is not installed")
    (tmp_path / "a.parquet").write_text("id,name\n", "utf-8")
    done = cairn("match-people", tmp_path / "a.parquet", tmp_path / "a.parquet")
    assert done.returncode == 1
    assert "Give a Parquet file" in done.stderr


def test_a_long_list_is_weighed_by_splink_where_it_is_installed_and_that_is_said(
    tmp_path, monkeypatch, capsys
):
    pytest.importorskip("splink", reason="cairn-recorder[people] is not installed")
    monkeypatch.setattr(match_people, "MOST_BY_OURS", 50)
    rows = ["id,name_ar,age", *FILLERS]
    (tmp_path / "a.csv").write_text("\n".join(rows), "utf-8")
    match_people.command(str(tmp_path / "a.csv"), str(tmp_path / "a.csv"), match_people.Engine.AUTO)
    told = capsys.readouterr()
    assert "Splink weighs them" in told.err
    assert "own weights are used instead" in told.err  # these sixty are too few to learn from
    assert len(told.out.splitlines()) > 50
