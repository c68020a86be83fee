"""The chance of a grade: what was thought of it, moved by what came of it."""

import pytest

from cairn.estimate.grade_chances import Chance, calibration, chances, thought
from cairn.values import Grade
from cairn.values.adjudication import Adjudication


def fared(upheld: int, fallen: int, grade: Grade = Grade.FAIR) -> list[Adjudication]:
    return [Adjudication(f"{grade}-{n}", grade, n < upheld) for n in range(upheld + fallen)]


def test_where_nobody_thought_anything_every_chance_is_as_likely():
    assert thought(None) == Chance(1, 1)
    assert chances(fared(30, 10), {})[Grade.FAIR] == Chance(31, 11)


@pytest.mark.parametrize("interval", [(0.8, 0.98), (0.5, 0.7), (0.4, 0.9)])
def test_an_interval_that_was_thought_comes_back(interval):
    assert thought(interval).interval == pytest.approx(interval, abs=0.05)


@pytest.mark.parametrize("sure", [(1.0, 1.0), (0.0, 0.0), (0.0, 1.0), (0.7, 0.7)])
def test_intervals_at_the_ends_are_chances_still(sure):
    low, high = thought(sure).interval
    assert 0 <= low < high <= 1


def test_what_came_of_it_moves_what_was_thought():
    before = thought((0.8, 0.95))
    after = chances(fared(10, 90), {Grade.FAIR: (0.8, 0.95)})[Grade.FAIR]
    assert after.interval[1] < before.interval[0]


def test_a_half_foretells_the_other_where_nothing_changed():
    [found] = calibration(fared(150, 50), {})
    assert found.learned_from + found.held_out == 200
    assert found.fits


def test_a_half_that_fared_otherwise_is_not_as_foretold():
    [as_it_is] = calibration(fared(200, 0), {})
    thought_so = {Grade.FAIR: (0.0, 0.01)}  # against two hundred upheld
    [found] = calibration(fared(200, 0), thought_so)
    assert as_it_is.fits
    assert not found.fits
