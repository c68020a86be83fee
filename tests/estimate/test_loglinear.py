"""Fits against Rcapture and MultipleSystemsEstimation, to their digits, and against closed forms."""

import csv

import numpy as np
import pytest

from cairn.estimate.loglinear import every_model
from cairn.estimate.overlap import OverlapTable


def test_madigan_and_yorks_lists_have_their_published_best_model(three_lists):
    best = every_model(three_lists)[0]
    assert best.name == "[23,1]"
    assert best.n == pytest.approx(730.9285714, rel=1e-9)
    assert best.bic == pytest.approx(76.02781, abs=1e-5)


@pytest.mark.parametrize(
    ("case", "reference"),
    [("KOS", "kosovo"), ("KOR", "korea"), ("HIV", "hiv_rome"), ("AUS", "australia"), ("MY3", "my3")],
)
def test_every_listed_model_has_rcaptures_number(case, reference, case_table, rcapture):
    ours = {model.name: model for model in every_model(case_table(case))}
    compared = 0
    for theirs in rcapture[reference]["ms"]:
        model = ours[theirs["model"]]
        if model.sound:
            assert model.n == pytest.approx(theirs["abundance"], rel=1e-6)
            assert model.standard_error == pytest.approx(theirs["stderr"], rel=2e-4)
            assert model.bic == pytest.approx(theirs["BIC"], abs=1e-6)
            compared += 1
    assert compared >= 6


@pytest.mark.parametrize(
    ("case", "order", "name", "n", "bic"),
    [
        ("KOS", 3, "[123,14,34]", 10356.51895725, 203.02963275),
        ("KOS", 2, "[12,13,14,23,34]", 14341.66380043, 225.21124647),
        ("KOR", 2, "[12,23]", 157.16666667, 57.14080988),
        ("UK5", 2, "[12,13,23,25,34]", 22991.33131416, 196.53975555),
        ("UK5", 3, "[123,25,34]", 25311.29061253, 195.87910564),
        ("NO5", 2, "[1,2,3,4,5]", 981.43136699, 96.27026185),
        ("NED5", 2, "[12,15,23,24,25,35,45]", 48012.72629154, 222.05391026),
    ],
)
def test_the_best_model_by_bic_is_the_published_one(case, order, name, n, bic, case_table):
    best = every_model(case_table(case), order)[0]
    assert best.name == name
    assert best.n == pytest.approx(n, rel=1e-6)
    assert best.bic == pytest.approx(bic, abs=1e-5)


def test_AUS_best_model_is_flagged_by_rcapture_and_sound_here(case_table):
    models = every_model(case_table("AUS"))
    assert (models[0].name, round(models[0].n)) == ("[12,23,24]", 6496)


def test_GAZA_U_has_the_eight_published_models(case_table, cases):
    ours = {model.name: model.n for model in every_model(case_table("GAZA-U"))}
    for name, n in cases["GAZA-U"]["reference"]["models"].items():
        assert ours[name] == pytest.approx(n, abs=0.5), name


def test_SDN_tables_have_the_estimates_that_algebra_gives(shared_data):
    """With three lists most models have a closed form; fifty tables of Khartoum are held to it."""
    path = shared_data / "estimation" / "overlaps" / "sudan_khartoum_overlaps_25.csv"
    tables: dict[tuple[str, ...], dict[str, int]] = {}
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        key = (row["d"], row["o"], row["cause"])
        pattern = row["list1"] + row["list2"] + row["list3"]
        tables.setdefault(key, {})[pattern] = int(row["count"])
    assert len(tables) == 50
    for counts in tables.values():
        ours = {model.name: model for model in every_model(OverlapTable(("1", "2", "3"), counts))}
        for name, unseen in _closed_forms(counts).items():
            if ours[name].sound:
                assert ours[name].unseen == pytest.approx(unseen, rel=1e-6), name


def _closed_forms(counts: dict[str, int]) -> dict[str, float]:
    c = {
        pattern: float(counts.get(pattern, 0))
        for pattern in ["100", "010", "001", "110", "101", "011", "111"]
    }
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "[12,3]": np.float64(c["001"])
            * (c["100"] + c["010"] + c["110"])
            / (c["101"] + c["011"] + c["111"]),
            "[13,2]": np.float64(c["010"])
            * (c["100"] + c["001"] + c["101"])
            / (c["110"] + c["011"] + c["111"]),
            "[23,1]": np.float64(c["100"])
            * (c["010"] + c["001"] + c["011"])
            / (c["110"] + c["101"] + c["111"]),
            "[12,13]": np.float64(c["010"]) * c["001"] / c["011"],
            "[12,23]": np.float64(c["100"]) * c["001"] / c["101"],
            "[13,23]": np.float64(c["100"]) * c["010"] / c["110"],
            "[12,13,23]": np.float64(c["111"])
            * c["100"]
            * c["010"]
            * c["001"]
            / (c["110"] * c["101"] * c["011"]),
        }
