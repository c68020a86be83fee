"""`cairn estimate`: how many nobody recorded, from who recorded whom; or why nobody can say."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cairn.cli.match_people import people_in
from cairn.exceptions import BadInput
from cairn.link.listed import ListedPerson

if TYPE_CHECKING:
    from cairn.estimate import Estimate, OverlapTable

Lists = Mapping[str, Sequence[ListedPerson]]


class Engine(StrEnum):
    """What may stand after --engine."""

    AUTO = "auto"
    LOGLINEAR = "loglinear"
    DGA = "dga"
    CHAO = "chao"
    LCMCR = "lcmcr"


def register(app: typer.Typer) -> None:
    app.command(name="estimate")(command)


def command(
    what: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TABLE.csv | LIST.csv LIST.csv … | LEDGER]",
            help="Counts by pattern (pattern,count); or lists of people, to be linked; or a ledger.",
            show_default="the current ledger",
        ),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="auto chooses by the number of lists.")] = Engine.AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    seed: Annotated[int | None, typer.Option(help="The seed of what is drawn at random.")] = None,
    linkages: Annotated[
        int, typer.Option(min=1, max=10_000, help="How many draws of who is the same person.")
    ] = 100,
    fan: Annotated[Path | None, typer.Option(metavar="FILE.svg", help="Draw every model's answer.")] = None,
    overlap: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write who recorded whom, as counts by pattern.")
    ] = None,
) -> None:
    """Estimate how many people nobody recorded, from how many each combination of lists recorded.

    People on lists are linked with probabilities; the doubt about who is the same person is in the answer.
    A refusal is an answer: it says which evidence was wanting.
    """
    try:
        answer, table = estimated(what or [Path()], engine.value, seed, linkages)
    except BadInput as refusal:
        if as_json:
            print(json.dumps({"n_documented": None, "refused": True, "reason": str(refusal)}))
        raise
    from cairn.estimate import report
    from cairn.estimate.fan import fan_svg
    from cairn.estimate.overlap_csv import write_table

    if fan:
        _write(fan, fan_svg(answer))
    if overlap:
        _write(overlap, write_table(table))
    print(json.dumps(report.as_json(answer), ensure_ascii=False) if as_json else report.as_text(answer))


def estimated(
    what: Sequence[Path], engine: str, seed: int | None, linkages: int
) -> tuple[Estimate, OverlapTable]:
    """The estimate from a table, from lists of people, or from the people named in a ledger's reports."""
    # The matrices here are small: a second thread in the algebra waits more than it works.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from cairn.estimate import SEED

    seed = SEED if seed is None else seed
    if len(what) == 1 and not what[0].is_dir():
        return _of_table(what[0], engine, seed)
    lists = _lists_of_ledger(what[0]) if len(what) == 1 else _lists_in(what)
    return _of_lists(lists, engine, seed, linkages)


def _of_table(path: Path, engine: str, seed: int) -> tuple[Estimate, OverlapTable]:
    """With the hash of the file as it was read."""
    from cairn.estimate import examined, read_table

    try:
        written = path.read_bytes()
        text = written.decode("utf-8-sig")
    except OSError as problem:
        raise BadInput(f"Cannot read {path}: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not UTF-8 text. Save it as CSV in UTF-8.") from None
    table = read_table(text, path.name)
    answer = examined(table, engine, seed, _sweeps if sys.stderr.isatty() else None)
    return replace(answer, input_sha256=hashlib.sha256(written).hexdigest()), table


def _lists_in(files: Sequence[Path]) -> Lists:
    """The people of each file; the file's name is the list's."""
    names = [file.stem for file in files]
    if len(set(names)) < len(names):
        raise BadInput("Two of the lists bear one name. Rename a file: the estimate calls lists by it.")
    return {file.stem: people_in(file) for file in files}


def _lists_of_ledger(path: Path) -> Lists:
    """The lists of a ledger; what is left out is said on standard error."""
    from cairn.records.ledger import open_to_read
    from cairn.records.who_recorded import who_recorded

    found = who_recorded(open_to_read(path))
    if found.short:
        few = ", ".join(f"{name} ({many})" for name, many in found.short.items())
        print(f"Too few people named to be a list each: {few}.", file=sys.stderr)
    if found.copied:
        print(f"{found.copied:,} names in copies of another list's words are left out.", file=sys.stderr)
    return found.lists


def _of_lists(lists: Lists, engine: str, seed: int, linkages: int) -> tuple[Estimate, OverlapTable]:
    from cairn.estimate.over_linkages import estimate_of_lists, likeliest_table
    from cairn.story import same_people

    ids = {name: [person.id for person in people] for name, people in lists.items()}
    pairs = same_people(lists)
    told = _drawn if sys.stderr.isatty() else lambda done, of: None
    return estimate_of_lists(ids, pairs, engine, seed, linkages, told), likeliest_table(ids, pairs)


def _write(path: Path, drawing: str) -> None:
    try:
        path.write_text(drawing, "utf-8")
    except OSError as problem:
        raise BadInput(
            f"Cannot write {path}: {problem.strerror}. Name a file in a folder that is there."
        ) from None


def _sweeps(done: int, most: int, rhat: float) -> None:
    end = "\n" if done >= most else ""
    print(f"\r{done:,} of at most {most:,} sweeps, R-hat {rhat:.3f}", end=end, file=sys.stderr, flush=True)


def _drawn(done: int, of: int) -> None:
    print(f"\r{done:,} of {of:,} linkages", end="\n" if done == of else "", file=sys.stderr, flush=True)
