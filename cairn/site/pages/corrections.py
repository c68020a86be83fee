"""The corrections log: every change to the record, newest first, with who, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cairn.site.addresses import PER_PAGE, list_and_number, numbered
from cairn.site.contents import Contents
from cairn.site.pages.incidents import leaves


def names(contents: Contents) -> Iterator[str]:
    pages = max(1, -(-len(contents.changes) // PER_PAGE))
    yield from (numbered("corrections", number) for number in range(1, pages + 1))


def context(contents: Contents, name: str) -> dict[str, Any] | None:
    stem, number = list_and_number(name)
    pages = len(list(names(contents)))
    if stem != "corrections" or not 1 <= number <= pages:
        return None
    return {
        "changes": contents.changes[(number - 1) * PER_PAGE : number * PER_PAGE],
        "number": number,
        "pages": pages,
        "leaves": [(n, numbered(stem, n)) for n in leaves(number, pages)],
    }
