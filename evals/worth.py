"""What an answer to a slot of a template is worth: right, half right or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answers import ALIKE
from people import People
from templates import Fill, content


def right(slot: str, fill: Fill, said: Any) -> float:
    """1 for a right answer, a half for one that is half right, else 0."""
    return max((_RIGHT[slot](accepted, said, fill.of) for accepted in fill.accepts), default=0.0)


def _date(accepted: Any, said: Any, of: frozenset[str]) -> float:
    if accepted == said:
        return 1.0
    return 0.5 if said[0] <= accepted[1] and accepted[0] <= said[1] else 0.0


def _place(accepted: Any, said: Any, of: frozenset[str]) -> float:
    """Half right where one holds the other: the country or the department of a town, or a town in them."""
    known, names = [content(step) for step in accepted], [content(step) for step in said]
    if known[-1] == names[0]:
        return 1.0
    return 0.5 if names[0] in known[:-1] or known[-1] in names[1:] else 0.0


def _string(accepted: Any, said: Any, of: frozenset[str]) -> float:
    return _alike(content(accepted), content(said))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    if one and other and (one <= other or other <= one):
        return 1.0
    return 0.5 if one & other else 0.0


def _any_name(accepted: Any, said: Any, of: frozenset[str]) -> float:
    return max(_string(accepted, name, of) for name in said)


def _weapon(accepted: Any, said: Any, of: frozenset[str]) -> float:
    if isinstance(accepted, frozenset):  # the words for the weapon
        return 1.0 if content(said) <= accepted else 0.0
    return 1.0 if accepted == said else 0.5 if any({accepted, said} <= kinds for kinds in ALIKE) else 0.0


def _number(accepted: Any, said: People, of: frozenset[str]) -> float:
    how, number = accepted
    if how == "plural":
        value = 1.0 if said.vague else 0.0
    elif said.vague or number not in (said.least, said.most):
        value = 0.5 if how == "about" and not said.vague and _holds(said, number) else 0.0
    else:
        value = 1.0 if how == _how(said) or how == "about" else 0.5
    return _of_them(value, said, of)


def _holds(said: People, number: int) -> bool:
    return (said.least or 0) <= number <= (number if said.most is None else said.most)


def _how(said: People) -> str:
    if said.most is None:
        return "at least"
    return "exact" if said.least == said.most else "about"


def _effect(accepted: Any, said: People, of: frozenset[str]) -> float:
    same = accepted == said.effect or (accepted.startswith("NO ") and (said.effect or "").startswith("NO "))
    return _of_them(1.0 if same else 0.0, said, of)


def _of_them(value: float, said: People, of: frozenset[str]) -> float:
    """A right answer told of other people is half right, a half right one is wrong."""
    return value if not of or not said.words or of & said.words else max(0.0, value - 0.5)


_RIGHT: dict[str, Callable[[Any, Any, frozenset[str]], float]] = {
    **{"date": _date, "place": _place, "perpetrator": _string, "organisation": _any_name},
    **{"weapon": _weapon, "number": _number, "effect": _effect},
}
