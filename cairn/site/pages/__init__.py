"""What each page says: a context made of values, which a template then sets in type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cairn.site.contents import Contents
from cairn.site.pages import (
    belligerents,
    beside,
    corrections,
    estimates,
    incident,
    incidents,
    methodology,
    overview,
    series,
    totals,
)

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages that share a template: all their names, and what one of them says (None: no such page)."""

    template: str
    names: Callable[[Contents], Iterable[str]]
    context: Callable[[Contents, str], Context | None]


def _one(name: str) -> Callable[[Contents], Iterable[str]]:
    return lambda _: [name]


# By the first part of a page's name.
KINDS = {
    "index": Kind("site/overview.html", _one("index"), overview.context),
    "incidents": Kind("site/incidents.html", incidents.names, incidents.context),
    "incident": Kind("site/incident.html", incident.names, incident.context),
    "totals": Kind("site/totals.html", _one("totals"), totals.context),
    "belligerents": Kind("site/belligerents.html", _one("belligerents"), belligerents.every),
    "belligerent": Kind("site/belligerent.html", belligerents.names, belligerents.context),
    "sources": Kind("site/sources.html", _one("sources"), beside.sources),
    "series": Kind("site/series.html", series.names, series.context),
    "figures": Kind("site/figures.html", beside.figure_names, beside.figures),
    "estimates": Kind("site/estimates.html", _one("estimates"), estimates.context),
    "methodology": Kind("site/methodology.html", _one("methodology"), methodology.context),
    "corrections": Kind("site/corrections.html", corrections.names, corrections.context),
    "data": Kind("site/data.html", _one("data"), beside.open_data),
}


def kind_of(name: str) -> Kind | None:
    return KINDS.get(name.partition("/")[0].partition(".")[0])
