"""A folder takes its place whole, and what a killed program left beside it is cleared."""

import pytest

from cairn.publish.beside import FORMER, LOCK, beside, put_in_place


def made(folder, word):
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(word)
    return folder


def left_behind(target, name=".site.abcd1234"):
    """What a killed program leaves: a folder with its lock, which nobody holds."""
    scratch = made(target.parent / name, "half")
    (scratch / LOCK).touch()
    return scratch


def test_a_folder_takes_the_place_of_the_former(tmp_path):
    target = made(tmp_path / "site", "old")
    with beside(target) as scratch:
        put_in_place(made(scratch / "fresh", "new"), target, scratch)
    assert (target / "page.html").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_program_left_is_cleared_and_what_it_laid_aside_comes_back(tmp_path):
    target = tmp_path / "site"
    made(left_behind(target) / FORMER, "old")
    with pytest.raises(RuntimeError), beside(target):
        assert (target / "page.html").read_text() == "old"
        raise RuntimeError
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_the_work_of_another_program_and_other_folders_stay(tmp_path):
    target = tmp_path / "site"
    others = [left_behind(target, ".site.old.abcd1234"), made(tmp_path / ".site.notours1", "kept")]
    with beside(target) as theirs, beside(target) as ours:
        assert theirs.is_dir() and ours.is_dir()
    assert all(each.is_dir() for each in others)
