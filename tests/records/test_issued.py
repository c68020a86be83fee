"""Releases are listed as the chain has them, with their files only where these are as written."""

from cairn.records.issued import issued
from tests.records.test_releasing import decided, release
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


def test_a_ledger_without_releases_lists_none(ledger):
    assert issued(ledger.exports) == []
