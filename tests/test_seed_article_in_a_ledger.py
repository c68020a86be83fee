"""The seed article alone in a ledger: one incident, and tolls that are in no total.

The text is read where it lies and never copied.
"""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from cairn.exchange import Row, load_mapping, read_table
from cairn.records import actions
from cairn.records.beside import tolls
from cairn.records.change import By
from cairn.records.dossiers import dossiers
from cairn.records.ledger import Ledger, init_ledger
from cairn.records.models import Admission, Placing, Report
from cairn.records.queries import find_incident, known_incidents
from cairn.records.run import run
from cairn.records.trace import walk
from cairn.total import Question, total
from cairn.values import Grade, Judgement, Range, Scope
from cairn.vocabulary.conflict import Conflict
from tests.records.told import ANA, collect_reports

CONFLICT = Conflict(name="Syria and Iraq", countries=("SY", "IQ"))


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.delenv("CAIRN_DATABASE", raising=False)
    return init_ledger(tmp_path / "ledger", CONFLICT)


@pytest.fixture
def article(shared_data: Path) -> dict[str, str]:
    text = (shared_data / "seed_article.txt").read_text(encoding="utf-8")
    return {"id": "seed", "text": text, "published": "2017-08-05", "source": "TRT World"}


@pytest.fixture
def around(shared_data: Path, tmp_path: Path) -> list[Row]:
    """What another recorder knows of the days around 12 May 2017."""
    with gzip.open(shared_data / "reference" / "syria_incidents.csv.gz", "rt", encoding="utf-8") as table:
        rows = csv.DictReader(table)
        near = [row for row in rows if "2017-05-09" <= row["date"] <= "2017-05-15"]
        columns = rows.fieldnames
    with (tmp_path / "near.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or [])
        writer.writeheader()
        writer.writerows(near)
    return [row for row in read_table(tmp_path / "near.csv", load_mapping("airwars")) if isinstance(row, Row)]


def test_the_ten_of_12_may_are_an_incident_of_their_own_and_confirmed(ledger, tmp_path, article):
    collect_reports(ledger, tmp_path / "in", [article])
    run(ledger)
    [incident] = known_incidents()
    assert incident.finding.date.text == "2017-05-12"
    assert incident.finding.killed == Range(10, 10)
    assert "Raqqa" in (incident.finding.place.name, *incident.finding.place.within)
    assert incident.finding.grade is Grade.CONFIRMED
    [conceded] = incident.concessions
    assert (conceded.belligerent, conceded.killed) == ("US-led Coalition", Range(10, 10))


def test_the_tolls_of_the_article_are_in_no_incident_and_in_no_total(ledger, tmp_path, article):
    collect_reports(ledger, tmp_path / "in", [article])
    run(ledger)
    [incident] = known_incidents()
    floors = {each.value.count.min for each in tolls() if each.value.count}
    assert floors >= {19663, 7337, 119, 624, 21}
    [dossier] = dossiers([incident.id])
    [told] = dossier.reports
    assert {claim.scope for claim in told.claims} == {Scope.INCIDENT}
    assert {claim.count.min for claim in told.claims if claim.count} == {10}
    lines = [line for line in walk(ledger, find_incident(incident.codes[0])) if " from “" in line]
    assert [line for line in lines if "killed 10 " in line]
    assert not [line for line in lines if any(str(n) in line for n in floors)]
    everything = total([incident], Question(provisional=True)).total
    assert (everything.killed.min, everything.killed.max) == (10, 10)


def test_beside_an_imported_record_the_article_opens_no_third_incident(ledger, tmp_path, article, around):
    actions.import_incidents(By("Ana", "imported"), "airwars", around)
    before = {one.id for one in known_incidents()}
    collect_reports(ledger, tmp_path / "in", [article])
    run(ledger)
    assert {one.id for one in known_incidents()} == before
    farm = find_incident("CS808")
    asked = {one.incident_id: one for one in Placing.objects.filter(withdrawn_at=None)}
    assert farm.id in asked
    assert str(farm.id) in Admission.objects.get(withdrawn_at=None).candidates
    actions.judge_mention(ANA, Report.objects.get(), farm, Judgement.SAME)
    run(ledger)
    assert {one.id for one in known_incidents()} == before
    assert not Placing.objects.filter(withdrawn_at=None).exists()
    [dossier] = dossiers([str(farm.id)])
    assert len(dossier.reports) == 1
    [admission] = Admission.objects.filter(withdrawn_at=None)
    assert admission.incident_id == farm.id


def test_the_coalitions_own_line_of_that_day_opens_none_either(
    ledger, tmp_path, article, around, shared_data
):
    lines = (shared_data / "cases" / "raqqa_2017_05_12.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    own = [
        {"id": case["id"], "text": case["text"], "published": "2017-08-04", "source": "US-led Coalition"}
        for case in cases
        if case["id"].startswith("CS808")
    ]
    actions.import_incidents(By("Ana", "imported"), "airwars", around)
    before = {one.id for one in known_incidents()}
    collect_reports(ledger, tmp_path / "in", [article, *own])
    run(ledger)
    assert {one.id for one in known_incidents()} == before
    farm = find_incident("CS808")
    matches = {one.match: one for one in Admission.objects.filter(withdrawn_at=None, quoted=False)}
    assert matches["matched"].incident_id == farm.id
    assert str(farm.id) in matches["ambiguous"].candidates
