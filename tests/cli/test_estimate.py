"""The command, as a person types it."""

import hashlib
import json
import random
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.records.named import the_dead

TABLE = "pattern,count\n001,60\n010,49\n011,4\n100,247\n101,112\n110,142\n111,12\n"


def cairn(*words):
    made = [sys.executable, "-m", "cairn.cli", *map(str, words)]
    return subprocess.run(made, capture_output=True, text=True, timeout=120)


def run(*words):
    return cairn("estimate", *words)


def test_a_table_gives_one_json_object_with_its_hash(tmp_path):
    path = tmp_path / "lists.csv"
    path.write_text(TABLE, "utf-8")
    done = run(path, "--json", "--fan", tmp_path / "fan.svg")
    said = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert (said["n_documented"], said["refused"], said["engine"]) == (626, False, "loglinear")
    assert said["models"][0]["model"] == "[23,1]"
    assert said["input_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert ElementTree.parse(tmp_path / "fan.svg").getroot().tag.endswith("svg")


def test_a_drawing_that_cannot_be_written_is_one_sentence(tmp_path):
    path = tmp_path / "lists.csv"
    path.write_text(TABLE, "utf-8")
    done = run(path, "--engine", "chao", "--fan", tmp_path / "nowhere" / "fan.svg")
    assert done.returncode == 1
    assert done.stderr.startswith("cairn: Cannot write")
    assert done.stderr.count("\n") == 1


def test_a_refusal_is_an_answer_and_not_an_error(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text("pattern,count\n10,50\n01,60\n11,30\n", "utf-8")
    done = run(path)
    assert done.returncode == 0
    assert "not offered as an estimate" in done.stdout


def test_a_ledger_in_which_nobody_is_named_is_said_to_have_no_list(tmp_path):
    cairn("init", tmp_path / "ledger")
    done = run(tmp_path / "ledger", "--json")
    said = json.loads(done.stdout)
    assert (done.returncode, said["refused"], said["n_documented"]) == (0, True, 0)
    assert said["reason"].startswith("No source of this ledger names enough of the dead to be a list.")
    assert "table" not in said["reason"]


def test_a_table_that_cannot_be_read_is_one_sentence(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("pattern,count\n100,-3\n010,5\n", "utf-8")
    done = run(path, "--json")
    assert done.returncode == 1
    assert done.stderr == "cairn: bad.csv, row 2: -3 people. Write a whole number, nought or more.\n"
    assert json.loads(done.stdout)["refused"] is True
    assert run(tmp_path / "none.csv").stderr.startswith("cairn: Cannot read")


def people(folder, name, rows):
    path = folder / f"{name}.csv"
    path.write_text("id,name_en,age\n" + "".join(f"{n},{who},{age}\n" for n, (who, age) in enumerate(rows)))
    return path


@pytest.fixture
def three_lists(tmp_path):
    """Lists that each know some of 300 invented people; the third writes their names in its own way."""
    chance = random.Random(11)
    dead = [(name, chance.randint(1, 80)) for name in the_dead(300)]
    known = {name: [one for one in dead if chance.random() < 0.5] for name in ("ministry", "survey", "press")}
    known["press"] = [(who.replace("Al-", "el ").replace("q", "k"), age) for who, age in known["press"]]
    return [people(tmp_path, name, rows) for name, rows in known.items()]


def test_lists_of_people_are_linked_and_the_doubt_about_who_is_who_is_in_the_answer(three_lists, tmp_path):
    done = run(*three_lists, "--json", "--linkages", "10", "--overlap", tmp_path / "overlap.csv")
    said = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert said["diagnostics"]["linkages"] == 10
    assert list(said["diagnostics"]["lists"]) == ["ministry", "survey", "press"]
    low, high = said["interval"]
    assert low < 300 < high < 450
    again = json.loads(run(tmp_path / "overlap.csv", "--json").stdout)
    assert again["n_documented"] == said["n_documented"]


def test_two_lists_with_one_name_and_a_folder_that_is_no_ledger_are_one_sentence_each(three_lists, tmp_path):
    (tmp_path / "other").mkdir()
    twin = people(tmp_path / "other", "survey", [("Samir Nizar Al-Baz", 30)])
    assert "bear one name" in run(*three_lists, twin).stderr
    assert "is not a ledger" in run(tmp_path).stderr


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("10,50\n01,60\n11,30\n", "not offered as an estimate"),
        ("110,40\n010,80\n001,50\n011,30\n111,20\n", "Merge them and estimate again"),
        ("111,200\n001,40\n110,150\n", "one copies the other"),
        ("100,60\n010,70\n001,80\n", "No two lists share anybody"),
        ("100,10\n010,12\n001,9\n110,3\n011,4\n101,2\n", "40 people are too few"),
    ],
)
def test_nonsense_is_refused_with_its_reason(rows, said, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(f"pattern,count\n{rows}", "utf-8")
    done = run(path)
    assert done.returncode == 0
    assert said in done.stdout


def test_half_a_person_is_one_sentence(tmp_path):
    path = tmp_path / "half.csv"
    path.write_text("pattern,count\n100,3.5\n010,5\n", "utf-8")
    assert run(path).stderr == "cairn: half.csv, row 2: 3.5 people. Write a whole number, nought or more.\n"


def test_two_lists_and_what_is_known_of_their_people_give_an_estimate(tmp_path):
    path = tmp_path / "people.csv"
    rows = ["1,0,30"] * 120 + ["0,1,40"] * 110 + ["1,1,35"] * 60 + ["1,0,"] * 9
    path.write_text("ministry,survey,age\n" + "\n".join(rows), "utf-8")
    said = json.loads(run(path, "--covariates", "age", "--json").stdout)
    assert said["engine"] == "doubly robust"
    assert said["n_documented"] == 299
    assert "independent among people alike in age" in said["cautions"][0]
    assert "wants one file" in run(path, path, "--covariates", "age").stderr


def test_an_estimate_is_kept_in_a_ledger_and_stands_on_its_site(tmp_path):
    path, ledger = tmp_path / "lists.csv", tmp_path / "ledger"
    path.write_text(TABLE, "utf-8")
    cairn("init", ledger)
    untitled = run(path, "--keep-in", ledger, "--by", "Ana", "--reason", "linked in May")
    assert "needs a title" in untitled.stderr
    told = ["--keep-in", ledger, "--title", "Named dead", "--by", "Ana", "--reason", "linked in May"]
    assert run(path, *told).returncode == 0
    cairn("publish", ledger, tmp_path / "site")
    assert "690–800" in (tmp_path / "site" / "en" / "estimates.html").read_text("utf-8")
