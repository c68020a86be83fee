"""What stands beside the incidents: sources, the tolls and figures never added to them, the open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cairn.records import beside
from cairn.records.shown import Admitted, Aside
from cairn.site.addresses import PER_PAGE, list_and_number, numbered
from cairn.site.contents import Contents
from cairn.site.pages.incidents import leaves
from cairn.site.pages.series import groups
from cairn.values import KnownIncident


def sources(contents: Contents, _: str) -> dict[str, Any]:
    return {"sources": beside.sources(), "confidential": beside.confidential_reports()}


def figure_names(contents: Contents) -> Iterator[str]:
    most = max(len(contents.tolls), len(_of_reports(contents)), len(contents.statements))
    pages = max(1, -(-most // PER_PAGE))
    yield from (numbered("figures", number) for number in range(1, pages + 1))


def _of_reports(contents: Contents) -> list[Aside]:
    """The figures that reports tell of, each with its words; those of tables stand in their series."""
    return [one for one in contents.figures if one.report is not None]


def figures(contents: Contents, name: str) -> dict[str, Any] | None:
    stem, number = list_and_number(name)
    pages = len(list(figure_names(contents)))
    if stem != "figures" or not 1 <= number <= pages:
        return None
    part = slice((number - 1) * PER_PAGE, number * PER_PAGE)
    return {
        "tolls": contents.tolls[part],
        "groups": groups(contents).items() if number == 1 else (),
        "figures": _of_reports(contents)[part],
        "statements": [(one, _candidates(contents, one)) for one in contents.statements[part]],
        "number": number,
        "pages": pages,
        "leaves": [(n, numbered(stem, n)) for n in leaves(number, pages)],
    }


def _candidates(contents: Contents, said: Admitted) -> list[KnownIncident]:
    return [contents.by_id[id_] for id_ in said.candidates if id_ in contents.by_id]


def open_data(contents: Contents, _: str) -> dict[str, Any]:
    return {"incidents": len(contents.incidents)}
