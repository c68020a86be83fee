import numpy as np
import pytest

from cairn.estimate.imputation import Recorded, imputed_tables
from cairn.exceptions import BadInput

LISTS = ("hospital", "survey", "social")


def test_nobody_is_dropped():
    people = [Recorded("100", ("child",))] * 30 + [Recorded("110", (None,))] * 10
    for tables in imputed_tables(LISTS, people, 5, seed=1):
        assert sum(table.n for table in tables.values()) == 40


def test_an_unknown_group_follows_those_on_the_same_lists():
    people = [Recorded("100", ("child",))] * 300 + [Recorded("010", ("adult",))] * 300
    people += [Recorded("100", (None,))] * 50
    tables = next(imputed_tables(LISTS, people, 1, seed=1))
    assert tables[("child",)].counts["100"] == 350
    assert tables[("adult",)].n == 300


def test_what_is_known_of_a_person_is_kept():
    people = [Recorded("100", ("child", "girl"))] * 40 + [Recorded("100", ("child", "boy"))] * 60
    people += [Recorded("100", ("adult", "woman"))] * 100 + [Recorded("100", ("child", None))] * 200
    girls = [
        tables[("child", "girl")].counts["100"] - 40 for tables in imputed_tables(LISTS, people, 50, seed=1)
    ]
    assert np.mean(girls) == pytest.approx(80, abs=4)


def test_groups_that_nobody_has_cannot_be_filled_in():
    with pytest.raises(BadInput, match="wholly known"):
        next(imputed_tables(LISTS, [Recorded("100", (None,))], 1, seed=1))
    people = [Recorded("100", ("child", "boy")), Recorded("100", ("adult", None))]
    with pytest.raises(BadInput, match="agrees with"):
        next(imputed_tables(LISTS, people, 1, seed=1))
