"""Three invented lists of one invented population, whose links are sure, doubtful or wanting."""

import random

import pytest

from cairn.estimate import MatchedPair
from cairn.estimate.over_linkages import estimate_of_lists, likeliest_table

PEOPLE = 1500
SHARES = {"hospital": 0.35, "survey": 0.3, "press": 0.25}


@pytest.fixture(scope="module")
def lists():
    chance = random.Random(5)
    return {name: [p for p in range(PEOPLE) if chance.random() < share] for name, share in SHARES.items()}


def pairs_of(lists, probability):
    names = list(lists)
    return [
        MatchedPair((one, person), (other, person), probability)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        for person in lists[one]
        if person in set(lists[other])
    ]


def test_sure_links_give_the_population_back(lists):
    answer = estimate_of_lists(lists, pairs_of(lists, 1.0), linkages=5)
    low, high = answer.interval
    assert low < PEOPLE < high
    assert answer.n_documented == len({p for on in lists.values() for p in on})
    assert answer.diagnostics["linkages"] == 5


def test_doubtful_links_raise_and_widen_the_answer(lists):
    sure = estimate_of_lists(lists, pairs_of(lists, 1.0), linkages=5)
    doubtful = estimate_of_lists(lists, pairs_of(lists, 0.8), linkages=20)
    assert doubtful.median > sure.median * 1.1
    assert doubtful.interval[1] - doubtful.interval[0] > sure.interval[1] - sure.interval[0]


def test_every_threshold_of_the_linkage_is_shown(lists):
    said = estimate_of_lists(lists, pairs_of(lists, 0.8), linkages=5).diagnostics["linkage_thresholds"]
    documented = {row["threshold"]: row["documented"] for row in said}
    everybody = sum(map(len, lists.values()))
    assert documented[0.3] == documented[0.7] < documented[0.9] == documented[0.97] == everybody


def test_lists_that_share_nobody_are_refused_with_every_threshold(lists):
    answer = estimate_of_lists(lists, [])
    assert answer.refused
    assert "No two lists share anybody" in answer.reason
    assert len(answer.diagnostics["linkage_thresholds"]) == 5


def test_the_same_lists_and_seed_give_the_same_answer(lists):
    once, again = (estimate_of_lists(lists, pairs_of(lists, 0.8), seed=3, linkages=10) for _ in range(2))
    assert (once.median, once.interval) == (again.median, again.interval)


def test_the_likeliest_table_leaves_out_pairs_that_are_likelier_wrong(lists):
    assert likeliest_table(lists, pairs_of(lists, 0.4)).n == sum(map(len, lists.values()))
