"""Every sentence of the readable text walks back to the bytes it stands on."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from cairn.archive.locate import locate
from cairn.archive.readable import Readable, readable
from tests.archive.pdfs import pdf_of
from tests.archive.test_html_page import page

WORDS = re.compile(r"\w+")


def walk_back(body: bytes, media_type: str, undo) -> int:
    """Locate every word of every report; how many there were. `undo` makes bare words of source bytes."""
    walked = 0
    for found in readable(body, media_type):
        assert isinstance(found, Readable)
        text = found.report.text
        for word in WORDS.finditer(text):
            passage = locate(body, media_type, text, *word.span())
            assert passage is not None, word
            assert undo(bytes(passage)) == word[0]
            walked += 1
    return walked


def test_plain_text_in_any_encoding():
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "windows-1256"):
        body = "قُتل اثنان في الزعفران.\r\nقُتل اثنان آخران.".encode(encoding)
        used = "utf-16-le" if encoding == "utf-16" else encoding.removesuffix("-sig")
        assert walk_back(body, "text/plain", lambda source, used=used: source.decode(used)) > 5


@pytest.mark.parametrize("ascii_only", [True, False])
def test_json_with_and_without_escapes(ascii_only):
    said = {"title": "قُتل اثنان", "id": "a", "text": 'قُتل اثنان\n\t"في" الزعفران 😀 \\ قُتل اثنان'}
    body = json.dumps(said, ensure_ascii=ascii_only).encode()
    assert walk_back(body, "application/json", lambda source: json.loads(b'"' + source + b'"')) > 5


def test_a_row_of_a_table():
    body = b'id,text\n1,"He said ""two"" died at the mill."\n2,They said two died.\n'
    assert walk_back(body, "text/csv", bytes.decode) > 8


def test_a_page():
    assert walk_back(page().encode(), "text/html", bytes.decode) > 20
    assert (
        walk_back(page("").encode("windows-1256"), "text/html", lambda source: source.decode("windows-1256"))
        > 20
    )


def test_a_span_over_markup_and_entities():
    story = "<p>On Sunday <b>two</b>&nbsp;people, A&amp;B said,\n died at the mill.</p>"
    source = f"<html><body><article>{story}</article></body></html>"
    (found,) = readable(source.encode(), "text/html")
    assert isinstance(found, Readable)
    text = found.report.text
    start, end = text.index("two"), text.index("said") + 4
    passage = locate(source.encode(), "text/html", text, start, end)
    assert passage is not None
    assert bytes(passage) == b"two</b>&nbsp;people, A&amp;B said"


def test_words_that_a_page_has_twice_are_found_where_the_report_has_them():
    source = b"<p>Two dead</p><p>Earlier, in Wadi: Two dead</p>"
    passage = locate(source, "text/html", "Intro\nEarlier, in Wadi: Two dead", 24, 32)
    assert passage is not None
    assert passage.start == source.rindex(b"Two dead")


def test_a_web_servers_answer_is_located_in_its_unpacked_payload():
    html = page().encode()
    for headers, payload in (
        (b"Content-Type: text/html; charset=utf-8", html),
        (b"Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(html)),
        (
            b"Content-Type: text/html\r\nTransfer-Encoding: chunked",
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(html), html),
        ),
    ):
        body = b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n\r\n" + payload
        assert walk_back(body, "application/http; msgtype=response", bytes.decode) > 20


def test_words_that_are_not_there_are_not_found():
    assert locate(b"Two dead.", "text/plain", "Three dead.", 0, 5) is None
    assert locate(b"Two dead.", "text/plain", "  Two dead.", 0, 2) is None


def test_real_texts_are_found_again(shared_data):
    for line in (shared_data / "posts" / "inputs.jsonl").read_bytes().splitlines()[:60]:
        (found,) = readable(line, "application/json")
        assert isinstance(found, Readable)
        text = found.report.text
        sentence = next(re.finditer(r"\S[^.\n]+", text[len(text) // 2 :] + " a b"), None)
        if sentence and len(text) > len(text) // 2 + sentence.end():
            start = len(text) // 2 + sentence.start()
            passage = locate(line, "application/json", text, start, start + len(sentence[0]))
            assert passage is not None


def test_words_of_a_pdf_lie_packed_so_the_whole_file_is_their_passage():
    body = pdf_of(["Two dead at the mill."])
    found = locate(body, "application/pdf", "Two dead at the mill.", 0, 8)
    assert found is not None and bytes(found) == body
