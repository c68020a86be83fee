"""Cairn records the casualties of war.

It takes raw reports and arrives at a figure that can be defended: every published digit can be walked back to
a sentence in an archived report, and anyone can recompute it. The story has eight steps, and each is a folder
and a command: collect, archive, extract, link, grade, total, estimate, publish.

    >>> from cairn import ReportText, extract
    >>> reading = extract(ReportText("1", "At least three civilians were killed in Raqqa on 12 May 2017."))
    >>> reading.claims[0].count
    Range(3, None)

Everything here takes values and gives values: no database, no network, no clock.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cairn.story import assess, extract, link
    from cairn.values import Claim, Figure, Finding, Range, Reading, ReportText

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "Figure",
    "Finding",
    "Range",
    "Reading",
    "ReportText",
    "__version__",
    "assess",
    "extract",
    "link",
]


def __getattr__(name: str) -> Any:
    """The public names, loaded when first used: a command pays only for the steps it takes."""
    if name not in __all__:
        raise AttributeError(f"cairn has no {name!r}")
    home = "cairn.story" if name in ("assess", "extract", "link") else "cairn.values"
    return getattr(import_module(home), name)
