"""Answers of web servers, as capture tools leave them."""

from __future__ import annotations

import gzip
import zlib

import pytest

from cairn.archive.http_message import open_message
from cairn.archive.readable import Readable, readable
from cairn.exceptions import BadInput

WORDS = b"Two people were killed at the mill."


def answer(payload: bytes, *headers: bytes) -> bytes:
    return b"\r\n".join(
        [b"HTTP/1.1 200 OK", b"Content-Type: text/plain; charset=utf-8", *headers, b"", payload]
    )


@pytest.mark.parametrize(
    "body",
    [
        answer(WORDS),
        answer(gzip.compress(WORDS), b"Content-Encoding: gzip"),
        answer(zlib.compress(WORDS), b"Content-Encoding: deflate"),
        answer(
            b"5\r\nTwo p\r\n%x\r\n" % (len(WORDS) - 5) + WORDS[5:] + b"\r\n0\r\n\r\n",
            b"Transfer-Encoding: chunked",
        ),
        answer(WORDS, b"Transfer-Encoding: chunked"),
        answer(WORDS, b"Content-Encoding: gzip"),
    ],
    ids=["plain", "gzip", "deflate", "chunked", "said chunked and is not", "said packed and is not"],
)
def test_the_payload_is_the_same_however_it_travelled(body):
    assert open_message(body).payload == WORDS


def test_a_packing_we_cannot_undo_is_named():
    (refusal,) = readable(answer(b"xyz", b"Content-Encoding: br"), "application/http", {}, "a.warc, record 2")
    assert isinstance(refusal, BadInput) and "“br”" in str(refusal)


def test_an_answer_that_swells_beyond_measure_is_refused():
    swelling = gzip.compress(b"0" * (300 << 20), 1)
    (refusal,) = readable(answer(swelling, b"Content-Encoding: gzip"), "application/http", {}, "a.warc")
    assert isinstance(refusal, BadInput) and "256 MB" in str(refusal)


def test_what_is_no_answer_is_refused():
    for body in (b"", b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 abc\r\n\r\nx", b"\xff\xfe"):
        (refusal,) = readable(body, "application/http", {}, "a.warc, record 2")
        assert isinstance(refusal, BadInput)


def test_a_page_in_an_answer_is_read():
    (found,) = readable(answer(WORDS), "application/http; msgtype=response")
    assert isinstance(found, Readable) and found.report.text == WORDS.decode()
