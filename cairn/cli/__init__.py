"""The command line: one file a command, each a few lines that call the step.

Only the module of the command that was asked for is imported, so that a batch command needs no Django.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from cairn.exceptions import CairnError, in_words

# In the order of the story; `cairn --help` lists them so.
COMMANDS = {
    "init": "init",
    "collect": "collect",
    "places": "places",
    "extract": "extract",
    "link": "link",
    "assess": "assess",
    "admissions": "admissions",
    "match-people": "match_people",
    "match-incidents": "match_incidents",
    "review": "review",
    "import": "import_",
    "export": "export",
    "total": "total",
    "beside": "beside",
    "series": "series",
    "estimate": "estimate",
    "publish": "publish",
    "release": "release",
    "run": "run",
    "serve": "serve",
    "verify": "verify",
    "trace": "trace",
    "demo": "demo",
}

app = typer.Typer(
    name="cairn",
    help="Record the casualties of war: from reports to totals that anyone can trace.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _everywhere(
    ledger: Annotated[
        Path | None, typer.Option("-C", metavar="LEDGER", help="Work in this ledger's folder.")
    ] = None,
) -> None:
    if ledger is None:
        return
    try:
        os.chdir(ledger)
    except OSError as problem:
        raise CairnError(
            f"Cannot work in {ledger}: {in_words(problem)}. Check the folder after -C."
        ) from None


def command_in(words: Sequence[str]) -> str | None:
    """The command that somebody typed; a ledger after -C may be called like one."""
    return next(
        (word for before, word in pairwise(["", *words]) if word in COMMANDS and before != "-C"), None
    )


def main() -> None:
    """Run the command line; a refusal is one sentence on standard error and exit status 1."""
    wanted = command_in(sys.argv[1:])
    for name in [wanted] if wanted else COMMANDS:
        import_module(f"cairn.cli.{COMMANDS[name]}").register(app)
    try:
        app()
    except CairnError as refusal:
        print(f"cairn: {refusal}", file=sys.stderr)
        sys.exit(1)
