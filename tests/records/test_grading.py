"""A finding is proposed where the evidence changed, and what else the ledger holds is not read for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.records.grading import grade_due
from cairn.records.linking.due import link_due
from cairn.records.models import Assessment, Mention
from cairn.records.progress import unwatched
from tests.link.worlds import made_world
from tests.records.worlds import keep

WORLD = made_world(60, 0.1, seed=4)


def graded(ledger, evidence):
    """How many findings were proposed, and how many questions that took of the database."""
    keep(ledger, evidence)
    link_due(ledger.conflict, unwatched)
    with CaptureQueriesContext(connection) as questions:
        proposed = grade_due(ledger.conflict, unwatched)
    return proposed, len(questions)


@pytest.fixture
def filled(ledger):
    graded(ledger, WORLD.evidence[:-2])
    return ledger


def test_one_more_report_is_graded_with_its_own_incident_alone(filled):
    before = Assessment.objects.count()
    new = WORLD.evidence[-1]
    graded(filled, [new])
    about = Mention.objects.filter(report__given_id=new.id, withdrawn_at=None).values_list(
        "incident_id", flat=True
    )
    later = Assessment.objects.order_by("id")[before:]
    assert {one.incident_id for one in later} <= set(about)


def test_grading_one_more_report_asks_as_little_of_a_larger_ledger(ledger):
    half = len(WORLD.evidence) // 2
    graded(ledger, WORLD.evidence[:half])
    _, few = graded(ledger, WORLD.evidence[half : half + 1])
    graded(ledger, WORLD.evidence[half + 1 : -1])
    _, many = graded(ledger, WORLD.evidence[-1:])
    assert many <= few + 6


def test_what_is_graded_is_not_graded_again(filled):
    proposed, _ = graded(filled, [])
    assert proposed == 0
