"""`cairn total`: what the incidents of a ledger add up to, by a question that stands on the answer."""

from __future__ import annotations

import datetime as dt
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.ledger import LedgerArgument
from cairn.cli.three import ThreeOption, three_printed
from cairn.exceptions import BadInput
from cairn.total import Answer, Axis, Contested, Measure, Question, as_csv, as_json, as_text, read_area
from cairn.total.options import known_day, only, question_from
from cairn.values import PartialDate, StrikeStatus
from cairn.vocabulary.conflict import Conflict


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Words = list[str] | None
ByOption = Annotated[Words, typer.Option("--by", metavar="AXIS,…", help=f"A row for each {', '.join(Axis)}.")]
CountOption = Annotated[
    Words, typer.Option("--count", metavar="WHOM,…", help=f"Whom to count: {', '.join(Measure)}.")
]
BelligerentOption = Annotated[
    Words,
    typer.Option(
        "--belligerent",
        metavar="NAME,…",
        help="Only what these are accused of; a coalition with its members.",
    ),
]
AloneOption = Annotated[
    bool, typer.Option("--alone", help="A coalition without what only its members are accused of.")
]
ContestedOption = Annotated[
    list[Contested] | None,
    typer.Option(
        "--contested",
        metavar="|".join(Contested),
        help="What may have been another belligerent's doing: counted, or in the maximum alone.",
        show_default="counted",
    ),
]
CountryOption = Annotated[
    Words, typer.Option("--country", metavar="NAME,…", help="Only here: names or two-letter codes.")
]
PlaceOption = Annotated[
    Words,
    typer.Option("--place", metavar="NAME,…", help="Only in places of these names, or in what lies in them."),
]
WithinOption = Annotated[
    list[Path] | None,
    typer.Option("--within", metavar="FILE", help="Only within the polygons of a GeoJSON file."),
]
FromOption = Annotated[Words, typer.Option("--from", metavar="DATE", help="2017, 2017-05 or 2017-05-12.")]
ToOption = Annotated[
    Words, typer.Option("--to", metavar="DATE", help="To the end of this day, month or year.")
]
GradeOption = Annotated[
    Words,
    typer.Option("--grade", metavar="GRADE,…|all", help="Only these grades.", show_default="fair,confirmed"),
]
StatusOption = Annotated[
    Words, typer.Option("--status", metavar="STATUS,…", help=f"Only strikes {', '.join(StrikeStatus)}.")
]
AsOfOption = Annotated[
    Words, typer.Option("--as-of", metavar="DATE", help="As it was known at the end of this day, UTC.")
]
ProvisionalOption = Annotated[
    bool, typer.Option("--provisional", help="Count also what nobody has reviewed.")
]
QuestionOption = Annotated[
    Words,
    typer.Option("--question", metavar="WORDS", help="The whole question, as it stands above a table."),
]
ChangesOption = Annotated[
    str,
    typer.Option("--changes", metavar="DATE..DATE", help="What moved the total between two days, and why."),
]
AfreshOption = Annotated[
    bool, typer.Option("--afresh", help="First make anew what totals are counted from, of the records.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print it.")]


def register(app: typer.Typer) -> None:
    app.command(name="total")(command)


def command(
    ledger: LedgerArgument = Path(),
    by: ByOption = None,
    count: CountOption = None,
    belligerent: BelligerentOption = None,
    alone: AloneOption = False,
    contested: ContestedOption = None,
    country: CountryOption = None,
    place: PlaceOption = None,
    within: WithinOption = None,
    start: FromOption = None,
    end: ToOption = None,
    grade: GradeOption = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    provisional: ProvisionalOption = False,
    question: QuestionOption = None,
    three: ThreeOption = False,
    changes: ChangesOption = "",
    afresh: AfreshOption = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """Add up the incidents a question asks for: minimum and maximum apart, unknown apart from nought."""
    said = {
        **{"by": by, "count": count, "belligerent": belligerent, "country": country, "place": place},
        **{"grade": grade, "status": status, "contested": contested},
        **{"from": start, "to": end, "as-of": as_of, "question": question},
        **{"alone": ["yes"] if alone else None, "provisional": ["yes"] if provisional else None},
    }
    outline = only(within, "--within")
    area = read_area(outline) if outline else None
    asked = question_from({name: given or () for name, given in said.items()}, today(), area)
    between = _two_days(changes) if changes else None
    watched = opened(ledger, afresh)
    if three:
        print(three_printed(ledger, asked, format))
        return
    if between:
        print(_changes_printed(asked, between, watched, format))
        return
    from cairn.records.totals import answered

    answer = answered(asked, watched)
    print(_printed(answer, format))
    if format is Format.CSV:  # which has no place for a note
        print(*answer.notes, sep="\n", end="\n" if answer.notes else "", file=sys.stderr)


def today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _two_days(said: str) -> tuple[dt.date, dt.date]:
    """2017-07..2017-08: as known at the end of July, and at the end of August."""
    first, dots, last = said.partition("..")
    if not dots:
        raise BadInput(f"--changes {said} names no two days. Write 2017-07..2017-08.")
    start, end = (known_day(PartialDate(word.strip()), today(), "--changes") for word in (first, last))
    if start >= end:
        raise BadInput(f"--changes {said} does not go forward. Name the earlier day first.")
    return start, end


def opened(ledger: Path, afresh: bool) -> Conflict:
    """The ledger, its facts made anew where that is asked for; what it watches."""
    from cairn.records.ledger import open_to_read

    watched = open_to_read(ledger).conflict
    if afresh:
        from cairn.records.facts.made import make_anew

        make_anew()
    return watched


def _printed(answer: Answer, format: Format) -> str:
    if format is Format.JSON:
        return json.dumps(as_json(answer), ensure_ascii=False)
    return as_csv(answer).rstrip("\r\n") if format is Format.CSV else as_text(answer)


def _changes_printed(
    asked: Question, between: tuple[dt.date, dt.date], watched: Conflict, format: Format
) -> str:
    from cairn.records.total_changes import changes
    from cairn.total.changes.table import changes_as_csv, changes_as_json, changes_as_text

    found = changes(asked, *between, watched)
    if format is Format.JSON:
        return json.dumps(changes_as_json(found), ensure_ascii=False)
    return changes_as_csv(found).rstrip("\r\n") if format is Format.CSV else changes_as_text(found)
