"""A line of a belligerent's own report: its verdict, what it concedes, when, where, its numbers and codes."""

from __future__ import annotations

import re

from cairn.extract.admission_head import read_head
from cairn.extract.belligerents import find_belligerents
from cairn.extract.conceded import conceded
from cairn.extract.military_grid import Grid, grids
from cairn.extract.words import words
from cairn.values import AdmissionLine, Harm, PartialDate, Range, Verdict
from cairn.vocabulary.admissions import verdict_words
from cairn.vocabulary.fold import fold

# A recorder's code: letters, digits, perhaps a letter. One marked [sic] is a slip and leads astray.
_CODE = re.compile(r"(?<![\w-])([A-Z]{2,8}\d{2,6}[a-z]?)(?![\w-])(?!\s*\[sic\])")
# The belligerent's own number stands at the end: before the code or the grid, or alone in parentheses.
_NUMBER = re.compile(r"(?<![\w/])(\d{3,5})\s*/|\((\d{3,5})\)\s*\.?\s*$")
_CONCEDES_NOBODY = Range(0, 0)


def read_admission(
    text: str, published: PartialDate | None = None, countries: tuple[str, ...] = ()
) -> AdmissionLine:
    """What a line says. A date that lies after its publication is a slip and is left unsaid."""
    harm = conceded(text)
    verdict, reason = _verdict(text, bool(harm))
    head = read_head(text, countries)
    late = bool(published and head.date and head.date.first_day() > published.last_day())
    grid = next(iter(grids(text)), None)
    killed, injured = _conceded(verdict, harm)
    return AdmissionLine(
        verdict=verdict,
        reason=reason,
        conceded_killed=killed,
        conceded_injured=injured,
        date=None if late else head.date,
        date_end=None if late else head.date_end,
        place=head.place,
        mgrs=grid.mgrs if grid else None,
        lat_lon=grid.lat_lon if grid else None,
        report_number=_report_number(text, grid),
        codes=tuple(dict.fromkeys(_CODE.findall(text))),
        via=head.via,
        belligerents=_acting(text, countries),
    )


def _acting(text: str, countries: tuple[str, ...]) -> tuple[str, ...]:
    """Whose strikes the line speaks of: those it names and not as a target."""
    named = find_belligerents(text, words(text), countries)
    targets = {each.name for each in named if each.did == "target"}
    return tuple(dict.fromkeys(each.name for each in named if each.name not in targets))


def _verdict(text: str, concedes: bool) -> tuple[Verdict, str | None]:
    """The first verdict whose words stand in the line; else what it concedes speaks for itself."""
    folded = fold(text)
    for said in verdict_words():
        if said.pattern.search(folded) and not (concedes and said.yields_to_harm):
            return said.verdict, said.reason
    return (Verdict.CREDIBLE if concedes else Verdict.NONE), None


def _conceded(verdict: Verdict, harm: dict[Harm, Range]) -> tuple[Range | None, Range | None]:
    """Who accepts harm concedes what it counts and nobody beyond; who does not accept it concedes nobody."""
    if verdict is Verdict.NON_CREDIBLE:
        return _CONCEDES_NOBODY, _CONCEDES_NOBODY
    if verdict is not Verdict.CREDIBLE or not harm:
        return None, None
    return harm.get(Harm.KILLED, _CONCEDES_NOBODY), harm.get(Harm.INJURED, _CONCEDES_NOBODY)


def _report_number(text: str, grid: Grid | None) -> str | None:
    if found := _NUMBER.search(text):
        return found[1] or found[2]
    if grid and (before := re.search(r"(?<!\d)(\d{3,5})[\s/]*$", text[: grid.start])):
        return before[1]
    return None
