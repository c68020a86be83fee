"""A new report finds its incident among those that are linked, and nothing else moves."""

from dataclasses import replace

import pytest

from cairn import story
from cairn.link.cluster import cluster
from cairn.link.newcomer import Linked
from cairn.values import Reading, ReportText
from tests.link.worlds import b_cubed, made_world

WORLD = made_world(250, 0.1, seed=5)
KNOWN, NEW = WORLD.evidence[:-120], WORLD.evidence[-120:]


@pytest.fixture
def linked():
    return Linked(KNOWN, cluster(KNOWN))


def test_reports_placed_one_by_one_are_as_well_placed_as_all_at_once(linked):
    labels = {id: found[0] for id, found in cluster(KNOWN).incidents_of.items()}
    labels |= {each.id: linked.place(each)[0] for each in NEW}
    at_once = {id: found[0] for id, found in cluster(WORLD.evidence).incidents_of.items()}
    assert b_cubed(WORLD.truth, labels) >= b_cubed(WORLD.truth, at_once) - 0.01


def test_a_copy_joins_the_incident_of_its_original(linked):
    original = KNOWN[0]
    copy = replace(original, report=replace(original.report, id="copy"))
    assert linked.place(copy) == cluster(KNOWN).incidents_of[original.id]


def test_two_new_reports_of_a_new_incident_open_one():
    among = story.linked(KNOWN)
    new = made_world(1, 0.0, seed=99).evidence[0]
    first = among.place(replace(new, report=replace(new.report, id="n1"), origin="n1"))
    assert first and first[0] not in cluster(KNOWN).told
    assert among.place(replace(new, report=replace(new.report, id="n2"), origin="n2")) == first


def test_a_report_of_nothing_tells_of_no_incident(linked):
    silent = replace(
        NEW[0], report=ReportText("quiet", "Bread was dear."), reading=Reading("eng"), origin="q"
    )
    assert linked.place(silent) == []
