"""The invented ledger that the site's tests look at, made once."""

from __future__ import annotations

import os

import django
import pytest
from playwright.sync_api import sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

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


@pytest.fixture(scope="module")
def chromium(baked):
    # `baked` first: Django refuses its database in a thread where Playwright's event loop runs.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium):
    """Open an empty page in a window of some width; `complaints` are what the page says on its console."""
    opened = []

    def window(width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        opened.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda said: page.complaints.append(said.text))
        return page

    yield window
    for context in opened:
        context.close()
