"""What a ledger releases: its public incidents, what stands beside them, and the answers to its questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cairn import __version__
from cairn.publish import Edition, Inquiry, Released, Row, public
from cairn.records import beside
from cairn.records.ledger import Ledger
from cairn.records.models import Report
from cairn.records.queries import known_incidents
from cairn.records.release.rows import figure_rows, report_rows, statement_rows, toll_rows
from cairn.records.release.setting import ReleaseSetting
from cairn.total import ALL_ALLEGED, HEADLINE, Axis, Question
from cairn.total.asked import answer_asked, as_asked, facts_asked
from cairn.total.wording import worded
from cairn.values import KnownIncident, PartialDate, to_json
from cairn.vocabulary.belligerents import memberships

AXES = (Axis.BELLIGERENT, Axis.COUNTRY, Axis.YEAR, Axis.MONTH, Axis.GRADE)


def edition_of(ledger: Ledger, release: str = "") -> Edition:
    """The ledger's name and newest change: as long as they stay, so does every byte that is published."""
    newest = beside.head()
    name = ledger.conflict.name or ledger.path.name
    program = f"Cairn {__version__}"
    if newest is None:
        return Edition(name, program=program, release=release)
    return Edition(name, newest.at.date().isoformat(), newest.hash, program, release)


def confidential_reports() -> set[str]:
    """The reports of sources that are not named: no reason that is published may lead to one."""
    return set(Report.objects.filter(source__confidential=True).values_list("id", flat=True))


def released(ledger: Ledger, name: str, setting: ReleaseSetting) -> Released:
    """Everything of a release but what changed since the one before."""
    edition = edition_of(ledger, name)
    unnamed = confidential_reports()
    known = sorted((public(one, setting.care, unnamed) for one in known_incidents()), key=_by_date)
    codes = {one.id: one.codes[0] if one.codes else "" for one in known}
    rows: dict[str, Sequence[Row]] = {
        "reports": list(report_rows(codes)),
        "tolls": list(toll_rows(beside.tolls())),
        "figures": list(figure_rows(beside.figures())),
        "statements": list(statement_rows(codes)),
    }
    asked = _inquiry(ledger, edition, known, setting)
    facts = facts_asked(known, asked.memberships, edition.as_of)
    return Released(edition, ledger.conflict.conventions, known, rows, asked, facts)


def _by_date(known: KnownIncident) -> tuple[bool, str, str, str]:
    date = known.finding.date
    return date is None, str(date or ""), known.codes[0] if known.codes else "", known.id


def _inquiry(
    ledger: Ledger, edition: Edition, known: Sequence[KnownIncident], setting: ReleaseSetting
) -> Inquiry:
    sides = [to_json(each) for each in memberships(ledger.conflict)]
    answers = []
    for question in dict.fromkeys((*standard_questions(), *setting.questions)):
        as_of = PartialDate(edition.as_of) if edition.as_of else None
        asked = as_asked(replace(question, as_of=as_of))
        # Named without its day, so that the next release finds the same question again.
        name = worded(replace(question, as_of=None))
        answers.append({"name": name, "asked": asked, "answer": answer_asked(known, asked, sides)})
    return Inquiry(answers, sides)


def standard_questions() -> Iterator[Question]:
    """Those that every release answers: the headline, all alleged, and both by each axis."""
    for by in ((), *((axis,) for axis in AXES)):
        yield Question(by=by, grades=HEADLINE)
        yield Question(by=by, grades=HEADLINE, provisional=True)
        yield Question(by=by, grades=ALL_ALLEGED)
        yield Question(by=by, grades=ALL_ALLEGED, provisional=True)
