"""`cairn total`: what the incidents of a ledger add up to, by a question that stands on the answer."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from cairn.cli.ledger import LedgerArgument
from cairn.exceptions import BadInput
from cairn.total import ALL_ALLEGED, HEADLINE, Answer, Axis, Period, Question, as_csv, as_json, as_text, total
from cairn.values import Grade, KnownIncident, PartialDate
from cairn.vocabulary.belligerents import named
from cairn.vocabulary.country_names import country_code

E = TypeVar("E", bound=StrEnum)


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


ByOption = Annotated[
    list[str] | None, typer.Option("--by", metavar="AXIS,…", help=f"A row for each {', '.join(Axis)}.")
]
BelligerentOption = Annotated[
    list[str] | None, typer.Option("--belligerent", metavar="NAME,…", help="Only what these are accused of.")
]
CountryOption = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="NAME,…", help="Only here: names or two-letter codes."),
]
FromOption = Annotated[str, typer.Option("--from", metavar="DATE", help="2017, 2017-05 or 2017-05-12.")]
ToOption = Annotated[str, typer.Option("--to", metavar="DATE", help="To the end of this day, month or year.")]
GradeOption = Annotated[
    list[str] | None,
    typer.Option("--grade", metavar="GRADE,…|all", help="Only these grades.", show_default="fair,confirmed"),
]
AsOfOption = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="As it was known at the end of this day, UTC.")
]
ProvisionalOption = Annotated[
    bool, typer.Option("--provisional", help="Count also what nobody has reviewed.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print it.")]


def register(app: typer.Typer) -> None:
    app.command(name="total")(command)


def command(
    ledger: LedgerArgument = Path(),
    by: ByOption = None,
    belligerent: BelligerentOption = None,
    country: CountryOption = None,
    start: FromOption = "",
    end: ToOption = "",
    grade: GradeOption = None,
    as_of: AsOfOption = "",
    provisional: ProvisionalOption = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """Add up the incidents a question asks for: minimum and maximum apart, unknown apart from nought."""
    day = _day(as_of)
    incidents = _known(ledger, day)
    question = Question(
        by=tuple(_one_of(Axis, word, "--by") for word in _words(by)),
        belligerents=_belligerents(_words(belligerent), incidents),
        countries=tuple(_country(name) for name in _words(country)),
        period=Period(PartialDate(start) if start else None, PartialDate(end) if end else None),
        grades=_grades(_words(grade)),
        as_of=PartialDate.on(day),
        provisional=provisional,
    )
    print(_printed(total(incidents, question), format))


def _known(ledger: Path, day: dt.date) -> list[KnownIncident]:
    from cairn.records.ledger import open_to_read

    open_to_read(ledger)
    from cairn.records.queries import known_incidents

    return known_incidents(day)


def _printed(answer: Answer, format: Format) -> str:
    if format is Format.JSON:
        return json.dumps(as_json(answer), ensure_ascii=False)
    return as_csv(answer).rstrip("\r\n") if format is Format.CSV else as_text(answer)


def _words(given: Sequence[str] | None) -> list[str]:
    """What was given with commas, or by repeating the option."""
    return [word.strip() for part in given or () for word in part.split(",") if word.strip()]


def _one_of(kind: type[E], word: str, option: str) -> E:
    try:
        return kind(word.lower())
    except ValueError:
        raise BadInput(f"{option} {word} is not known. Choose from {', '.join(kind)}.") from None


def _grades(words: Sequence[str]) -> tuple[Grade, ...]:
    if not words:
        return HEADLINE
    if [word.lower() for word in words] == ["all"]:
        return ALL_ALLEGED
    return tuple(_one_of(Grade, word.replace("_", " "), "--grade") for word in words)


def _country(name: str) -> str:
    code = country_code(name)
    if code is None:
        raise BadInput(f"--country {name} is not known. Write its two-letter code, such as SY.")
    return code


def _belligerents(asked: Iterable[str], incidents: Iterable[KnownIncident]) -> tuple[str, ...]:
    """Names as the ledger writes them, whatever the capitals; else as the vocabulary does ("Daesh" is ISIS);
    a name that neither has stays as it was asked."""
    known = {one.name.casefold(): one.name for each in incidents for one in each.finding.belligerents}
    return tuple(known.get(name.casefold()) or named(name) or name for name in asked)


def _day(as_of: str) -> dt.date:
    """The day asked for, a month or year by its last day; today where none is asked for or it goes on."""
    today = dt.datetime.now(dt.UTC).date()
    if not as_of:
        return today
    asked = PartialDate(as_of)
    if asked.first_day() > today:
        raise BadInput(f"--as-of {as_of} is still to come. Name a day up to {today}, or leave it out.")
    return min(asked.last_day(), today)
