"""The invented ledger that the site's tests look at, opened once."""

from __future__ import annotations

import os

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
django.setup()


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    from tests.site.wadi import wadi_record

    return wadi_record(tmp_path_factory.mktemp("ledgers") / "wadi")


@pytest.fixture(scope="session")
def contents(ledger):
    from cairn.site.open import contents_of

    return contents_of(ledger)


@pytest.fixture(scope="session")
def baked(contents, tmp_path_factory):
    from cairn.site.bake import bake

    folder = tmp_path_factory.mktemp("published") / "site"
    bake(contents, folder)
    return folder


@pytest.fixture
def another_ledger(ledger, tmp_path):
    """A ledger of the test's own to change; the common one is opened again afterwards."""
    from cairn.records.ledger import open_ledger
    from tests.site.wadi import wadi_record

    yield wadi_record(tmp_path / "wadi")
    open_ledger(ledger.path)
