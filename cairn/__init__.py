"""Cairn records the casualties of war.

It takes raw reports and arrives at a figure that can be defended: every published digit can be walked back to
a sentence in an archived report, and anyone can recompute it. The story has eight steps, and each is a folder
and a command: collect, archive, extract, link, grade, total, estimate, publish.

    >>> from cairn.story import extract
    >>> from cairn.values import ReportText
    >>> reading = extract(ReportText("1", "At least three civilians were killed in Raqqa on 12 May 2017."))
    >>> reading.claims[0].count
    Range(3, None)

`cairn.story` holds the steps, `cairn.values` what goes in and comes out: no database, no network, no clock.
"""

__version__ = "0.1.0"
__all__ = ["__version__"]
