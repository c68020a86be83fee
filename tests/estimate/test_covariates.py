"""Two invented lists that know the old better than the young."""

import csv

import numpy as np
import pytest
from scipy.special import expit

from cairn.estimate.covariates import estimate_of_people, forest_of, read_people
from cairn.exceptions import BadInput

PEOPLE = 4000


def written(seed=1, slope=0.05, people=PEOPLE):
    rng = np.random.default_rng(seed)
    age, woman = rng.integers(0, 90, people), rng.uniform(size=people) < 0.5
    chance = expit(-2.2 + slope * age)
    rows = ["id,ministry,survey,age,sex"]
    for at in range(people):
        first, second = rng.uniform(size=2) < chance[at]
        if first or second:
            told = "" if rng.uniform() < 0.05 else str(age[at])
            rows.append(f"{at},{first:d},{second:d},{told},{'female' if woman[at] else 'male'}")
    return "\n".join(rows)


def test_what_is_known_of_people_mends_two_lists_that_know_the_same_kind_better():
    people = read_people(written(), ["age", "sex"])
    answer = estimate_of_people(people, seed=1)
    sizes, both = people.marks.sum(axis=0), people.table.counts["11"]
    assert sizes[0] * sizes[1] / both < 0.8 * PEOPLE
    assert answer.median == pytest.approx(PEOPLE, rel=0.1)
    assert answer.interval[0] < answer.median < answer.interval[1]
    assert "independent among people alike in age, sex" in answer.cautions[0]


def test_a_forest_needs_nobody_to_say_how_age_works():
    answer = estimate_of_people(read_people(written(), ["age", "sex"]), seed=1, forest=True)
    assert answer.median == pytest.approx(PEOPLE, rel=0.15)
    assert answer.diagnostics["learner"] == "forest"


def test_a_forest_is_sure_where_everybody_is_alike():
    chances = forest_of(1)(np.zeros((30, 1)), np.ones(30), np.zeros((2, 1)))
    assert chances.tolist() == [1.0, 1.0]


def test_lists_that_hardly_meet_are_refused():
    lines = ["ministry,survey,age"] + ["1,0,30"] * 60 + ["0,1,40"] * 60 + ["1,1,35"] * 5
    answer = estimate_of_people(read_people("\n".join(lines), ["age"]), seed=1)
    assert answer.refused
    assert answer.reason.startswith("5 people are on both lists")


def test_people_who_could_hardly_be_on_both_lists_refuse_it():
    lines = ["ministry,survey,place"]
    lines += ["1,0,north"] * 300 + ["0,1,south"] * 300 + ["1,1,harbour"] * 30 + ["1,0,harbour"] * 30
    answer = estimate_of_people(read_people("\n".join(lines), ["place"]), seed=1)
    assert answer.refused
    assert "next to no chance" in answer.reason
    assert answer.n_documented == 660


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b,age\n", "is empty"),
        ("a,b,sex\n1,0,male\n", "has no column age"),
        ("a,b,c,age\n1,0,1,4\n", "3 columns of 0 and 1"),
    ],
)
def test_a_file_that_is_none_is_one_sentence(text, said):
    with pytest.raises(BadInput, match=said):
        read_people(text, ["age"])


def test_words_beyond_count_are_no_kinds():
    rows = "\n".join(f"1,{n % 2},village {n}" for n in range(60))
    with pytest.raises(BadInput, match="60 different words"):
        read_people("a,b,place\n" + rows, ["place"])


def test_a_cell_may_hold_what_ends_lines_elsewhere():
    rows = "\n".join(f'1,{n % 2},"street\u2028and \n house"' for n in range(6))
    assert read_people("a,b,place\n" + rows, ["place"]).table.n == 6


def test_a_file_whose_quotation_never_ends_is_one_sentence():
    limit = csv.field_size_limit(1_000)  # of the whole process
    try:
        with pytest.raises(BadInput, match="is not a CSV file"):
            read_people('a,b,place\n1,1,"' + "x" * 2_000, ["place"])
    finally:
        csv.field_size_limit(limit)
