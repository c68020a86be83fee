"""Write docs/reference/commands.md from what the commands say of themselves.

python docs/reference/make.py [--print]
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import typer
from typer.core import TyperCommand, TyperGroup

from cairn.cli import COMMANDS, app

HEAD = """# Commands

What each command says of itself; made by `docs/reference/make.py`. `cairn -C LEDGER …` works in that
ledger's folder, as with git. A refusal is one sentence on standard error and exit status 1; a slip in the
command's own words is exit status 2.
"""


def page() -> str:
    for module in COMMANDS.values():
        import_module(f"cairn.cli.{module}").register(app)
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    context = typer.Context(root, info_name="cairn")
    return "\n".join([HEAD, *(section(name, root.commands[name], context) for name in COMMANDS)])


def section(name: str, command: TyperCommand | TyperGroup, parent: typer.Context) -> str:
    context = typer.Context(command, info_name=name, parent=parent)
    if isinstance(command, TyperGroup):
        parts = [f"## cairn {name}\n\n{command.help or ''}\n"]
        return "\n".join(
            parts + [entry(sub, part, context) for sub, part in sorted(command.commands.items())]
        )
    return entry(name, command, parent).replace("###", "##", 1)


def entry(name: str, command: TyperCommand | TyperGroup, parent: typer.Context) -> str:
    context = typer.Context(command, info_name=name, parent=parent)
    usage = command.get_usage(context).removeprefix("Usage: ")
    rows = [f"| `{words}` | {meaning} |" for words, meaning in options(command, context)]
    table = ["| option | meaning |", "|---|---|", *rows, ""] if rows else []
    return "\n".join([f"### {context.command_path}", "", f"`{usage}`", "", command.help or "", "", *table])


def options(command: TyperCommand | TyperGroup, context: typer.Context) -> list[tuple[str, str]]:
    told = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and "--help" not in record[0]:
            told.append((record[0].replace("|", "\\|"), " ".join(record[1].split()).replace("|", "\\|")))
    return told


if __name__ == "__main__":
    if "--print" in sys.argv:
        print(page(), end="")
    else:
        Path(__file__).with_name("commands.md").write_text(page(), "utf-8")
