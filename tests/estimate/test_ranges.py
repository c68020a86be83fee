import csv

import numpy as np
import pytest

from cairn.estimate.ranges import envelope, mean_box, sample_totals
from cairn.exceptions import BadInput
from cairn.values import Range

INCIDENTS = [Range(1, 5), Range(10, 30), Range(4, 4)] * 100


@pytest.fixture(scope="module")
def strikes(shared_data):
    path = shared_data / "estimation" / "pakistan_drone_incident_ranges_raw.csv"
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


@pytest.mark.parametrize(("who", "total"), [("total", Range(2366, 3702)), ("civilians", Range(245, 303))])
def test_RANGE_sums_are_the_published_ones(who, total, strikes):
    ranges = [_range(row, who) for row in strikes]
    assert len(ranges) == 414
    assert envelope(ranges) == total


def test_RANGE_totals_widen_with_what_incidents_share(strikes, cases):
    ranges = [_range(row, "total") for row in strikes]
    for rho in (0.0, 0.1, 0.3, 0.6, 1.0):
        found = np.quantile(sample_totals(ranges, seed=1, rho=rho, draws=8000), [0.025, 0.975])
        name = f"rho{rho:g}"
        assert found == pytest.approx(cases["RANGE"]["reference"]["all_killed_uniform"][name], rel=0.01)


def _range(row, who):
    return Range(*(int(float(row[f"{who}-killed-{end}"])) for end in ("low", "high")))


def test_no_draw_leaves_the_envelope():
    totals = sample_totals(INCIDENTS, seed=1, rho=1.0, draws=2000)
    whole = envelope(INCIDENTS)
    assert whole.min <= totals.min()
    assert totals.max() <= whole.max


def test_leaning_to_the_minimums_lowers_the_total():
    low, usual, high = (np.median(sample_totals(INCIDENTS, 1, draws=2000, lean=lean)) for lean in (2, 1, 0.5))
    assert low < usual < high


def test_a_mean_lies_in_its_box_whatever_the_dependence():
    assert mean_box([Range(2, 4), Range(10, 12)], [(0.5, 1), (0, 0.5)]) == (1.0, 10.0)


def test_a_range_without_a_ceiling_is_never_drawn_from():
    with pytest.raises(BadInput, match="no ceiling"):
        sample_totals([Range.at_least(12)], seed=1)
    assert envelope([Range.at_least(12), Range(1, 2)]) == Range.at_least(13)
