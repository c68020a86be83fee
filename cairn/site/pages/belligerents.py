"""A page for each belligerent: what is recorded of it, what it concedes and states, and how late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cairn.site.contents import Contents
from cairn.site.drawing.lags import waits
from cairn.site.drawing.strips import scale_of, strip
from cairn.total.beside.compared import Beside
from cairn.total.beside.stated import Stated, current, newest_of_each
from cairn.values import Range, Verdict

AT_MOST = 100  # incidents listed on the page itself; all of them stand on a list of their own
VERDICTS = (Verdict.CREDIBLE, Verdict.NON_CREDIBLE, Verdict.DUPLICATE, Verdict.OPEN, Verdict.NONE, None)


def names(contents: Contents) -> Iterator[str]:
    yield from (f"belligerent/{file}" for file in contents.speakers.values())


def every(contents: Contents, _: str) -> dict[str, Any]:
    """One line for each, those with most established deaths first."""
    return {
        "rows": [
            {"one": one, "own": current(one.stated)} | _found(contents, one) for one in contents.compared
        ]
    }


def context(contents: Contents, name: str) -> dict[str, Any] | None:
    file = name.removeprefix("belligerent/")
    one = next((one for one in contents.compared if contents.speakers[one.belligerent] == file), None)
    if one is None:
        return None
    return {
        "one": one,
        "figure": _figure(one),
        "verdicts": [(verdict, one.verdicts.on(verdict)) for verdict in VERDICTS if one.verdicts.on(verdict)],
        "elsewhere": [
            (verdict, one.elsewhere.on(verdict)) for verdict in VERDICTS if one.elsewhere.on(verdict)
        ],
        "share": _share(one),
        "waits": waits(one.months),
        "below": one.below[:AT_MOST],
        "stated": [(each, contents.told_in(each.report)) for each in (*one.stated, *one.told)],
    } | _found(contents, one)


def _found(contents: Contents, one: Beside) -> dict[str, Any]:
    """Where its lists of incidents are; nowhere for one that nobody accuses here."""
    accused = contents.belligerents.get(one.belligerent)
    return {
        "file": contents.speakers[one.belligerent],
        "cut": f"incidents/by-{accused}" if accused else None,
    }


def _figure(one: Beside) -> list[dict[str, Any]]:
    """The numbers that stand beside one another, each with its strip on the one scale."""
    rows: list[tuple[str, Range | None, Stated | None]] = [
        ("established", one.established.killed.range, None),
        ("alleged", one.alleged.killed.range, None),
        ("conceded", one.conceded, None),
    ]
    own = current(one.stated)
    rows += [("stated", own.killed if own else None, own)]
    rows += [("told", each.killed, each) for each in newest_of_each(one.told) if len(each.of) == 1]
    highest = scale_of(count for _, count, _ in rows)
    return [
        {"kind": kind, "count": count, "said": said, "strip": strip(count, highest)}
        for kind, count, said in rows
    ]


def _share(one: Beside) -> float | None:
    return one.verdicts.assessed / one.verdicts.alleged if one.verdicts.alleged else None
