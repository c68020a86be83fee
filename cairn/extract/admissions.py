"""A line of a belligerent's own report: its verdict, what it concedes, when, where, its numbers and codes."""

from __future__ import annotations

import re

from cairn.extract.admission_head import read_head
from cairn.extract.belligerents import find_belligerents
from cairn.extract.conceded import conceded
from cairn.extract.language import language_of
from cairn.extract.military_grid import Grid, grids
from cairn.extract.words import words
from cairn.values import AdmissionLine, Harm, PartialDate, Range, Verdict
from cairn.vocabulary.admissions import any_of, earlier_verdicts, verdict_words
from cairn.vocabulary.fold import fold, fold_with_offsets

# A recorder's code: letters, digits, perhaps a letter. One marked [sic] is a slip and leads astray.
_CODE = re.compile(r"(?<![\w-])([A-Z]{2,8}\d{2,6}[a-z]?)(?![\w-])(?!\s*\[sic\])")
# The belligerent's own number stands at the end: before the code or the grid, alone in parentheses
# at the end of a line, alone behind the last sentence, or alone in the first or last cell of a row.
_NUMBER = re.compile(
    r"(?<![\w/])(\d{3,5})\s*/|\((\d{3,5})\)[ \t]*\.?[ \t]*$|[.!?]\s+(\d{3,5})\s*\Z"
    r"|\A\|?\s*(\d{3,5})\s*\||\|\s*(\d{3,5})\s*\|?\s*\Z",
    re.M,
)
# "a duplicate of report no. 4411", "a duplicate of (XZ12)": at most three words lie between.
_NAMED = re.compile(r"(?:[\s#:.(]|[^\W\d]+(?=\W)){0,8}?([A-Z]{2,8}\d{2,6}[a-z]?|\d{3,5})(?![\w-])")
_CONCEDES_NOBODY = Range(0, 0)


def read_admission(
    text: str,
    published: PartialDate | None = None,
    countries: tuple[str, ...] = (),
    section: Verdict | None = None,
) -> AdmissionLine:
    """What a line says. A date that lies after its publication is a slip and is left unsaid.

    `section` is the verdict of the heading that it stands under, for a line that does not repeat it.
    """
    harm = conceded(text, language_of(text) or "eng")
    earlier, said = _earlier(fold(text))
    verdict, reason = _verdict(said, bool(harm), section)
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
        duplicate_of=_repeated(text) if verdict is Verdict.DUPLICATE else None,
        earlier=earlier,
    )


def _acting(text: str, countries: tuple[str, ...]) -> tuple[str, ...]:
    """Whose strikes the line speaks of: those it names and not as a target."""
    named = find_belligerents(text, words(text), countries)
    targets = {each.name for each in named if each.did == "target"}
    return tuple(dict.fromkeys(each.name for each in named if each.name not in targets))


def _earlier(folded: str) -> tuple[Verdict | None, str]:
    """The verdict that a line says it had before, and the line without what says so."""
    for verdict, pattern in earlier_verdicts():
        if found := pattern.search(folded):
            return verdict, f"{folded[: found.start()]} {folded[found.end() :]}"
    return None, folded


def _verdict(folded: str, concedes: bool, section: Verdict | None) -> tuple[Verdict, str | None]:
    """The first verdict whose words stand in the line; else its heading's; else what it concedes speaks."""
    for said in verdict_words():
        if said.pattern.search(folded) and not (concedes and said.yields_to_harm):
            return said.verdict, said.reason
    return section or (Verdict.CREDIBLE if concedes else Verdict.NONE), None


def _repeated(text: str) -> str | None:
    """The number or code of the line that this one repeats, where it names one."""
    folded = fold_with_offsets(text)
    said = any_of("repeats").search(folded.text)
    return named[1] if said and (named := _NAMED.match(text, folded.span(*said.span())[1])) else None


def _conceded(verdict: Verdict, harm: dict[Harm, Range]) -> tuple[Range | None, Range | None]:
    """Who accepts harm concedes what it counts and nobody beyond; who does not accept it concedes nobody."""
    if verdict is Verdict.NON_CREDIBLE:
        return _CONCEDES_NOBODY, _CONCEDES_NOBODY
    if verdict is not Verdict.CREDIBLE or not harm:
        return None, None
    return harm.get(Harm.KILLED, _CONCEDES_NOBODY), harm.get(Harm.INJURED, _CONCEDES_NOBODY)


def _report_number(text: str, grid: Grid | None) -> str | None:
    found = _NUMBER.search(text)
    number = found[found.lastindex or 0] if found else None
    if number and number != _repeated(text):
        return number
    if grid and (before := re.search(r"(?<!\d)(\d{3,5})[\s/]*$", text[: grid.start])):
        return before[1]
    return None
