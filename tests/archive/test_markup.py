"""What a reader sees of a source, and on which stretch of it."""

from __future__ import annotations

import time

import pytest

from cairn.archive.markup import unescaped, visible


def seen(page: str) -> str:
    return "".join(character for character, _, _ in visible(page)).replace("\n", "|")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Two <b>dead</b></p>", "|Two |dead||"),
        ("<a title='a > b'>Two</a>", "|Two|"),
        ("Two<!-- not > this -->dead", "Twodead"),
        ("<script>if (a<b) x()</script>Two", "Two"),
        ("<head><title>No</title></head><header>Yes</header>", "|Yes|"),
        ("R&amp;B &#1602;&#x62A;&#1604; &unknown; 3 < 5 & 6", "R&B قتل &unknown; 3 < 5 & 6"),
        ('<a href="x>Two</a> dead', "|Two| dead"),
        ("Two <!-- cut off", "Two "),
    ],
)
def test_words_are_seen_and_markup_is_not(page, words):
    assert seen(page) == words


def test_each_character_stands_on_its_stretch():
    page = "<p>A&nbsp;B&lt;</p>"
    assert [page[start:end] for _, start, end in visible(page)] == ["<p>", "A", "&nbsp;", "B", "&lt;", "</p>"]


def test_escapes_are_undone_and_stand_on_their_stretch():
    source = r'"a\u0642\n\ud83d\ude00\\n"'
    assert "".join(character for character, _, _ in unescaped(source)) == '"aق\n😀\\n"'
    assert [source[start:end] for _, start, end in unescaped(source)][2:5] == [
        r"\u0642",
        r"\n",
        r"\ud83d\ude00",
    ]


@pytest.mark.parametrize("piece", ["<a '", '<a "', "<!--", "<script>", "&", "<", "<a b='c"])
def test_no_page_takes_longer_than_its_length(piece):
    began = time.monotonic()
    assert isinstance(seen(piece * 20_000), str)
    assert time.monotonic() - began < 10
