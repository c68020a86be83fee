"""The machine proposes, a person decides, a second person signs off; all of it stays."""

import pytest

from cairn.exceptions import BadInput, NotAllowed
from cairn.records import actions
from cairn.records.change import By
from cairn.records.models import Assessment, Attribution, Kind, Person
from cairn.records.queries import known_incident, open_proposal, open_proposals
from cairn.values import Belligerent, Finding, Grade, Range, Victim
from tests.records.told import ANA, EIGHT, OMAR, THREE, incident, propose


def test_a_proposal_is_known_and_unreviewed(ledger):
    strike = incident("SY20170512-1")
    propose(strike, THREE)
    known = known_incident(strike)
    assert (known.finding, known.reviewed, known.codes) == (THREE, False, ("SY20170512-1",))


def test_an_accepted_proposal_is_reviewed(ledger):
    strike = incident("SY20170512-1")
    actions.accept(ANA, propose(strike, THREE))
    assert known_incident(strike).reviewed
    assert open_proposals() == []


def test_a_later_proposal_never_stands_over_a_decision(ledger):
    strike = incident("SY20170512-1")
    actions.accept(ANA, propose(strike, THREE))
    propose(strike, EIGHT, "two")
    assert known_incident(strike).finding == THREE
    assert [each.finding for each in open_proposals()] == [EIGHT]


def test_a_refused_proposal_counts_for_nothing_and_stays_on_the_record(ledger):
    strike = incident("SY20170512-1")
    actions.reject(ANA, propose(strike, THREE))
    assert known_incident(strike) is None
    assert [each.kind for each in Assessment.objects.order_by("id")] == [Kind.PROPOSAL, Kind.REJECTION]


def test_new_evidence_after_a_refusal_is_proposed_again(ledger):
    strike = incident("SY20170512-1")
    actions.reject(ANA, propose(strike, THREE))
    propose(strike, EIGHT, "two")
    assert known_incident(strike).finding == EIGHT


def test_refusing_a_later_proposal_leaves_the_decision(ledger):
    strike = incident("SY20170512-1")
    actions.accept(ANA, propose(strike, THREE))
    actions.reject(ANA, propose(strike, EIGHT, "two"))
    assert known_incident(strike).finding == THREE


def test_a_proposal_is_answered_once(ledger):
    strike = incident("SY20170512-1")
    actions.accept(ANA, propose(strike, THREE))
    with pytest.raises(BadInput, match="No proposal on SY20170512-1 waits"):
        open_proposal(strike)


def test_a_second_person_signs_off_and_the_author_may_not(ledger):
    strike = incident("SY20170512-1")
    decision = actions.accept(ANA, propose(strike, THREE))
    with pytest.raises(NotAllowed, match="second person"):
        actions.sign_off(ANA, decision)
    assert actions.sign_off(OMAR, decision).signed_off_by == "Omar"


def test_a_person_may_set_another_finding_with_a_reason(ledger):
    strike = incident("SY20170512-1")
    proposal = propose(strike, THREE)
    actions.decide(
        By("Ana", "the depot belonged to fighters"), strike, Finding(grade=Grade.DISCOUNTED), proposal
    )
    decided = Assessment.objects.get(kind=Kind.DECISION)
    assert (decided.author, decided.reason) == ("Ana", "the depot belonged to fighters")
    assert decided.answers == proposal


def test_people_and_parties_follow_the_finding_that_counts(ledger):
    strike = incident("SY20170512-1")
    first = Finding(people=(Victim("Layla Example"),), belligerents=(Belligerent("North"),))
    second = Finding(
        people=(Victim("Layla Example"), Victim("Sami Example")), belligerents=(Belligerent("South"),)
    )
    propose(strike, first)
    propose(strike, second, "two")
    assert set(Person.objects.filter(withdrawn_at=None).values_list("name", flat=True)) == {
        "Layla Example",
        "Sami Example",
    }
    assert [each.belligerent for each in Attribution.objects.filter(withdrawn_at=None)] == ["South"]
    assert Attribution.objects.count() == 2


def test_a_finding_comes_back_as_it_was_kept(ledger):
    strike = incident("SY20170512-1")
    kept = Finding(killed=Range(0, 0), all_killed=Range(2, None), killed_by_group={"children": Range(1, 1)})
    propose(strike, kept)
    assert known_incident(strike).finding == kept
