from hypothesis import given
from hypothesis import strategies as st

from cairn.link.agglomerate import agglomerate
from cairn.values import Judgement

SAME, DIFFERENT, UNSURE = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE


def test_one_weak_pair_does_not_chain_two_incidents():
    scores = {(0, 1): 3.0, (0, 2): 3.0, (1, 2): 3.0, (3, 4): 3.0, (2, 3): 0.5}
    assert agglomerate(5, scores, ()) == [(0, 1, 2), (3, 4)]


def test_what_a_person_keeps_apart_never_meets_however_well_it_fits():
    scores = {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0}
    assert agglomerate(3, scores, [(0, 2, DIFFERENT)]) in ([(0, 1), (2,)], [(0,), (1, 2)])


def test_what_a_person_joins_stays_together_however_badly_it_fits():
    assert agglomerate(3, {(0, 1): -9.0}, [(0, 1, SAME)]) == [(0, 1), (2,)]


def test_an_unsure_person_decides_nothing():
    assert agglomerate(2, {(0, 1): 2.0}, [(0, 1, UNSURE)]) == [(0, 1)]


def test_the_order_of_judgements_does_not_matter():
    said = [(0, 1, SAME), (1, 2, DIFFERENT)]
    scores = {(0, 1): -1.0, (0, 2): 4.0, (1, 2): 4.0}
    assert agglomerate(3, scores, said) == agglomerate(3, scores, said[::-1]) == [(0, 1), (2,)]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(-10, 10),
    ),
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1]), max_size=4
    ),
)
def test_everything_is_in_one_group_and_no_judgement_is_broken(scores, apart):
    groups = agglomerate(10, scores, [(one, other, DIFFERENT) for one, other in apart])
    assert sorted(member for group in groups for member in group) == list(range(10))
    assert not any(one in group and other in group for one, other in apart for group in groups)


def test_a_pair_that_no_good_pair_reaches_changes_nothing():
    scores = {(0, 1): 2.0, (2, 3): 3.0}
    assert agglomerate(4, scores, ()) == agglomerate(4, scores | {(1, 2): -1.0, (0, 3): -9.0}, ())


def test_groups_never_compared_are_held_against_each_other():
    strong_chain = {(0, 1): 0.5, (1, 2): 0.5}
    assert agglomerate(3, strong_chain, ()) == [(0, 1), (2,)]
