"""What was read under another setting is read again; a name or another folder changes nothing."""

from dataclasses import replace

import pytest

from cairn.records.version import grading_version, linking_version, reading_version
from cairn.vocabulary.conflict import Conflict

WATCHED = Conflict(name="North", countries=("SY",), languages=("ara",))


@pytest.mark.parametrize("changed", [{"countries": ("IQ",)}, {"languages": ()}, {"conventions": "2"}])
@pytest.mark.parametrize("version", [reading_version, linking_version, grading_version])
def test_another_setting_makes_every_step_due(version, changed):
    assert version(replace(WATCHED, **changed)) != version(WATCHED)


def test_another_name_makes_nothing_due():
    assert reading_version(replace(WATCHED, name="South")) == reading_version(WATCHED)


def test_places_count_by_what_stands_in_them_and_not_by_where_they_lie(tmp_path):
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "SY.tsv").write_text("1\tMill village\n")
    here, there = (replace(WATCHED, places=(tmp_path / folder,)) for folder in ("here", "there"))
    assert reading_version(here) == reading_version(there) != reading_version(WATCHED)
    (tmp_path / "there" / "SY.tsv").write_text("1\tMill town\n")
    assert reading_version(here) != reading_version(there)
