"""The overview: totals by belligerent, by year and by grade, the timeline and the map."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from cairn.site.addresses import slug
from cairn.site.contents import NO_HARM, Contents, everything, headline
from cairn.site.drawing.map import draw
from cairn.site.drawing.timeline import Month, near, timeline
from cairn.total import Answer, Axis, Question, Tally, total
from cairn.values import Grade


def context(contents: Contents, _: str) -> dict[str, Any]:
    established = contents.held_by(contents.cuts["headline"])
    return {
        "established": total(contents.incidents, headline()).total,
        "alleged": total(contents.incidents, everything()).total,
        "belligerents": _by_belligerent(contents),
        "countries": total(contents.incidents, headline(by=(Axis.COUNTRY,))).rows,
        "grades": _by_grade(contents),
        "no_harm": len(contents.held_by(contents.cuts[NO_HARM])),
        "years": _by_year(contents),
        "timeline": _timeline(contents, headline(by=(Axis.MONTH,))),
        "timeline_alleged": _timeline(contents, everything(by=(Axis.MONTH,))),
        "map": draw(established or contents.incidents, get_language() == "ar"),
        "map_is_of_all": not established,
    }


def _by_belligerent(contents: Contents) -> list[dict[str, Any]]:
    """Whoever is accused of most established deaths first; both totals beside one another."""
    established = _tallies(total(contents.incidents, headline(by=(Axis.BELLIGERENT,))))
    alleged = _tallies(contents.by_belligerent)
    names = sorted(
        alleged, key=lambda name: (name is None, -_deaths(established, name), -_deaths(alleged, name))
    )
    return [
        {
            "name": name,
            "cut": f"by-{slug(name)}" if name else None,
            "established": established.get(name, Tally()),
            "alleged": alleged[name],
        }
        for name in names
    ]


def _tallies(answer: Answer) -> dict[str | None, Tally]:
    return {row.key[0]: row.tally for row in answer.rows}


def _deaths(tallies: dict[str | None, Tally], name: str | None) -> int:
    return tallies[name].killed.min if name in tallies else 0


def _by_grade(contents: Contents) -> list[tuple[Grade, Tally]]:
    found = _tallies(total(contents.incidents, everything(by=(Axis.GRADE,))))
    return [(grade, found[grade]) for grade in Grade if grade in found]


def _by_year(contents: Contents) -> list[tuple[str | None, Tally, Tally]]:
    established = _tallies(total(contents.incidents, headline(by=(Axis.YEAR,))))
    alleged = _tallies(total(contents.incidents, everything(by=(Axis.YEAR,))))
    return [(year, established.get(year, Tally()), tally) for year, tally in alleged.items()]


def _timeline(contents: Contents, question: Question) -> dict[str, Any] | None:
    """The drawing and its table; of `undrawn` incidents nobody gives the month, `far` ones are far off in time."""
    tallies = _tallies(total(contents.incidents, question))
    months = {name: tally for name, tally in tallies.items() if name and len(name) == 7}
    held = {
        name: Month(tally.killed.range, tally.incidents, max(tally.killed.min, tally.killed.max))
        for name, tally in months.items()
    }
    drawn = timeline(held)
    if drawn is None:
        return None
    far = sum(held[month].incidents for month in held.keys() - near(held).keys())
    undrawn = sum(tally.incidents for name, tally in tallies.items() if not name or len(name) != 7)
    return {"drawing": drawn, "months": months, "undrawn": undrawn, "far": far}
