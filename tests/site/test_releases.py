"""The site lists every release with its hash, and hands on the files of those that are as written."""

import re
import shutil

import pytest
from django.test import Client

from cairn.publish import check
from cairn.records.change import By
from cairn.records.ledger import open_ledger
from cairn.records.release.folder import Order, make_release
from cairn.records.release.setting import read_release
from cairn.site.bake import bake
from cairn.site.open import contents_of
from cairn.site.render import render
from cairn.site.views import shelf
from cairn.story import disagreements


@pytest.fixture(scope="module")
def after_release(wadi, tmp_path_factory):
    """A copy of the common ledger that was released twice."""
    folder = shutil.copytree(wadi, tmp_path_factory.mktemp("released") / "wadi")
    ledger = open_ledger(folder)
    for name in ("2024-03", "2024-04"):
        made = make_release(
            ledger, Order(name), read_release(folder), By("Ana", "released"), lambda file: None
        )
    return folder, made.manifest_sha256


@pytest.fixture
def ledger(after_release):
    return open_ledger(after_release[0])


def test_a_baked_site_holds_releases_that_can_be_verified(ledger, tmp_path):
    bake(contents_of(ledger), tmp_path / "site")
    assert check(tmp_path / "site").sound
    for name in ("2024-03", "2024-04"):
        assert check(tmp_path / "site" / "releases" / name).sound
        assert list(disagreements(tmp_path / "site" / "releases" / name)) == []


@pytest.mark.parametrize(("language", "word"), [("en", "Releases"), ("ar", "الإصدارات")])
def test_the_data_page_lists_them_with_their_hash_and_what_changed(ledger, after_release, language, word):
    said = render(contents_of(ledger), language, "data")
    assert word in said and after_release[1] in said
    assert 'href="../releases/2024-04/README.md"' in said
    if language == "en":
        assert re.search(r"0 added, 0 removed, 0 changed", said)


def test_a_file_of_a_release_is_served_and_nothing_beside_it(ledger):
    shelf.ledger, shelf._contents = ledger, None
    client = Client()
    try:
        served = client.get("/releases/2024-04/incidents.csv")
        assert served["Content-Type"] == "text/csv; charset=utf-8"
        written = (ledger.exports / "releases" / "2024-04" / "incidents.csv").read_bytes()
        assert b"".join(served.streaming_content) == written
        served.close()
        for path in ("2024-05/incidents.csv", "2024-04/../../../cairn.toml", "2024-04/cairn.db"):
            assert client.get(f"/releases/{path}").status_code == 404
    finally:
        shelf.ledger, shelf._contents = None, None


def test_a_release_whose_files_are_gone_is_listed_without_a_link(after_release, tmp_path):
    folder = shutil.copytree(after_release[0], tmp_path / "wadi")
    shutil.rmtree(folder / "exports" / "releases" / "2024-03")
    said = render(contents_of(open_ledger(folder)), "en", "data")
    assert "<bdi>2024-03</bdi>" in said and "releases/2024-03/" not in said
