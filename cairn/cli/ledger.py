"""Which ledger a command works on, and who works: the same for every command."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cairn.exceptions import BadInput, NotAllowed
from cairn.records.ledger import Ledger, open_ledger, open_to_read

PERSON = "CAIRN_PERSON"

LedgerArgument = Annotated[
    Path, typer.Argument(metavar="[LEDGER]", help="The ledger's folder.", show_default="the current one")
]
Words = Annotated[list[str], typer.Argument(metavar="[LEDGER] …")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", envvar=PERSON, help="Who you are.")]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why: it stays in the record.")]


def is_ledger(path: Path) -> bool:
    return (path / "cairn.toml").is_file()


def split(words: Sequence[str]) -> tuple[Path, list[str]]:
    """The ledger's folder and the other words: the first word is the ledger where it is one.

    So `cairn trace syria RA-1` and, inside the ledger, `cairn trace RA-1` are the same.
    """
    if words and is_ledger(Path(words[0])):
        return Path(words[0]), list(words[1:])
    return Path(), list(words)


def to_write(words: Sequence[str], named: Sequence[str] | None = None) -> tuple[Ledger, list[str]]:
    """The open ledger and the words after it; `named` is what they must be, in their order."""
    folder, rest = _checked(words, named)
    return open_ledger(folder), rest


def to_read(words: Sequence[str], named: Sequence[str] | None = None) -> tuple[Ledger, list[str]]:
    """The same for a command that changes nothing: a ledger that may not be written will do."""
    folder, rest = _checked(words, named)
    return open_to_read(folder), rest


def _checked(words: Sequence[str], named: Sequence[str] | None) -> tuple[Path, list[str]]:
    folder, rest = split(words)
    if named is not None and len(rest) > len(named):
        raise BadInput(
            f"{rest[0]} is not a ledger: it has no cairn.toml. Name a ledger's folder, or leave it out."
        )
    if named is not None and len(rest) < len(named):
        raise BadInput(f"{named[len(rest)]} is missing. `--help` after the command says what stands where.")
    return folder, rest


def person(by: str) -> str:
    """Who makes this change; where nobody said, the name under which they use this computer."""
    if by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise NotAllowed(f"A change needs a person: say who you are with --by NAME or {PERSON}.") from None


def decider(by: str) -> str:
    """Who decides: a name that somebody gave, because a decision is signed."""
    if not by.strip():
        raise NotAllowed(f"A decision needs a person: say who you are with --by NAME or {PERSON}.")
    return by.strip()


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
