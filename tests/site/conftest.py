"""The invented ledger that the site's tests look at, made once."""

from __future__ import annotations

import os

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
django.setup()


@pytest.fixture(scope="session")
def wadi(tmp_path_factory):
    """The folder of the common ledger."""
    from tests.site.wadi import wadi_record

    return wadi_record(tmp_path_factory.mktemp("ledgers") / "wadi").path


@pytest.fixture
def ledger(wadi):
    """The common ledger, open. Only one is open in a process, and any test may have opened another since."""
    from cairn.records.ledger import open_ledger

    return open_ledger(wadi)


@pytest.fixture
def contents(ledger):
    from cairn.site.open import contents_of

    return contents_of(ledger)


@pytest.fixture(scope="session")
def baked(wadi, tmp_path_factory):
    from cairn.records.ledger import open_ledger
    from cairn.site.bake import bake
    from cairn.site.open import contents_of

    folder = tmp_path_factory.mktemp("published") / "site"
    bake(contents_of(open_ledger(wadi)), folder)
    return folder


@pytest.fixture
def another_ledger(ledger, tmp_path):
    """A ledger of the test's own to change; it is opened after the common one, and so in its stead."""
    from tests.site.wadi import wadi_record

    return wadi_record(tmp_path / "wadi")
