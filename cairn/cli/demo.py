"""`cairn demo`: the whole story on the example ledger, in one command."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cairn.cli import collect, init, publish, review, run, total, verify
from cairn.cli.ledger import is_ledger
from cairn.exceptions import CairnError
from cairn.records.ledger import open_ledger
from cairn.records.models import Kind
from cairn.records.queries import current_assessment, find_incident
from cairn.values import Grade

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "syria-iraq"
REVIEWER = "Example Reviewer"


def register(app: typer.Typer) -> None:
    app.command(name="demo")(command)


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to put the ledger and its site.")
    ] = Path("demo"),
) -> None:
    """Build the example ledger, take it through every step, print its totals and say where the site is."""
    if not EXAMPLE.is_dir():
        raise CairnError(f"There are no examples at {EXAMPLE}. Run the demo from a copy of the project.")
    ledger, site = folder / "ledger", folder / "site"
    if not is_ledger(ledger):
        _say("init")
        folder.mkdir(parents=True, exist_ok=True)
        init.command(ledger, name="Example: Syria and Iraq", country=["SY", "IQ"], language=["eng", "ara"])
    _say("collect, archive")
    collect.command([str(ledger), str(EXAMPLE / "reports")], by=REVIEWER, reason="the example's reports")
    _say("extract, link, grade")
    run.command(ledger)
    _say("review: what a person decided about some of it")
    _decide(ledger)
    _say("total: decided by a person, and then with what nobody has reviewed")
    total.command(ledger, by=["belligerent"])
    total.command(ledger, by=["grade"], grade=["all"], provisional=True)
    _say("publish")
    publish.command([str(ledger), str(site)])
    _say("verify")
    verify.command(ledger)
    print(f"\nThe site: {(site / 'index.html').resolve().as_uri()}")
    print(f"The same from the ledger: ./run serve {ledger}")


def _say(step: str) -> None:
    Console().rule(f"[bold]{step}", align="left")


def _decide(ledger: Path) -> None:
    """Take the example's decisions; where one was taken before, in an earlier demo, it stands."""
    with (EXAMPLE / "decisions.csv").open(encoding="utf-8", newline="") as file:
        decisions = list(csv.DictReader(file))
    open_ledger(ledger)
    for one in decisions:
        if current_assessment(find_incident(one["code"])).kind != Kind.PROPOSAL:
            print(f"{one['code']}: decided before.")
            continue
        grade = Grade(one["grade"]) if one["grade"] else None
        words = [str(ledger), one["decision"], one["code"]]
        review.command(words, grade=grade, by=REVIEWER, reason=one["reason"])
