"""Estimate: who recorded whom, and from that how many nobody recorded, or why that cannot be said.

    >>> from cairn.estimate import OverlapTable, estimate
    >>> counts = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> answer = estimate(OverlapTable(("a", "b", "c"), counts))
    >>> answer.n_documented, round(answer.median), answer.refused
    (626, 732, False)

It needs numpy and scipy, an extra: `pip install 'cairn-recorder[estimate]'`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cairn.exceptions import CairnError

if TYPE_CHECKING:
    from cairn.estimate.answer import ENGINES, SEED, estimate, examined
    from cairn.estimate.diagnose import Diagnosis, diagnose
    from cairn.estimate.linkage import MatchedPair, average_over_linkages, draw_linkages
    from cairn.estimate.overlap import OverlapTable, table_of
    from cairn.estimate.overlap_csv import read_table
    from cairn.estimate.result import Estimate, ModelAnswer
    from cairn.estimate.strata import sum_of_strata

_HOMES = {
    "diagnose": ("Diagnosis", "diagnose"),
    "answer": ("ENGINES", "SEED", "estimate", "examined"),
    "linkage": ("MatchedPair", "average_over_linkages", "draw_linkages"),
    "overlap": ("OverlapTable", "table_of"),
    "overlap_csv": ("read_table",),
    "result": ("Estimate", "ModelAnswer"),
    "strata": ("sum_of_strata",),
}
__all__ = [
    "ENGINES",
    "SEED",
    "Diagnosis",
    "Estimate",
    "MatchedPair",
    "ModelAnswer",
    "OverlapTable",
    "average_over_linkages",
    "diagnose",
    "draw_linkages",
    "estimate",
    "examined",
    "read_table",
    "sum_of_strata",
    "table_of",
]


def __getattr__(name: str) -> Any:
    """The public names, loaded when first used, so that without the extra one sentence says what is
    missing."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"cairn.estimate has no {name!r}")
    try:
        return getattr(import_module(f"cairn.estimate.{home}"), name)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("numpy", "scipy"):
            raise
        raise CairnError(
            f"Estimating needs {missing.name}, which is missing here: pip install 'cairn-recorder[estimate]'."
        ) from None
