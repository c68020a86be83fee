"""Programs ask the same questions as people, and get the same answers."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from cairn.site.views import shelf
from tests.cli.test_total import cairn


@pytest.fixture
def ask(ledger):
    shelf.ledger = ledger
    browser = Client()
    yield lambda **said: browser.get("/api/total", said)
    shelf.ledger = None


def test_an_address_and_a_command_line_give_one_answer(ask, wadi):
    for said in (
        {},
        {"by": "month,grade", "grade": "all", "provisional": "yes"},
        {"by": "belligerent", "country": "Syria", "from": "2017", "contested": "maximum", "as-of": "2020"},
    ):
        options = [
            word
            for name, given in said.items()
            for word in ([f"--{name}"] if name == "provisional" else [f"--{name}", given])
        ]
        done = cairn("total", str(wadi), "--format", "json", *options)
        assert ask(**said).json() == json.loads(done.stdout), said


def test_an_answer_says_its_question_and_the_question_asks_for_it_again(ask):
    first = ask(grade="all", provisional="yes", by="year").json()
    assert first["total"]["incidents"] > 0 and first["rows"]
    assert ask(question=first["question"], by="year").json() == first


def test_an_area_stands_in_the_address_itself(ask):
    shape = {"type": "Polygon", "coordinates": [[[-180, -90], [180, -90], [180, 90], [-180, 90]]]}
    everywhere = ask(grade="all", provisional="yes", within=json.dumps(shape)).json()
    every = ask(grade="all", provisional="yes").json()
    assert everywhere["total"]["incidents"] + everywhere["astride"] == every["total"]["incidents"]
    assert "within area (area " in everywhere["question"]


@pytest.mark.parametrize(
    "said, wanting",
    [
        ({"by": "colour"}, "?by= colour is not known"),
        ({"secret": "1"}, "?secret= is no part of a question"),
        ({"as-of": "2150"}, "?as-of= 2150 is still to come"),
        ({"from": "May"}, "is not a date"),
        ({"question": "how many"}, "is no question"),
        ({"within": "/etc/passwd"}, "is not GeoJSON"),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(ask, said, wanting):
    refused = ask(**said)
    assert refused.status_code == 400
    assert wanting in refused.json()["error"]


@pytest.mark.parametrize(
    "said, wanting",
    [
        ({"by": "month,month"}, "The question says “month” twice. Say it once."),
        ({"by": ["month", "month"]}, "The question says “month” twice. Say it once."),
        ({"count": ["killed", "killed"]}, "The question says “killed” twice. Say it once."),
        ({"grade": "fair,fair"}, "The question says “fair” twice. Say it once."),
        ({"country": "SY,Syria"}, "The question says “SY” twice. Say it once."),
        ({"from": ["2017", "2018"]}, "?from= is given 2 times. Give it once."),
        ({"to": ["2017", "2018"]}, "?to= is given 2 times. Give it once."),
        ({"as-of": ["2017", "2018"]}, "?as-of= is given 2 times. Give it once."),
        ({"within": ["{}", "{}"]}, "?within= is given 2 times. Give it once."),
        ({"question": ["a", "b"]}, "?question= is given 2 times. Give it once."),
        ({"contested": ["counted", "maximum"]}, "?contested= is given 2 times. Give it once."),
    ],
)
def test_what_is_asked_twice_is_refused_in_a_sentence(ask, said, wanting):
    refused = ask(**said)
    assert (refused.status_code, refused.json()["error"]) == (400, wanting)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/api/total", "/en/index.html"])
def test_nothing_is_written_at_any_address(ask, method, address):
    refused = getattr(Client(), method)(address)
    assert refused.status_code == 405
    assert refused["Allow"] == "GET, HEAD, OPTIONS"
    assert refused.json()["error"].endswith("this site is only read. Ask with GET.")


def test_a_head_is_an_answer_without_its_words_and_what_may_be_asked_is_said(ask):
    head, whole = Client().head("/api/total"), ask()
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Type"] == whole["Content-Type"]
    options = Client().options("/api/total")
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")


def test_where_no_ledger_is_served_there_is_no_total():
    assert Client().get("/api/total").status_code == 404


def test_a_place_that_no_incident_lies_in_is_said(ask):
    assert "“Nowhereville”" in ask(place="Nowhereville").json()["notes"][0]
