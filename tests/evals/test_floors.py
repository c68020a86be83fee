"""The scores on real texts stand on their floors."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

EVALS = Path(__file__).resolve().parents[2] / "evals"
_spec = importlib.util.spec_from_file_location("floors", EVALS / "floors.py")
assert _spec and _spec.loader
floors = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(floors)


@pytest.mark.parametrize("name", sorted(floors.load()))
def test_the_score_on_real_texts_does_not_fall(shared_data, name):
    assert floors.fallen(name, floors.measure(name)) == []


def test_every_set_that_can_be_measured_has_a_floor(shared_data):
    assert set(floors.load()) == set(floors.sets())


def test_a_score_below_its_floor_is_named(shared_data, monkeypatch):
    known = {"digest": floors.digest("names"), "scores": {"P": 0.9}}
    monkeypatch.setattr(floors, "load", lambda: {"names": known})
    assert floors.fallen("names", {"P": 0.8}) == ["names: P fell from 0.9 to 0.8"]
    assert floors.fallen("names", {"P": 0.9}) == []


def test_a_floor_never_falls(shared_data, monkeypatch):
    known = {"digest": floors.digest("names"), "scores": {"P": 0.9, "R": 0.5}}
    monkeypatch.setattr(floors, "load", lambda: {"names": known})
    assert floors.raised("names", {"P": 0.8, "R": 0.6})["scores"] == {"P": 0.9, "R": 0.6}
