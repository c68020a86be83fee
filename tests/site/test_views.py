"""The served site is the published one, as the ledger stands."""

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from django.test import Client

from cairn.records.actions.grading import accept
from cairn.records.change import By
from cairn.records.models import Assessment
from cairn.site.views import shelf


@pytest.fixture
def browse(ledger):
    shelf.ledger = ledger
    yield Client()
    shelf.ledger = None


def test_a_served_page_is_the_published_page(browse, baked):
    for path in (
        "en/index.html",
        "ar/incident/N1.html",
        "en/incidents/all.html",
        "static/style.css",
        "index.html",
    ):
        assert browse.get(f"/{path}").content.decode() == (baked / path).read_text("utf-8"), path


def test_the_open_data_are_served_as_they_are_published(browse, baked):
    for name in ("incidents.csv", "incidents.geojson", "incidents.jsonl", "claims.jsonl", "series.csv"):
        served = b"".join(browse.get(f"/data/{name}").streaming_content).decode()
        assert served == (baked / "data" / name).read_text("utf-8"), name


def test_the_served_manifest_has_the_hashes_of_the_published_data(browse, baked):
    published = json.loads((baked / "manifest.json").read_text("utf-8"))["files"]
    served = browse.get("/manifest.json").json()["files"]
    assert served == {name: held for name, held in published.items() if name.startswith("data/")}


def test_what_does_not_exist_is_not_found(browse):
    for path in (
        "en/incident/N99.html",
        "en/secret.html",
        "data/cairn.db",
        "fr/index.html",
        "en/../cairn.toml",
    ):
        assert browse.get(f"/{path}").status_code == 404, path


def test_who_follows_a_lost_address_is_shown_the_way_on_in_both_languages(browse):
    told = browse.get("/en/incident/N99.html").content.decode()
    ways = re.findall(r'href="(/(?:en|ar)/[^"]+)"', told)
    assert {way[:3] for way in ways} == {"/en", "/ar"}
    assert all(browse.get(way).status_code == 200 for way in ways)


def test_nothing_may_run_on_a_page_and_nobody_may_frame_it(browse):
    policy = browse.get("/en/index.html")["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy


def test_a_language_alone_leads_to_its_overview(browse):
    assert browse.get("/ar/")["Location"] == "/ar/index.html"


def test_a_change_in_the_ledger_is_seen_at_the_next_request(another_ledger, browse):
    shelf.ledger = another_ledger
    assert "Provisional" in browse.get("/en/incident/N4.html").content.decode()
    accept(By("Lina", "both accounts read"), Assessment.objects.get(incident__codes__code="N4"))
    assert "Provisional" not in browse.get("/en/incident/N4.html").content.decode()


def test_serve_prints_its_address_and_answers_there(ledger):
    command = [sys.executable, "-m", "cairn.cli", "serve", str(ledger.path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())[0]
            with urllib.request.urlopen(f"{address}en/index.html", timeout=20) as answer:
                assert "The Wadi Record" in answer.read().decode()
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
            with pytest.raises(urllib.error.HTTPError) as lost, urllib.request.urlopen(f"{address}nowhere"):
                pass
            lost.value.close()
            assert lost.value.code == 404
        finally:
            server.terminate()
