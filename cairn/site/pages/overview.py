"""The overview: totals by belligerent, by year and by grade, the timeline and the map."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from cairn.site.contents import Contents
from cairn.site.cuts import NO_HARM, UNATTRIBUTED, alleged, established
from cairn.site.drawing.map import draw
from cairn.site.drawing.timeline import Month, near, timeline
from cairn.total import Answer, Axis, Question, Tally, total
from cairn.values import Grade


def context(contents: Contents, _: str) -> dict[str, Any]:
    drawn = contents.held_by(contents.cuts["headline"])
    return {
        "established": total(contents.incidents, established()).total,
        "reviewed": total(contents.incidents, Question()).total,
        "alleged": total(contents.incidents, alleged()).total,
        "belligerents": _by_belligerent(contents),
        "countries": total(contents.incidents, established(by=(Axis.COUNTRY,))).rows,
        "grades": _by_grade(contents),
        "no_harm": len(contents.held_by(contents.cuts[NO_HARM])),
        "years": _by_year(contents),
        "timeline": _timeline(contents, established(by=(Axis.MONTH,))),
        "timeline_alleged": _timeline(contents, alleged(by=(Axis.MONTH,))),
        "map": draw(drawn or contents.incidents, contents.conflict.countries, get_language() == "ar"),
        "map_is_of_all": not drawn,
    }


def _by_belligerent(contents: Contents) -> list[dict[str, Any]]:
    """Whoever is accused of most established deaths first; both totals beside one another."""
    sure = _tallies(total(contents.incidents, established(by=(Axis.BELLIGERENT,))))
    every = _tallies(contents.by_belligerent)
    names = sorted(every, key=lambda name: (name is None, -_deaths(sure, name), -_deaths(every, name)))
    return [
        {
            "name": name,
            "page": f"belligerent/{contents.speakers[name]}" if name else None,
            "cut": f"by-{contents.belligerents[name]}" if name else UNATTRIBUTED,
            "established": sure.get(name, Tally()),
            "alleged": every[name],
        }
        for name in names
    ]


def _tallies(answer: Answer) -> dict[str | None, Tally]:
    return {row.key[0]: row.tally for row in answer.rows}


def _deaths(tallies: dict[str | None, Tally], name: str | None) -> int:
    return tallies[name].killed.min if name in tallies else 0


def _by_grade(contents: Contents) -> list[tuple[Grade, Tally]]:
    found = _tallies(total(contents.incidents, alleged(by=(Axis.GRADE,))))
    return [(grade, found[grade]) for grade in Grade if grade in found]


def _by_year(contents: Contents) -> list[tuple[str | None, Tally, Tally]]:
    sure = _tallies(total(contents.incidents, established(by=(Axis.YEAR,))))
    every = _tallies(total(contents.incidents, alleged(by=(Axis.YEAR,))))
    return [(year, sure.get(year, Tally()), tally) for year, tally in every.items()]


def _timeline(contents: Contents, question: Question) -> dict[str, Any] | None:
    """The drawing and its table; `undrawn` incidents have no month, `far` ones lie far off in time."""
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
