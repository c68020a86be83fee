"""Releases are listed as the chain has them, with their files only where these are as written."""

import shutil

from cairn.records.release.issued import issued
from cairn.records.verify import altered_releases
from tests.records.release.test_releasing import decided, release
from tests.records.told import EIGHT, THREE


def test_releases_are_listed_newest_first_with_what_changed(ledger):
    decided("N1", THREE)
    first = release(ledger)
    decided("N2", EIGHT)
    second = release(ledger, "second")
    told = issued(ledger.exports)
    assert [(one.name, one.incidents, one.added, one.changed) for one in told] == [
        ("second", 2, 1, 0),
        ("first", 1, None, None),
    ]
    assert [one.manifest_sha256 for one in told] == [second.manifest_sha256, first.manifest_sha256]
    assert {"manifest.json", "incidents.csv", "parquet/incidents.parquet"} <= set(told[0].files())


def test_files_that_are_not_as_they_were_released_are_not_handed_on(ledger):
    folder = release(ledger).folder
    (folder / "incidents.csv").write_text("another")
    (one,) = issued(ledger.exports)
    assert (one.name, one.folder, one.files()) == ("first", None, [])


def test_verifying_the_ledger_names_a_release_that_was_altered_and_not_one_that_was_moved_away(ledger):
    folder = release(ledger).folder
    assert list(altered_releases(ledger)) == []
    (folder / "more.txt").write_text("")
    (sentence,) = altered_releases(ledger)
    assert sentence.startswith("The release first in ") and "not as it was published" in sentence
    shutil.move(folder, ledger.path.parent / "elsewhere")
    assert list(altered_releases(ledger)) == []


def test_a_ledger_without_releases_lists_none(ledger):
    assert issued(ledger.exports) == []
