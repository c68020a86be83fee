"""How fast reports are read, and in how much memory, beside a peer in the same run.

The peer is a blank spaCy pipeline where spaCy is installed, else Python's own `re` cutting words: both only
cut the text, so that the ratio says how much dearer reading is than cutting. The texts are invented.

    .venv/bin/python benchmarks/extract/speed.py [REPORTS]
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

from cairn.story import extract
from cairn.values import ReportText

_TOLD = (
    "At least {n} civilians were killed and {m} others injured when a strike hit a market in Aleppo on {d} "
    "May 2017, the Testani Observatory said. Among the dead were Omar Testani (12) and Mona Mustermann (7).",
    "Residents said that aircraft of the US-led Coalition had been overhead since morning, and that the road "
    "to Raqqa was closed. The hospital of the town holds {m} beds and had no fuel left.",
    "قال المرصد إن {n} مدنيين قتلوا وأصيب {m} آخرون في قصف على قرية قرب الرقة يوم {d} أيار 2017.",
    "Nobody claimed the attack. The council asked that the wounded be taken across the river, and that "
    "families who had left the village be given tents before the night.",
)
_LETTERS = 2_000
_POSTS = (
    "Three people, among them a child, were killed when a shell hit a house in Testabad today. #Testabad",
    "مقتل ثلاثة مدنيين وإصابة {n} آخرين جراء قصف على مدينة الرقة صباح اليوم.",
    "BREAKING: {n} soldiers wounded in an attack near Mosul, says the Testani Observatory.",
)


def reports(count: int) -> list[ReportText]:
    """Invented reports of about 2 kB, no two alike."""
    return [ReportText(id=str(at), text=_text(at)) for at in range(count)]


def posts(count: int) -> list[ReportText]:
    """Invented posts of a sentence or two."""
    return [
        ReportText(id=str(at), text=_POSTS[at % len(_POSTS)].format(n=2 + at % 29)) for at in range(count)
    ]


def _text(at: int) -> str:
    told = ""
    while len(told) < _LETTERS:
        n = at + len(told)
        told += _TOLD[n % len(_TOLD)].format(n=2 + n % 17, m=3 + n % 31, d=1 + n % 28) + "\n"
    return told


def peer() -> tuple[str, Callable[[str], object]]:
    """The peer's name and what it does with a text."""
    if find_spec("spacy"):
        import spacy

        return "spaCy, blank", spacy.blank("xx")
    return "re, words only", re.compile(r"\w+|\S").findall


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def megabytes() -> float:
    """The most memory that this process has held so far."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main(count: int) -> None:
    name, cut = peer()
    given = reports(count)
    cut(given[0].text)
    cutting = seconds(lambda: [cut(report.text) for report in given])
    before = megabytes()
    first = seconds(lambda: extract(given[0]))
    reading = seconds(lambda: [extract(report) for report in given])
    short = posts(10 * count)
    posting = seconds(lambda: [extract(post) for post in short])
    print(f"first report     {first:.2f} s, with all that is learnt once")
    print(
        f"reading          {count / reading:,.0f} reports/s, {megabytes() - before:.0f} MB besides the peer's"
    )
    print(f"short posts      {len(short) / posting:,.0f} posts/s")
    print(f"peer ({name}) {count / cutting:,.0f} reports/s, {before:.0f} MB")
    print(f"ratio            {reading / cutting:.1f} times the peer's time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
