"""The characters that a reader sees, each with the stretch of the source it stands on."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

# One pass: what is not seen at all; then a tag, whose attributes may hold ">" in quotes; then an entity.
_PIECE = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(script|style|noscript|template|head)\b.*?(?:</\1\s*>|\Z)
      | (?P<tag></?[a-z!?](?:[^<>"']|"[^"]*"|'[^']*')*+> | </?[a-z!?][^<>]*+>)
      | (?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?)""",
    re.X | re.S | re.I,
)
_ESCAPE = re.compile(
    r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])'
)

Seen = Iterator[tuple[str, int, int]]


def visible(page: str) -> Seen:
    """What stands in a page; a tag is seen as a line break.

    >>> [*visible("<p>A &lt;B")]
    [('\\n', 0, 3), ('A', 3, 4), (' ', 4, 5), ('<', 5, 9), ('B', 9, 10)]
    """
    end = 0
    for piece in _PIECE.finditer(page):
        yield from as_written(page, end, piece.start())
        if piece["entity"]:
            yield from ((character, *piece.span()) for character in html.unescape(piece["entity"]))
        elif piece["tag"]:
            yield "\n", *piece.span()
        end = piece.end()
    yield from as_written(page, end, len(page))


def unescaped(source: str) -> Seen:
    """What stands in a JSON text, its escapes undone.

    >>> "".join(character for character, _, _ in unescaped(r'caf\\u00e9'))
    'café'
    """
    end = 0
    for escape in _ESCAPE.finditer(source):
        yield from as_written(source, end, escape.start())
        yield json.loads(f'"{escape[0]}"'), *escape.span()
        end = escape.end()
    yield from as_written(source, end, len(source))


def as_written(source: str, start: int, end: int) -> Seen:
    return zip(source[start:end], range(start, end), range(start + 1, end + 1), strict=True)
