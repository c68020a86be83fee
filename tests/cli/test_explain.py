"""`cairn extract --explain`, as a person who wonders how a report was read uses it."""

from __future__ import annotations

import io
import json
import sys
from html.parser import HTMLParser

import pytest

from tests.cli.commands import cairn, refused, said

TEXT = "Five people, among them two children, were killed in Testville on Monday, residents said."


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")


def test_each_claim_stands_in_brackets_and_says_the_rule_that_read_it(report):
    shown = said("extract", "--explain", report)
    assert "[1 Five people, among them [2 two children], were killed] in Testville on Monday" in shown
    assert "[1] killed: 5\n" in shown
    assert "The people stand before “were” and a word for the harm" in shown
    assert row(shown, "part of") == "[1]"
    assert row(shown, "says whom") == "residents"


def row(shown, name):
    """What the first row of this name says."""
    return shown.partition(f"    {name}  ")[2].partition("\n")[0].strip()


def test_what_is_known_beside_the_words_is_used(report):
    shown = said(
        "extract", "--explain", report, "--published", "2024-05-15", "--title", "Six killed at a mill"
    )
    assert "2024-05-13" in shown  # the Monday before
    assert "[T1 Six killed] at a mill" in shown


def test_a_country_tells_places_of_one_name_apart(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Two people were killed in Tripoli.", "utf-8")
    libya, lebanon = (said("extract", "--explain", path, "--country", code) for code in ("ly", "lb"))
    assert ", LY" in libya
    assert ", LB" in lebanon


def test_words_typed_in_are_explained(monkeypatch):
    typed = io.TextIOWrapper(io.BytesIO("قتل خمسة مدنيين.".encode()), "utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    assert "[1 قتل خمسة مدنيين]." in said("extract", "--explain", "-")


def test_each_report_of_a_file_is_explained_and_the_one_that_cannot_be_read_is_named(tmp_path):
    path = tmp_path / "reports.jsonl"
    rows = [{"id": "first", "text": TEXT}, {"id": "second"}, {"id": "third", "text": "All is calm."}]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    done = cairn("extract", "--explain", path)
    assert done.returncode == 1
    assert done.stdout.index("first") < done.stdout.index("third")
    assert "No claim and no figure was read" in done.stdout
    assert "line 2" in done.stderr
    assert "text" in done.stderr


def test_a_report_cannot_move_the_cursor_or_turn_the_line(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "Two people were killed.\x1b[2J\x1b]0;owned\x07 \u202eneht\u202c [red]calm[/red]", "utf-8"
    )
    shown = said("extract", "--explain", path)
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "[red]calm[/red]" in shown


def test_a_page_is_written_whole_and_harmless(report, tmp_path):
    page = tmp_path / "page.html"
    said(
        "extract", "--explain", report, "--html", page, "--title", "<script>alert(1)</script> <b>3 killed</b>"
    )
    tags = Tags(page.read_text("utf-8"))
    assert "script" not in tags.names
    assert "b" not in tags.names
    assert tags.fetched == []
    assert tags.names.count("html") == 1


def test_every_mark_of_a_page_leads_to_its_note_and_back(report, tmp_path):
    page = tmp_path / "page.html"
    said("extract", "--explain", report, "--html", page, "--title", "Six killed")
    tags = Tags(page.read_text("utf-8"))
    assert tags.links
    assert set(tags.links) <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    marks = {each for each in tags.ids if "-mark-" in each}
    assert {each.replace("-mark-", "-note-") for each in marks} <= set(tags.links)
    assert marks <= set(tags.links)


def test_a_page_in_arabic_says_the_rule_in_arabic(report, tmp_path):
    page = tmp_path / "page.html"
    said("extract", "--explain", report, "--html", page, "--in", "ar")
    written = page.read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in written
    assert "يسبق الناسُ فعل الضرر" in written


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--language", "klingon"], "No language is called “klingon”"),
        (["--published", "yesterday"], "“yesterday” is not a day"),
        (["--html", "page.html", "--in", "fr"], "not in “fr”"),
        (["--html", "nowhere/page.html"], "Cannot write nowhere/page.html"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(report, tmp_path, options, sentence):
    assert sentence in refused("extract", "--explain", report, *options, cwd=tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    done = cairn("extract", "--explain", tmp_path / "none.txt")
    assert done.returncode == 1
    assert "none.txt is not there" in done.stderr


class Tags(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names, self.ids, self.links, self.fetched = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.names.append(tag)
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said["href"].removeprefix("#")] if "href" in said else []
        self.fetched += [said[key] for key in ("src", "action", "style", "onclick") if key in said]
