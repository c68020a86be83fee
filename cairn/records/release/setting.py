"""[release] of cairn.toml: what a release is asked, whose names it tells, which places it coarsens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, LedgerError
from cairn.publish import Care
from cairn.records.setting import read_table
from cairn.total import Question, question_of

KEYS = ("questions", "names", "coarse")


@dataclass(frozen=True, slots=True)
class ReleaseSetting:
    """`questions` are asked besides those that every release answers."""

    care: Care
    questions: tuple[Question, ...] = ()


def read_release(folder: Path) -> ReleaseSetting:
    """The ledger's setting for its releases. Refuses, naming the key, what it does not understand."""
    said = read_table(folder, "release")
    try:
        if unknown := set(said) - set(KEYS):
            raise BadInput(
                f"it knows no “{min(unknown)}”: remove it or rename it to one of {', '.join(KEYS)}"
            )
        lists = {key: _words(key, given) for key, given in said.items()}
        questions = tuple(question_of(text) for text in lists.pop("questions", ()))
        return ReleaseSetting(Care(**lists), questions)
    except BadInput as problem:
        raise LedgerError(f"{folder / 'cairn.toml'}, [release]: {problem}") from None


def _words(key: str, said: Any) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(word, str) for word in said):
        raise BadInput(f'“{key}” is {said!r}. Write a list: ["…", "…"].')
    return tuple(said)
