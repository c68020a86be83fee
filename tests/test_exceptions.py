"""What a machine complains of, said as a part of our sentences."""

import csv
import gzip
import json
import tomllib

import pytest

from cairn.exceptions import in_words


def of(attempt, *words):
    """What `in_words` says of the complaint that this brings about."""
    with pytest.raises(Exception) as caught:
        attempt(*words)
    return in_words(caught.value)


def test_the_system_is_quoted_without_its_number_and_the_path_is_left_to_the_sentence(tmp_path):
    assert of((tmp_path / "people.csv").read_bytes) == "No such file or directory"
    assert of(tmp_path.read_bytes) == "Is a directory"


def test_a_complaint_without_words_of_the_system_keeps_its_own():
    assert of(gzip.decompress, b"no such thing") == "Not a gzipped file (b'no')"


def test_no_sentence_names_a_codec():
    assert of(b"Sal\xe9".decode, "utf-8") == "it is not UTF-8 text"


def test_json_is_said_to_break_where_it_does():
    assert of(json.loads, '{"id": 1,\n "text" 2}') == "its JSON breaks at line 2, character 9"
    assert of(json.loads, "9" * 5000) == "a number in it has thousands of digits"
    assert of(json.loads, "[" * 100_000) == "it is nested too deeply"


def test_what_is_missing_is_named_and_what_is_laid_out_otherwise_is_said_without_names_of_types():
    assert of({"totals": 1}.__getitem__, "questions") == "“questions” is missing"
    assert of(lambda said: said["questions"], [1]) == "it is laid out otherwise"


def test_one_line_is_enough():
    assert of(tomllib.loads, "name = [") == "Invalid value (at end of document)"
    assert in_words(ValueError("the first line.\nand a second")) == "the first line"
    assert in_words(csv.Error("line contains NUL")) == "line contains NUL"
