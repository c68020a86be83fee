"""Overlap tables: a few that are printed in papers, and those that lie beside the project."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from cairn.estimate import OverlapTable

Case = Mapping[str, Any]


@pytest.fixture(scope="session")
def cases(shared_data: Path) -> dict[str, Case]:
    """Every validation case by its id."""
    written = json.loads((shared_data / "estimation" / "validation_cases.json").read_text("utf-8"))
    return {case["id"]: case for case in written["cases"]}


@pytest.fixture(scope="session")
def case_table(cases: dict[str, Case]) -> Callable[[str], OverlapTable]:
    """The overlap table of a validation case."""

    def table(name: str) -> OverlapTable:
        held = cases[name]["data"]
        counts = {cell["pattern"]: cell["count"] for cell in held["cells"]}
        return OverlapTable(tuple(held["lists"]), counts)

    return table


@pytest.fixture(scope="session")
def rcapture(shared_data: Path) -> dict[str, Any]:
    """What Rcapture and dga said of each table."""
    return json.loads((shared_data / "estimation" / "reference_rcapture_dga.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def three_lists() -> OverlapTable:
    """Madigan and York (1997), Methods for estimation of the size of a closed population: 626 people."""
    counts = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    return OverlapTable(("a", "b", "c"), counts)


@pytest.fixture(scope="session")
def four_lists() -> OverlapTable:
    """Abeni and others (1994), printed again in the Rcapture manual: 1,896 people on four lists."""
    patterns = [
        "1110",
        "1101",
        "1100",
        "1010",
        "1001",
        "1000",
        "0111",
        "0110",
        "0101",
        "0100",
        "0011",
        "0010",
        "0001",
    ]
    people = (3, 1, 33, 20, 6, 403, 3, 35, 10, 545, 11, 621, 205)
    return OverlapTable(("c1", "c2", "c3", "c4"), dict(zip(patterns, people, strict=True)))
