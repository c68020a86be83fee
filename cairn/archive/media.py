"""Media types as they are written in headers."""

from __future__ import annotations

from email.message import Message


def media_type_and_charset(written: str) -> tuple[str, str | None]:
    """
    >>> media_type_and_charset('Text/HTML; charset="windows-1256"')
    ('text/html', 'windows-1256')
    """
    header = Message()
    header["Content-Type"] = next(iter(written.splitlines()), "")
    return (header.get_content_type() if "/" in written else ""), header.get_content_charset()
