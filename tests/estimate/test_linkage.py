import numpy as np
import pytest

from cairn.estimate import MatchedPair, OverlapTable, average_over_linkages, draw_linkages, estimate
from cairn.estimate.dga import average_graphs
from cairn.estimate.linkage import linked
from cairn.exceptions import BadInput

LISTS = {"north": [1, 2, 3], "south": [1, 2], "press": [7]}


def pair(one, other, probability=1.0):
    return MatchedPair(one, other, probability)


def test_linked_records_are_one_person():
    table = linked([pair(("north", 1), ("south", 2)), pair(("south", 2), ("press", 7))], LISTS)
    assert table.counts == {"111": 1, "100": 2, "010": 1}


def test_two_records_of_one_list_are_never_one_person():
    table = linked([pair(("north", 1), ("press", 7)), pair(("north", 2), ("press", 7))], LISTS)
    assert table.counts == {"101": 1, "100": 2, "010": 2}


def test_a_sure_pair_is_in_every_draw_and_an_impossible_one_in_none():
    pairs = [pair(("north", 1), ("south", 1), 1.0), pair(("north", 2), ("south", 2), 0.0)]
    for table in draw_linkages(LISTS, pairs, 20, seed=1):
        assert table.counts == {"110": 1, "100": 2, "010": 1, "001": 1}


def test_a_doubtful_pair_is_linked_as_often_as_it_is_probable():
    pairs = [pair(("north", 1), ("south", 1), 0.3)]
    together = [table.counts.get("110", 0) for table in draw_linkages(LISTS, pairs, 2000, seed=1)]
    assert np.mean(together) == pytest.approx(0.3, abs=0.03)


def test_a_pair_of_records_that_nobody_listed_is_bad_input():
    with pytest.raises(BadInput, match="no such record"):
        linked([pair(("north", 9), ("south", 1))], LISTS)
    with pytest.raises(BadInput, match="between 0 and 1"):
        pair(("north", 1), ("south", 1), 1.5)


def test_doubt_about_links_widens_the_answer(three_lists):
    fewer = {"011": -1, "101": -30, "110": -30, "001": 31, "010": 31, "100": 60}
    missed = OverlapTable(
        three_lists.lists, {key: count + fewer.get(key, 0) for key, count in three_lists.counts.items()}
    )
    one = estimate(three_lists, "dga")
    both = average_over_linkages([three_lists, missed], lambda table: estimate(table, "dga"))
    assert both.interval[1] > one.interval[1] * 1.05
    assert both.diagnostics == {"linkages": 2, "linkages_refused": 0}


def test_linkages_that_cannot_carry_an_estimate_refuse_the_whole(three_lists):
    apart = OverlapTable(three_lists.lists, {"100": 300, "010": 200, "001": 100})
    answer = average_over_linkages([three_lists, apart], lambda table: estimate(table, "dga"))
    assert answer.refused
    assert "No two lists share anybody" in answer.reason


def test_every_missed_link_raises_the_estimate():
    """Known truth: 2,000 people on three lists, of whose records one in ten is not linked."""
    rng = np.random.default_rng(4)
    medians = {}
    for missed in (0.0, 0.1):
        on = rng.uniform(size=(2000, 3)) < np.array([0.30, 0.25, 0.35])
        kept = on & (rng.uniform(size=on.shape) >= missed)
        alone = (on & ~kept).sum(axis=0)
        counts = np.bincount(kept @ np.array([1, 2, 4]), minlength=8).astype(float)
        counts[[1, 2, 4]] += alone
        patterns = {format(bits, "03b")[::-1]: int(counts[bits]) for bits in range(1, 8)}
        medians[missed] = average_graphs(OverlapTable(("a", "b", "c"), patterns)).quantile(0.5)
    assert medians[0.0] == pytest.approx(2000, rel=0.1)
    assert medians[0.1] > 1.08 * medians[0.0]
