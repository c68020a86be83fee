"""The questions that a mapping file is asked, part by part; each raises ValueError with what is wrong."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cairn.exchange.dates import FORMS, is_form
from cairn.exchange.short import short
from cairn.values import PartialDate

Check = Callable[[Any, str], Any]


def keys(said: Any, known: Mapping[str, Check], at: str) -> None:
    if not isinstance(said, dict):
        raise ValueError(f"says “{short(said)}” for “{at}:”, which wants names and columns under it")
    for key, part in said.items():
        where = f"{at}.{key}" if at else str(key)
        if key not in known:
            raise ValueError(f"says “{where}:”, which {_meant(str(key), known)}")
        known[key](part, where)


def _meant(key: str, known: Iterable[str]) -> str:
    near = get_close_matches(key, list(known), 1)
    said = f"Perhaps you mean “{near[0]}”" if near else f"Known: {', '.join(known)}"
    return f"is not known. {said}"


def word(said: Any, at: str) -> str:
    """A name in letters: YAML takes Yes, No, dates and numbers without quotation marks for something else."""
    if not isinstance(said, str) or not said:
        raise ValueError(f"says {short(said)} for “{at}:”. Write a name between quotation marks")
    return said


def words_listed(said: Any, at: str) -> list[str]:
    if not isinstance(said, list) or not said:
        raise ValueError(f"says {short(said)} for “{at}:”. Write a list of names: [one, another]")
    return [word(part, at) for part in said]


def one_of(known: Iterable[str]) -> Check:
    allowed = tuple(known)

    def check(said: Any, at: str) -> None:
        if said not in allowed:
            raise ValueError(f"says “{short(said)}” for “{at}:”. Write one of {', '.join(allowed)}")

    return check


def yes_or_no(said: Any, at: str) -> None:
    if not isinstance(said, bool):
        raise ValueError(f"says “{short(said)}” for “{at}:”. Write true or false")


def encoding(said: Any, at: str) -> None:
    try:
        codecs.lookup(word(said, at))
    except LookupError:
        raise ValueError(f"says “{short(said)}” for “{at}:”. Write utf-8, windows-1256 or such") from None


def mark(said: Any, at: str) -> None:
    if len(word(said, at)) != 1:
        raise ValueError(f"says “{short(said)}” for “{at}:”. Write one letter between quotation marks")


def day(said: Any, at: str) -> None:
    PartialDate(word(said, at))


def form(said: Any, at: str) -> None:
    if not is_form(word(said, at)):
        raise ValueError(f"says “{short(said)}” for “{at}:”. Write {FORMS}")


def zone(said: Any, at: str) -> None:
    try:
        ZoneInfo(word(said, at))
    except (ZoneInfoNotFoundError, OSError, ValueError):
        raise ValueError(f"says “{short(said)}” for “{at}:”. Write UTC, Europe/Paris or such") from None


def _words(ours: type[StrEnum] | None) -> Check:
    """Their words and ours; "" stands for nobody."""
    allowed = one_of(["", *ours]) if ours else None

    def check(said: Any, at: str) -> None:
        keys(said, {}, at) if not isinstance(said, dict) else None
        for theirs, mine in said.items():
            where = f"{at}.{theirs}"
            word(theirs, f"{at} (a word of theirs)")
            if allowed:
                allowed(mine, where)
            elif mine != "":
                word(mine, where)

    return check


def column(ours: type[StrEnum] | None = None, *also: str) -> Check:
    """A column's name; or the name with what its words mean; or what holds for every row."""
    known: dict[str, Check] = {
        "column": word,
        "words": _words(ours),
        "separator": word,
        "form": form,
        "zone": zone,
    }
    known |= dict.fromkeys(also, word)
    given: Check = one_of(ours) if ours else word

    def check(said: Any, at: str) -> None:
        if isinstance(said, dict) and "given" in said:
            keys(said, {"given": given}, at)
        elif isinstance(said, dict):
            keys(said, known, at)
            if "column" not in said:
                raise ValueError(f"has no “column:” under “{at}:”. Name the column")
        else:
            word(said, at)

    return check


def bounds(said: Any, at: str) -> None:
    if len(words_listed(said, at)) > 2:
        raise ValueError(f"names {len(said)} columns for “{at}:”. Write [minimum, maximum], or one column")


def under(known: Mapping[str, Check]) -> Check:
    return lambda said, at: keys(said, known, at)


def each(check: Check) -> Check:
    def every(said: Any, at: str) -> None:
        if not isinstance(said, dict) or not said:
            raise ValueError(f"says {short(said)} for “{at}:”, which wants names and columns under it")
        for key, part in said.items():
            check(part, f"{at}.{word(key, at)}")

    return every


def either(first: type, one: Check, other: Check) -> Check:
    return lambda said, at: one(said, at) if isinstance(said, first) else other(said, at)
