"""cairn.toml: what a ledger watches, as a person writes it and as the steps take it."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, LedgerError, in_words
from cairn.model.setting import ModelSetting
from cairn.values import Grade, PartialDate
from cairn.vocabulary.conflict import Conflict, Membership

_TEMPLATE = """\
# What this ledger watches. Change it at any time; `cairn run` then reads again what it bears on.
# An empty list means "not limited".

name = {name}

# ISO 3166 codes of the countries watched: a hint where a place name is common, not a fence.
countries = {countries}

# The belligerents recorded, by the names of cairn/vocabulary/belligerents.yml: "US-led Coalition" …
belligerents = {belligerents}

# ISO 639-3 codes of the languages that reports come in: "eng", "ara" …
languages = {languages}

# The version of the conventions that turn words ("several", "dozens") into ranges.
conventions = {conventions}

# What is monitored: a year, a month or a day each; leave out `end` while it goes on.
[window]
{window}

# Who belonged to which coalition, and when; besides what belligerents.yml knows. For each:
# [[coalitions]]
# coalition = "US-led Coalition"
# member = "Denmark"
# start = "2014-10"
# end = "2016-12"

# How probable it is that an incident of a grade is as recorded, as [least, most]: what your organisation can
# defend, from its own experience. Cairn has no numbers of its own; without them `cairn total --three` has no
# bounds beyond the envelope.
# [weights]
# confirmed = [0.98, 1.0]
# fair = [0.8, 0.95]

# Which sources are one list for `cairn estimate`, because they draw on one another. Others stand alone.
# [lists]
# press = ["Example Times", "Example News"]

# What `cairn release` publishes. questions: asked besides the standard ones, in the words that stand above a
# total. names: whose names are told, of "killed" (grown people who died), "minors" and "living" (injured,
# missing, captured); whoever is not named stays counted. coarse: objects ("hospital or clinic", "shelter or
# camp") whose places are told to some ten kilometres only.
# [release]
# questions = ["all alleged, every belligerent, Syria, 2017-05 to 2017-06, by month"]
# names = ["killed"]
# coarse = []

# A language model that may propose claims besides, each held to the report's words. Reports are sent to its
# address, but for those of confidential sources. A key is read from CAIRN_MODEL_KEY, never from here.
# [model]
# address = "http://localhost:8080/v1"
# name = "the name its service knows it by"
"""
_KEYS = {
    "name",
    "countries",
    "belligerents",
    "languages",
    "conventions",
    "window",
    "coalitions",
    "weights",
    "release",
    "lists",
    "model",
}


def written(conflict: Conflict) -> str:
    """cairn.toml for a new ledger, with comments for whoever edits it."""
    lists = {key: _list(getattr(conflict, key)) for key in ("countries", "belligerents", "languages")}
    window = (("start", conflict.start, "2014-08"), ("end", conflict.end, "2017-07"))
    lines = [f'{key} = "{day}"' if day else f'# {key} = "{example}"' for key, day, example in window]
    words = {key: json.dumps(getattr(conflict, key), ensure_ascii=False) for key in ("name", "conventions")}
    return _TEMPLATE.format(**lists, **words, window="\n".join(lines))


def insist_on(conflict: Conflict) -> None:
    """Refuse a setting that could not be read back, before anything is made of it."""
    for code in conflict.countries:
        _country(code)


def _list(words: tuple[str, ...]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def read(folder: Path) -> Conflict:
    """The ledger's setting. Refuses, naming the line or the key, what it does not understand."""
    try:
        return _conflict(_said(folder), folder)
    except (BadInput, TypeError, KeyError, AttributeError) as problem:
        raise LedgerError(f"{folder / 'cairn.toml'}: {_sentence(problem)}") from None


def read_model(folder: Path) -> ModelSetting | None:
    """The language model that the ledger asks; None where it asks none."""
    said = _said(folder).get("model")
    if said is None:
        return None
    try:
        return ModelSetting(**said)
    except BadInput as problem:
        raise LedgerError(f"{folder / 'cairn.toml'}: {problem}") from None
    except TypeError:
        known = ", ".join(field.name for field in fields(ModelSetting))
        raise LedgerError(
            f"{folder / 'cairn.toml'}: [model] needs an address and a name, and knows nothing but {known}."
        ) from None


def read_weights(folder: Path) -> dict[Grade, tuple[float, float]]:
    """The interval that the organisation gives each grade; none where it gives none."""
    file, said = folder / "cairn.toml", _said(folder).get("weights", {})
    if not isinstance(said, dict):
        raise LedgerError(f"{file}: weights is {said!r}. Write [weights] and a line for each grade.")
    return {_grade(file, name): _interval(file, name, given) for name, given in said.items()}


def _grade(file: Path, name: str) -> Grade:
    try:
        return Grade(name.replace("_", " "))
    except ValueError:
        raise LedgerError(
            f"{file}: [weights] has “{name}”, which is no grade. Choose from {', '.join(Grade)}."
        ) from None


def _interval(file: Path, name: str, given: object) -> tuple[float, float]:
    ends = given if isinstance(given, list) and len(given) == 2 else []
    numbers = [end for end in ends if isinstance(end, int | float) and not isinstance(end, bool)]
    if len(numbers) != 2 or not 0 <= numbers[0] <= numbers[1] <= 1:
        raise LedgerError(
            f"{file}: the weight of {name} is {given!r}. Write two numbers from 0 to 1, the lower first."
        )
    return float(numbers[0]), float(numbers[1])


def read_lists(folder: Path) -> dict[str, tuple[str, ...]]:
    """The sources that are one list, by the list's name; none where the ledger joins none."""
    said = _said(folder).get("lists", {})
    try:
        return {name: _words(said, name) for name in said}
    except (BadInput, AttributeError, TypeError) as problem:
        raise LedgerError(f"{folder / 'cairn.toml'}, [lists]: {problem}") from None


def read_table(folder: Path, name: str) -> dict[str, Any]:
    """What cairn.toml says under [name], as it is written; empty where it says nothing."""
    said = _said(folder).get(name, {})
    if not isinstance(said, dict):
        raise LedgerError(
            f"{folder / 'cairn.toml'}: {name} is {said!r}. Write [{name}] and a line for each key."
        )
    return said


def _said(folder: Path) -> dict[str, Any]:
    file = folder / "cairn.toml"
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise LedgerError(f"{file} cannot be read: {in_words(problem)}. Is {folder} a ledger?") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise LedgerError(f"{file} is not TOML: {in_words(problem)}. Mend that line.") from None
    if unknown := set(said) - _KEYS:
        raise LedgerError(f"{file} has “{min(unknown)}”, which Cairn does not know. Remove or rename it.")
    return said


def _sentence(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"a coalition without {problem}. Write coalition, member, and start or end."
    return str(problem)


def _conflict(said: dict[str, Any], folder: Path) -> Conflict:
    window = said.get("window", {})
    own_places = folder / "places"
    return Conflict(
        name=_word(said, "name"),
        countries=tuple(_country(code) for code in _words(said, "countries")),
        belligerents=_words(said, "belligerents"),
        start=_day(window.get("start")),
        end=_day(window.get("end")),
        languages=_words(said, "languages"),
        conventions=_word(said, "conventions") or "1",
        places=(own_places,) if own_places.is_dir() and any(own_places.iterdir()) else (),
        memberships=tuple(_membership(each) for each in said.get("coalitions", ())),
    )


def _membership(said: dict[str, Any]) -> Membership:
    return Membership(said["member"], said["coalition"], _day(said.get("start")), _day(said.get("end")))


def _word(said: dict[str, Any], key: str) -> str:
    word = said.get(key, "")
    if not isinstance(word, str):
        raise BadInput(f"“{key}” is {word!r}. Write it between quotation marks.")
    return word


def _words(said: dict[str, Any], key: str) -> tuple[str, ...]:
    words = said.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise BadInput(f'“{key}” is {words!r}. Write a list: ["…", "…"].')
    return tuple(words)


def _country(code: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise BadInput(f"“{code}” is not a country code. Write two capital letters, such as SY.")
    return code


def _day(said: object) -> PartialDate | None:
    return PartialDate(str(said)) if said else None
