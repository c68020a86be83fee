"""Media types, as servers and files write them."""

from __future__ import annotations

import pytest

from cairn.archive.media import media_type_and_charset


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ("text/html;charset='windows-1256'", ("text/html", "'windows-1256'")),
        ("application/http; msgtype=response", ("application/http", None)),
        ("text/html\r\nX-Evil: 1", ("text/html", None)),
        ("", ("", None)),
        ("nonsense", ("", None)),
    ],
)
def test_kind_and_encoding_are_told_apart(written, read):
    assert media_type_and_charset(written) == read
