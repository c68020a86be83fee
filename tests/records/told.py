"""Invented reports, and the steps that bring them into a ledger as `cairn collect` does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from cairn.collect.receive import receive
from cairn.records import actions
from cairn.records.change import By
from cairn.records.collect import collect
from cairn.records.ledger import Ledger
from cairn.records.models import Assessment, Incident, IncidentCode
from cairn.values import Finding, Grade, Range

ANA = By("Ana", "read both reports")
OMAR = By("Omar", "checked it again")

PLACES = ("Raqqa", "Aleppo", "Idlib", "Homs", "Deir ez-Zor", "Hama")


def told(number: int, place: str = "", killed: int = 0, source: str = "") -> dict[str, str]:
    """One invented report; every third tells of the strike that the one before told of."""
    strike = number - (number % 3 == 2)
    where = place or PLACES[strike % len(PLACES)]
    how_many = killed or 3 + strike % 7
    day = 1 + strike % 27
    text = (
        f"At least {how_many} civilians were killed in an airstrike on a bakery in {where} on {day} May "
        f"2017, residents told outlet number {number}."
    )
    return {
        "id": f"report-{number}",
        "text": text,
        "published": f"2017-05-{day + 1:02}",
        "language": "eng",
        "source": source or f"Outlet {number % 5}",
    }


def write_reports(folder: Path, reports: Sequence[dict[str, str]]) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "reports.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in reports), encoding="utf-8")
    return file


def collect_reports(ledger: Ledger, folder: Path, reports: Sequence[dict[str, str]]) -> None:
    file = write_reports(folder, reports)
    for parcel in collect(ledger, By("Ana", "collected"), receive([file], {}, [])):
        assert not parcel.rejected


def incident(code: str) -> Incident:
    """An incident that the machine would have made, with a code."""
    from cairn.records.change import action, now, write
    from cairn.records.permissions import anyone

    @action(anyone)
    def make(by: By) -> Incident:
        made = write(Incident(made_by="cairn", made_at=now()))
        write(IncidentCode(incident=made, code=code, made_at=now()))
        return made

    return make(By("cairn", "for a test"))


def propose(of: Incident, finding: Finding, evidence: str = "one") -> Assessment:
    return actions.propose(actions.the_machine("graded"), [actions.Proposal(of, finding, evidence, 1)])[0]


THREE = Finding(killed=Range(3, 3), grade=Grade.WEAK)
EIGHT = Finding(killed=Range(8, 10), grade=Grade.FAIR)
