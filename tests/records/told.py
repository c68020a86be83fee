"""Invented reports, and the steps that bring them into a ledger as `cairn collect` does."""

from __future__ import annotations

import datetime as dt
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
from cairn.vocabulary.conflict import Conflict

CONFLICT = Conflict(name="Testland", countries=("SY",))

ANA = By("Ana", "read both reports")
OMAR = By("Omar", "checked it again")

# Each strike is told of elsewhere, on another day, in other words, so that nothing but the strike is shared.
PLACES = ("Raqqa", "Aleppo", "Idlib", "Homs", "Hama", "Latakia", "Palmyra", "Tartus", "Afrin", "Manbij")
TELLINGS = (
    "At least {n} civilians were killed when an airstrike hit a bakery in {place} on {day}.",
    "Shelling of the old market of {place} left {n} civilians dead on {day}, medics said.",
    "On {day} a barrel bomb fell on a house in {place}; {n} civilians were killed, neighbours told us.",
    "Rockets killed {n} civilians at a school in {place} on {day}, according to rescue workers.",
    "A car bomb went off beside a bus station in {place} on {day} and killed {n} civilians, police reported.",
)


def told(number: int, killed: int = 0) -> dict[str, str]:
    """One invented report; every third tells of the strike that the one before told of, in its own words."""
    strike = number - (number % 3 == 2)
    day = dt.date(2017, 1, 3) + dt.timedelta(days=9 * strike)
    telling = TELLINGS[(strike + (number - strike) * 2) % len(TELLINGS)]
    how_many = killed or 3 + strike % 7
    place = PLACES[strike % len(PLACES)]
    return {
        "id": f"report-{number}",
        "text": telling.format(n=how_many, place=place, day=f"{day.day} {day:%B %Y}"),
        "published": (day + dt.timedelta(days=1)).isoformat(),
        "language": "eng",
        "source": f"Outlet {number % 5}",
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
