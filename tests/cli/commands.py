"""The command line as a person uses it, in this process: a process for each command would take minutes."""

from __future__ import annotations

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import typer

from cairn.cli import COMMANDS, _everywhere, command_in
from cairn.exceptions import CairnError


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def cairn(*words: object, cwd: Path | None = None) -> Done:
    """What `cairn WORDS…` prints and how it exits, as `cairn.cli.main` has it."""
    wanted = command_in([str(word) for word in words])
    assert wanted, "a command of Cairn's"
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.callback()(_everywhere)
    import_module(f"cairn.cli.{COMMANDS[wanted]}").register(app)
    out, err = io.StringIO(), io.StringIO()
    with chdir(cwd or Path.cwd()), redirect_stdout(out), redirect_stderr(err):
        try:
            code = app([str(word) for word in words], standalone_mode=False)
        except CairnError as refusal:
            print(f"cairn: {refusal}", file=sys.stderr)
            code = 1
        except typer.Exit as left:
            code = left.exit_code
    return Done(code or 0, out.getvalue(), err.getvalue())


def said(*words: object, **how: Path) -> str:
    """What a command that must succeed prints."""
    done = cairn(*words, **how)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(*words: object, **how: Path) -> str:
    """The one sentence of a command that must be refused."""
    done = cairn(*words, **how)
    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith("cairn: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("cairn: ").strip()
