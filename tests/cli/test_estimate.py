"""The command, as a person types it."""

import hashlib
import json
import subprocess
import sys
from xml.etree import ElementTree

TABLE = "pattern,count\n001,60\n010,49\n011,4\n100,247\n101,112\n110,142\n111,12\n"


def run(*words):
    made = [sys.executable, "-m", "cairn.cli", "estimate", *map(str, words)]
    return subprocess.run(made, capture_output=True, text=True, timeout=120)


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


def test_a_table_that_cannot_be_read_is_one_sentence(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("pattern,count\n100,-3\n010,5\n", "utf-8")
    done = run(path, "--json")
    assert done.returncode == 1
    assert done.stderr == "cairn: bad.csv, row 2: -3 people. Write a whole number, nought or more.\n"
    assert json.loads(done.stdout)["refused"] is True
    assert run(tmp_path / "none.csv").stderr.startswith("cairn: Cannot read")
