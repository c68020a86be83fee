"""What was published can be checked by anyone who has the folder."""

import pytest

from cairn.exceptions import BadInput, Tampered
from cairn.publish import Edition, check, insist_on, write_manifest


@pytest.fixture
def published(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "incidents.csv").write_text("code\nN12\n")
    (tmp_path / "index.html").write_text("<!doctype html>")
    write_manifest(tmp_path, Edition("An invented ledger", "2024-03-01", "ab12"))
    return tmp_path


def test_what_was_not_touched_is_sound(published):
    assert insist_on(published).files == 2


def test_one_changed_digit_is_named(published):
    (published / "data" / "incidents.csv").write_text("code\nN13\n")
    assert check(published).changed == ("data/incidents.csv",)
    with pytest.raises(Tampered, match=r"changed: data/incidents\.csv"):
        insist_on(published)


def test_a_file_that_was_taken_away_or_slipped_in_is_named(published):
    (published / "index.html").unlink()
    (published / "more.html").write_text("")
    found = check(published)
    assert (found.lost, found.added) == (("index.html",), ("more.html",))


def test_the_same_files_make_the_same_manifest(published):
    before = (published / "manifest.json").read_bytes()
    write_manifest(published, Edition("An invented ledger", "2024-03-01", "ab12"))
    assert (published / "manifest.json").read_bytes() == before


def test_a_folder_without_a_manifest_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(BadInput, match="has no manifest"):
        check(tmp_path)


@pytest.mark.parametrize("torn", ["{", "[]", '{"files": 3}'])
def test_a_torn_manifest_is_refused_in_one_sentence(published, torn):
    (published / "manifest.json").write_text(torn)
    with pytest.raises(BadInput, match="cannot be read"):
        check(published)


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"files": 5}', "[" * 100_000])
def test_a_manifest_that_is_none_is_refused_in_a_sentence(published, written):
    (published / "manifest.json").write_text(written)
    with pytest.raises(BadInput, match="cannot be read"):
        check(published)
