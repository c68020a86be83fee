"""Lists of incidents: each total on the site leads to the list it was summed from, with the same sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cairn.site.addresses import PER_PAGE, list_and_number, numbered
from cairn.site.contents import Contents
from cairn.site.cuts import NO_HARM


def names(contents: Contents) -> Iterator[str]:
    for name, cut in contents.cuts.items():
        pages = max(1, -(-len(contents.held_by(cut)) // PER_PAGE))
        yield from (numbered(f"incidents/{name}", number) for number in range(1, pages + 1))


def context(contents: Contents, name: str) -> dict[str, Any] | None:
    stem, number = list_and_number(name)
    cut = contents.cuts.get(stem.removeprefix("incidents/"))
    if cut is None:
        return None
    held = contents.held_by(cut)
    pages = max(1, -(-len(held) // PER_PAGE))
    if not 1 <= number <= pages:
        return None
    return {
        "cut": cut,
        "total": contents.sum_of(cut),
        "counted": cut.name != NO_HARM,
        "held": held[(number - 1) * PER_PAGE : number * PER_PAGE],
        "number": number,
        "pages": pages,
        "leaves": [(n, numbered(stem, n)) for n in leaves(number, pages)],
        "stem": stem,
    }


def leaves(number: int, pages: int) -> list[int]:
    """The pages worth a link from one page of a list: the first, the last and the neighbours."""
    near = {1, pages, *range(number - 2, number + 3)}
    return sorted(n for n in near if 1 <= n <= pages)
