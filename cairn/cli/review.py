"""`cairn review`: the machine's proposals, and what people decide about them.

cairn review                               what waits for a person
cairn review accept CODE… --by … --reason …     the proposal becomes a decision
cairn review reject CODE --by … --reason …
cairn review set CODE --grade fair --killed 3-5 --by … --reason …
cairn review sign-off CODE --by …          by a second person
cairn review same A B · different A B      two incidents, two reports, or a report and an incident
cairn review split CODE REPORT…            these reports tell of another incident
cairn review match STATEMENT CODE          which incident a statement speaks of
cairn review upheld CODE · fell CODE       what somebody found who went there
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import typer

from cairn.cli.decided import changed_finding, raised
from cairn.cli.ledger import ByOption, ReasonOption, decider, split, to_read
from cairn.exceptions import BadInput
from cairn.records import actions
from cairn.records.change import By, whole_or_not_at_all
from cairn.records.ledger import open_ledger
from cairn.records.models import Assessment, Incident, Kind, Report
from cairn.records.queries import (
    current_assessment,
    find_incident,
    find_incident_or_report,
    find_report,
    find_statement,
    open_proposal,
)
from cairn.records.splitting import split_incident
from cairn.records.waiting import waiting
from cairn.values import Grade, Judgement, StrikeStatus
from cairn.vocabulary.conflict import Conflict

GradeOption = Annotated[Grade | None, typer.Option("--grade", help="For `set`.")]
StatusOption = Annotated[StrikeStatus | None, typer.Option("--status", help="For `set`: the strike status.")]
KilledOption = Annotated[str, typer.Option("--killed", metavar="N|A-B|A-", help="For `set`: 3, 3-5, or 3-.")]
InjuredOption = Annotated[str, typer.Option("--injured", metavar="N|A-B|A-", help="For `set`.")]


def register(app: typer.Typer) -> None:
    app.command(name="review")(command)


@dataclass(frozen=True, slots=True)
class Changes:
    """What `set` changes in a finding, and the setting of the ledger."""

    conflict: Conflict
    grade: Grade | None = None
    status: StrikeStatus | None = None
    killed: str = ""
    injured: str = ""


def command(
    words: Annotated[list[str] | None, typer.Argument(metavar="[LEDGER] [WHAT NAME…]")] = None,
    grade: GradeOption = None,
    status: StatusOption = None,
    killed: KilledOption = "",
    injured: InjuredOption = "",
    by: ByOption = "",
    reason: ReasonOption = "",
) -> None:
    """List what waits; or decide: accept, reject, set, sign-off, split, same, different, unsure, match.

    What somebody found who went there: upheld, fell.
    """
    folder, said = split(words or [])
    if not said:
        to_read(words or [], [])
        for line in waiting():
            print(line)
        return
    what, *named = said
    if what not in _DECISIONS:
        known = ", ".join(_DECISIONS)
        raise BadInput(f"`cairn review` does not know “{what}”. Say one of {known}, or nothing to list.")
    decision = _DECISIONS[what]
    further = decision.repeats or decision.more
    if len(named) < decision.names or (len(named) > decision.names and not further):
        raise BadInput(f"`cairn review {what}` needs {decision.needs}.")
    changes = Changes(open_ledger(folder).conflict, grade, status, killed, injured)
    who = By(decider(by), reason)
    with whole_or_not_at_all():
        told = [
            decision.take(who, names, changes)
            for names in ([[name] for name in named] if decision.repeats else [named])
        ]
    print(*told, sep="\n")


def _accept(by: By, names: list[str], _: Changes) -> str:
    incident = find_incident(names[0])
    actions.accept(by, open_proposal(incident))
    return f"{names[0]}: accepted by {by.person}."


def _reject(by: By, names: list[str], _: Changes) -> str:
    actions.reject(by, open_proposal(find_incident(names[0])))
    return f"{names[0]}: the proposal is refused by {by.person}, and stays on the record."


def _set(by: By, names: list[str], changes: Changes) -> str:
    incident = find_incident(names[0])
    before = current_assessment(incident)
    finding = changed_finding(
        before.finding, changes.grade, changes.status, (changes.killed, changes.injured)
    )
    actions.decide(by, incident, finding, before if before.kind == Kind.PROPOSAL else None)
    return f"{names[0]}: set by {by.person}.{raised(before.finding, finding)}"


def _sign_off(by: By, names: list[str], _: Changes) -> str:
    incident = find_incident(names[0])
    actions.sign_off(By(by.person, by.reason or "signed off"), _decision(names[0], incident))
    return f"{names[0]}: signed off by {by.person}."


def _decision(code: str, incident: Incident) -> Assessment:
    found = current_assessment(incident)
    if found.kind == Kind.PROPOSAL:
        raise BadInput(
            f"Nobody has decided on {code} yet. Accept or set it first; then another person signs off."
        )
    return found


def _judge(judgement: Judgement) -> Callable[[By, list[str], Changes], str]:
    def judge(by: By, names: list[str], _: Changes) -> str:
        a, b = (find_incident_or_report(name) for name in names)
        if isinstance(a, Incident) and isinstance(b, Incident):
            if judgement is Judgement.SAME:
                actions.merge(by, b, a)
            else:
                actions.judge_incidents(by, a, b, judgement)
        elif isinstance(a, Report) and isinstance(b, Report):
            actions.judge_reports(by, a, b, judgement)
        elif isinstance(a, Report) and isinstance(b, Incident):
            actions.judge_mention(by, a, b, judgement)
        elif isinstance(a, Incident) and isinstance(b, Report):
            actions.judge_mention(by, b, a, judgement)
        return f"{names[0]}, {names[1]}: {judgement}, says {by.person}."

    return judge


def _split(by: By, names: list[str], changes: Changes) -> str:
    code, *reports = names
    found = [find_report(name) for name in reports]
    stays, goes = split_incident(by, find_incident(code), found, changes.conflict)
    return f"{code}: two incidents, says {by.person}: {stays}, and {goes} of the reports named."


def _match(by: By, names: list[str], _: Changes) -> str:
    actions.match_admission(by, find_statement(names[0]), find_incident(names[1]))
    return f"Statement {names[0]} speaks of {names[1]}, says {by.person}."


def _checked(upheld: bool) -> Callable[[By, list[str], Changes], str]:
    def check(by: By, names: list[str], _: Changes) -> str:
        actions.check_on_the_ground(by, find_incident(names[0]), upheld)
        found = "upheld" if upheld else "not as recorded"
        return f"{names[0]}: found {found} on the ground, says {by.person}. Its grade stays until it is set."

    return check


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person may decide, and how many names it takes: each alone, or further ones with the first."""

    take: Callable[[By, list[str], Changes], str]
    names: int
    needs: str
    repeats: bool = False
    more: bool = False


_TWO = "two incidents, two reports, or a report and an incident"
_DECISIONS = {
    "accept": Decision(_accept, 1, "the codes of incidents", repeats=True),
    "reject": Decision(_reject, 1, "the code of an incident"),
    "set": Decision(_set, 1, "the code of an incident, and --grade, --status, --killed or --injured"),
    "sign-off": Decision(_sign_off, 1, "the codes of incidents", repeats=True),
    "same": Decision(_judge(Judgement.SAME), 2, _TWO),
    "different": Decision(_judge(Judgement.DIFFERENT), 2, _TWO),
    "unsure": Decision(_judge(Judgement.UNSURE), 2, _TWO),
    "split": Decision(_split, 2, "the code of an incident and reports that tell of another", more=True),
    "upheld": Decision(_checked(True), 1, "the code of an incident"),
    "fell": Decision(_checked(False), 1, "the code of an incident"),
    "match": Decision(_match, 2, "the number of a statement and the code of an incident"),
}
