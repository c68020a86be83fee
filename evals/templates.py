"""The recorded templates of `attack_templates`: each slot as fills, each fill as the answers it would accept.

A fill stands as `"A" / "B"`: either will do. `*` and `-` ask for nothing; `?` before a fill excuses its want.
A number or an effect stands before the words for those it is of: `6: "PRIESTS"`, `DEATH: "MAYOR" / "ORTIZ"`.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_DATELINE = 120  # characters in which a wire's dateline stands
_NUMBER = re.compile(r"\s*(~|-)?\s*(\d+)\s*(-\s*(\d+)?)?\s*")
_WORD = re.compile(r"[A-Z0-9][A-Z0-9']*")
# Words that tell nobody apart: a fill is not found because both say "THE" or "OF".
_SMALL = frozenset(
    [
        *(
            "A",
            "AN",
            "THE",
            "OF",
            "AND",
            "OR",
            "IN",
            "ON",
            "AT",
            "TO",
            "BY",
            "FOR",
            "FROM",
            "WITH",
            "THAT",
            "WHO",
        ),
        *("HIS", "HER", "THEIR", "ITS", "WAS", "WERE", "HAS", "HAVE", "BEEN", "ONE", "TWO", "THREE", "FOUR"),
        *("FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "SEVERAL", "SOME", "OTHER", "OTHERS"),
    ]
)
Reader = Callable[[str], Iterable[object]]


@dataclass(frozen=True)
class Fill:
    """One fill of a slot. `accepts` are its alternatives; `of` the words for those it is of."""

    accepts: tuple[object, ...]
    of: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True)
class Template:
    """What was recorded of one attack, by slot."""

    slots: dict[str, tuple[Fill, ...]]
    optional: bool


def templates(recorded: dict[str, object]) -> list[Template]:
    """The templates of one document."""
    said = recorded["templates"]
    assert isinstance(said, list)
    return [_template(each) for each in said]


def _template(said: dict[str, object]) -> Template:
    names = _told_together([*_list(said, "HUM TGT: DESCRIPTION"), *_list(said, "HUM TGT: NAME")])
    slots = {
        "date": _fills(said, "INCIDENT: DATE", _dates),
        "place": _fills(said, "INCIDENT: LOCATION", _places),
        "perpetrator": _fills(said, "PERP: INDIVIDUAL ID", _strings),
        "organisation": _fills(said, "PERP: ORGANIZATION ID", _strings),
        "weapon": _weapons(said),
        "number": _of_people(said, "HUM TGT: NUMBER", names, _numbers),
        "effect": _of_people(said, "HUM TGT: EFFECT OF INCIDENT", names, _effects),
    }
    return Template(slots, "OPTIONAL" in str(said["template"]))


def _list(said: dict[str, object], slot: str) -> list[str]:
    fills = said.get(slot) or []
    assert isinstance(fills, list)
    return [fill.replace('\\"', "").strip() for fill in fills]


def _asked(said: dict[str, object], slot: str) -> list[tuple[str, bool]]:
    """The fills that ask for something, and whether each is optional."""
    each = [(fill.lstrip("? "), fill.startswith("?")) for fill in _list(said, slot)]
    return [(fill, optional) for fill, optional in each if fill not in ("*", "-", "")]


def _fills(said: dict[str, object], slot: str, read: Reader) -> tuple[Fill, ...]:
    fills = (Fill(tuple(read(fill)), optional=optional) for fill, optional in _asked(said, slot))
    return tuple(fill for fill in fills if fill.accepts)


def _weapons(said: dict[str, object]) -> tuple[Fill, ...]:
    """A weapon by its kind and by its words: either finds it."""
    found = []
    for fill, optional in _asked(said, "INCIDENT: INSTRUMENT TYPE"):
        kinds, _, words = fill.partition(": ")
        accepts = [kind.strip() for kind in kinds.split("/")]
        found.append(Fill((*accepts, *(content(each) for each in _strings(words))), optional=optional))
    return tuple(found)


def _of_people(
    said: dict[str, object], slot: str, names: Sequence[frozenset[str]], read: Reader
) -> tuple[Fill, ...]:
    found = []
    for fill, optional in _asked(said, slot):
        what, _, people = fill.partition(":")
        of = frozenset(word for each in _strings(people) for word in content(each))
        found.append(Fill(tuple(read(what)), _with_other_names(of, names), optional))
    return tuple(fill for fill in found if fill.accepts)


def _told_together(fills: list[str]) -> list[frozenset[str]]:
    """The words of each description with the name it goes with."""
    return [frozenset(word for each in _strings(fill) for word in content(each)) for fill in fills]


def _with_other_names(of: frozenset[str], names: Sequence[frozenset[str]]) -> frozenset[str]:
    for each in names:
        if len(of & each) >= min(2, len(of), len(each)) > 0:
            of |= each
    return of


def _strings(fill: str) -> list[str]:
    quoted = re.findall(r'"([^"]+)"', fill)
    return [each for each in quoted or fill.split("/") if each.strip() not in ("-", "*", "")]


def content(words: str) -> frozenset[str]:
    """The words that tell."""
    return frozenset(_singular(word) for word in _WORD.findall(_plain(words)) if word not in _SMALL)


def _plain(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.upper())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("S") and not word.endswith("SS") else word


def _alternatives(fill: str) -> list[str]:
    return [each.strip("() ") for each in re.split(r"\s+/\s+|\)\s*/\s*\(", fill)]


def reported(text: str) -> dt.date | None:
    """The day of a wire, from its dateline."""
    dateline = _DAY.search(text, 0, _DATELINE)
    return _day(*dateline.groups()) if dateline else None


def _dates(fill: str) -> list[tuple[dt.date, dt.date]]:
    """Each alternative as first and last day; "by 8 January" is that day: none before it is known."""
    found = []
    for each in _alternatives(fill):
        days = [day for match in _DAY.findall(each.upper()) if (day := _day(*match))]
        if days:
            found.append((days[0], days[-1]))
    return found


def _day(day: str, month: str, year: str) -> dt.date | None:
    """None for a slip of the pen: 31 June."""
    try:
        return dt.date(1900 + int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _places(fill: str) -> list[tuple[str, ...]]:
    """Each alternative as names, the country first and the finest last."""
    found = []
    for each in _alternatives(fill):
        steps = [
            re.sub(r"\([^)]*\)?", "", step).strip() for part in each.split(":") for step in part.split(" - ")
        ]
        found.append(tuple(step for step in steps if step))
    return [each for each in found if each]


def _numbers(fill: str) -> list[tuple[str, int]]:
    """Each alternative as ("exact" | "about" | "at least" | "at most" | "plural", number)."""
    found: list[tuple[str, int]] = []
    for each in _alternatives(fill):
        match = _NUMBER.fullmatch(each)
        if each == "PLURAL":
            found.append(("plural", 2))
        elif match:
            how = {"~": "about", "-": "at most"}.get(match[1] or "", "at least" if match[3] else "exact")
            found.append((how, int(match[2])))
    return found


def _effects(fill: str) -> list[str]:
    return [each for each in _alternatives(fill) if each in ("DEATH", "INJURY") or each.startswith("NO ")]
