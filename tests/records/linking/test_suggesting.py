"""A person is asked first where the answer puts most people right, and told what speaks for what."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.link.compare import compare
from cairn.link.traits import Traits
from cairn.records import actions
from cairn.records.linking.suggesting import doubts as all_doubts
from cairn.records.linking.suggesting import in_words, people_counted, questions
from cairn.records.models import Report, Suggestion
from cairn.records.run import run
from cairn.values import Claim, Harm, Judgement, Quantifier, Range, Reading, Scope, Span
from tests.records.told import ANA, EIGHT, collect_reports, incident, propose, told


@pytest.fixture
def doubts(ledger, tmp_path):
    """Four reports of strikes with 30, 30, 2 and 2 dead, and what we say link was not sure of."""
    collect_reports(ledger, tmp_path / "in", [told(3 * n, killed) for n, killed in enumerate((30, 30, 2, 2))])
    run(ledger)
    a, b, c, d = (Report.objects.get(given_id=f"report-{3 * n}").id for n in range(4))

    def ask(many, few):
        pairs = [(a, b, many, {"date": 3.5, "place": -1.2}), (c, d, few, {"wording": 1.0})]
        before = list(Suggestion.objects.filter(withdrawn_at=None))
        links = actions.Links(suggestions=pairs, withdrawn_suggestions=before)
        actions.keep_links(actions.the_machine("linked"), links)
        return {frozenset((a, b)): "many", frozenset((c, d)): "few"}

    return ask


def order(names):
    return [names[frozenset((one.a, one.b))] for one in questions(all_doubts())]


def test_of_two_doubts_alike_the_one_over_more_people_comes_first(doubts):
    assert order(doubts(0.5, 0.5)) == ["many", "few"]
    assert [one.people for one in questions(all_doubts())] == [30, 2]


def test_what_is_nearly_sure_waits_behind_what_is_even(doubts):
    assert order(doubts(0.99, 0.5)) == ["few", "many"]


def test_a_question_says_what_speaks_for_and_against(doubts):
    doubts(0.5, 0.5)
    lines = list(questions(all_doubts())[0].lines())
    assert "chance 0.50, 30 people at stake" in lines[0]
    assert lines[-1].strip() == "for: day +3.5; against: distance -1.2"


def test_what_a_person_answered_is_asked_no_more(doubts):
    names = doubts(0.5, 0.5)
    first = questions(all_doubts())[0]
    a, b = (Report.objects.get(id=id) for id in (first.a, first.b))
    actions.judge_reports(ANA, a, b, Judgement.UNSURE)
    assert order(names) == ["few"]


def test_a_report_in_no_incident_yet_is_asked_about_with_its_own_people(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(0, 7)])
    run(ledger)
    report, known = Report.objects.get(), incident("SY20160101-1")
    propose(known, EIGHT)
    placing = ((report.id, ""), known.id, 0.4, {"people": 4.0})
    actions.keep_links(actions.the_machine("linked"), actions.Links(placings=[placing]))
    [one] = questions(all_doubts())
    assert (one.a, one.b, one.people) == (report.id, "SY20160101-1", 7)


def test_parts_that_say_little_are_not_told():
    assert in_words({"before": -2.7, "counts": 0.1}) == "nothing speaks for it or against it"


def test_whatever_two_reports_are_compared_by_can_be_told():
    silent = Traits(
        "1", "origin", days=(1, 1), point=(34.5, 38.2, 1.0), places={"qarn": 1.0}, ages=frozenset({7})
    )
    named = replace(silent, people=frozenset({("smr", "bz")}), belligerents=frozenset({"A"}))
    full = replace(named, counts={Harm.KILLED: Range(4, 4)}, means=frozenset({"shelling"}))
    parts = {name for one in (silent, full) for name, _ in compare(one, one).parts}
    assert len(parts) == 11 + len({"before"})
    told = in_words(dict.fromkeys(parts, 1.0))
    assert "ages told +1.0" in told and told.count("+1.0") == 11


def test_people_are_counted_once_for_each_harm():
    def claim(kind, count, scope=Scope.INCIDENT):
        return Claim(kind, count, Quantifier.EXACT, Span(0, 0, ""), scope=scope)

    claims = (
        claim(Harm.KILLED, Range(4, 6)),
        claim(Harm.KILLED, Range(2, 2)),
        claim(Harm.INJURED, Range(3, None)),
        claim(Harm.KILLED, Range(900, 900), Scope.TOLL),
    )
    assert people_counted(Reading("eng", claims)) == 7


def test_ranking_many_doubts_opens_no_report(doubts):
    doubts(0.5, 0.5)
    with CaptureQueriesContext(connection) as asked:
        assert len(all_doubts()) == 2
    assert not [one for one in asked if "readingrecord" in one["sql"] or '"text"' in one["sql"]]
