"""What a file is, by its name or by its first bytes."""

from __future__ import annotations

import random

import pytest

from cairn.collect.kinds import Kind, kind_of
from cairn.exceptions import BadInput


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.html", b"<p>x", Kind.PAGE),
        ("A.HTM", b"<p>x", Kind.PAGE),
        ("a.txt", b"<p>x", Kind.PLAIN),
        ("a.jsonl", b"{}", Kind.LINES),
        ("a.json", b"{}", Kind.OBJECT),
        ("a.csv", b"id,text", Kind.TABLE),
        ("a.pdf", b"%PDF-1.7", Kind.PDF),
        ("download", b"\n\xff%PDF-1.4", Kind.PDF),
        ("a.tsv", b"id\ttext", Kind.TABS),
        ("a.warc.gz", b"\x1f\x8b\x08", Kind.WARC),
        ("download", b"WARC/1.0\r\n", Kind.WARC),
        ("download", b"\xef\xbb\xbf\n <!DOCTYPE html>", Kind.PAGE),
        ("download", b'{"id": 1, "text": "x"}\n', Kind.LINES),
        ("download", "قُتل اثنان".encode("windows-1256"), Kind.PLAIN),
        ("note.v2", "Two dead.".encode("utf-16"), Kind.PLAIN),
    ],
)
def test_the_name_tells_and_where_it_does_not_the_first_bytes_do(name, head, kind):
    assert kind_of(name, head) is kind


@pytest.mark.parametrize(
    ("name", "head", "what"),
    [
        ("a.docx", b"PK\x03\x04", "office document"),
        ("a.jsonl.gz", b"\x1f\x8b\x08", "unpack"),
        ("a.txt", b"\x89PNG\r\n", "picture"),
        ("a.html", b"\xff\xd8\xff\xe0", "picture"),
        ("a.rtf", b"{\\rtf1\\ansi Two dead.}", "rich text"),
        ("a.mhtml", b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x", "HTML only"),
        ("a.db", b"SQLite format 3\0", "database"),
        ("a.warc", b"<html>", "WARC"),
        ("a.txt", b"words\0\0\0", "not text"),
        ("a.txt", random.Random(5).randbytes(4096), "not text"),
    ],
)
def test_what_holds_no_words_is_refused_with_what_to_do(name, head, what):
    with pytest.raises(BadInput, match=what):
        kind_of(name, head)
