import csv

import numpy as np
import pytest

from cairn.estimate.grade_chances import Chance
from cairn.estimate.ranges import RHOS, SHAPES, draw_fan, draws_for, spokes
from cairn.exceptions import BadInput
from cairn.values import Grade, Range

INCIDENTS = [(Grade.FAIR, Range(1, 5)), (Grade.FAIR, Range(10, 30)), (Grade.FAIR, Range(4, 4))] * 100


@pytest.fixture(scope="module")
def strikes(shared_data):
    path = shared_data / "estimation" / "pakistan_drone_incident_ranges_raw.csv"
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


@pytest.fixture(scope="module")
def fan(strikes):
    """All killed in 414 strikes, none of whose incidents is in doubt."""
    return draw_fan([_range(row, "total") for row in strikes], {}, seed=1)


@pytest.mark.parametrize(("who", "total"), [("total", (2366, 3702)), ("civilians", (245, 303))])
def test_RANGE_sums_are_the_published_ones(who, total, strikes):
    ranges = [_range(row, who)[1] for row in strikes]
    assert len(ranges) == 414
    assert (sum(one.min for one in ranges), sum(one.max for one in ranges)) == total


@pytest.mark.parametrize("rho", RHOS)
def test_RANGE_totals_widen_with_what_incidents_share(rho, fan, cases):
    found = np.quantile(fan[rho, "even"], [0.025, 0.975])
    name = f"rho{rho:g}"
    assert found == pytest.approx(cases["RANGE"]["reference"]["all_killed_uniform"][name], rel=0.01)


@pytest.mark.parametrize(("shape", "interval"), [("low", (2478, 3012)), ("high", (3061, 3592))])
def test_RANGE_shapes_move_the_middle_by_an_eighth(shape, interval, fan):
    assert np.quantile(fan[0.3, shape], [0.025, 0.975]) == pytest.approx(interval, rel=0.015)
    moved = np.median(fan[0.3, shape]) / np.median(fan[0.3, "even"])
    assert abs(moved - 1) == pytest.approx(0.12, abs=0.01)


def _range(row, who):
    low, high = (int(float(row[f"{who}-killed-{end}"])) for end in ("low", "high"))
    return Grade.FAIR, Range(low, high)


def test_no_draw_leaves_the_envelope():
    totals = draw_fan(INCIDENTS, {}, seed=1, draws=500)
    assert totals.keys() == {(rho, shape) for rho in RHOS for shape in SHAPES}
    assert min(drawn.min() for drawn in totals.values()) >= 1500
    assert max(drawn.max() for drawn in totals.values()) <= 3900


def test_incidents_of_a_grade_stand_or_fall_together():
    """Fifty-fifty each by itself, a hundred incidents would nearly always be about half."""
    totals = draw_fan(INCIDENTS, {Grade.FAIR: Chance(1, 1)}, seed=1, draws=2000)
    low, high = np.quantile(totals[0.0, "even"], [0.025, 0.975])
    assert low < 0.1 * 2700
    assert high > 0.9 * 2700


def test_a_grade_that_always_falls_adds_nothing():
    doubtful = [(Grade.WEAK, Range(100, 900))] * 3
    totals = draw_fan([*INCIDENTS, *doubtful], {Grade.WEAK: Chance(1, 1e9)}, seed=1, draws=500)
    assert max(drawn.max() for drawn in totals.values()) <= 3900


def test_the_same_seed_gives_the_same_fan_and_another_another():
    first, again, other = (list(spokes(draw_fan(INCIDENTS, {}, seed, draws=500))) for seed in (1, 1, 2))
    assert first == again != other
    assert [(one.rho, one.shape) for one in first] == [(rho, shape) for rho in RHOS for shape in SHAPES]


def test_intervals_lie_within_one_another():
    for one in spokes(draw_fan(INCIDENTS, {}, seed=1, draws=500)):
        (half_low, half_high), (_, _), (low, high) = one.intervals
        assert low <= half_low <= one.median <= half_high <= high


def test_many_incidents_take_fewer_draws_but_never_few():
    assert draws_for(10) > draws_for(10_000) >= draws_for(10**7) == 1_000


def test_a_range_without_a_ceiling_is_never_drawn_from():
    with pytest.raises(BadInput, match="no ceiling"):
        draw_fan([(Grade.FAIR, Range.at_least(12))], {}, seed=1)
