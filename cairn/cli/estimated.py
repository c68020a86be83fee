"""From what a person gives `cairn estimate` to an estimate: a table, lists of people, or a ledger."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cairn.cli.people_lists import people_in
from cairn.exceptions import BadInput, in_words
from cairn.link.listed import ListedPerson

if TYPE_CHECKING:
    from cairn.estimate import Estimate, OverlapTable

Lists = Mapping[str, Sequence[ListedPerson]]
NO_LIST = (
    "No source of this ledger names enough of the dead to be a list. Collect reports that name them, or join"
    " sources under [lists] in cairn.toml."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """How to estimate. With `covariates` the file is of people on two lists and what is known of them."""

    engine: str
    seed: int | None = None
    linkages: int = 100
    covariates: tuple[str, ...] = ()
    forest: bool = False


def estimated(what: Sequence[Path], asked: Asked) -> tuple[Estimate, OverlapTable]:
    """The estimate, and the counts by pattern that it was made from."""
    # The matrices here are small: a second thread in the algebra waits more than it works.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from cairn.estimate import SEED

    asked = replace(asked, seed=SEED if asked.seed is None else asked.seed)
    if len(what) == 1 and not what[0].is_dir():
        return _of_people(what[0], asked) if asked.covariates else _of_table(what[0], asked)
    if asked.covariates:
        raise BadInput("--covariates wants one file: a row a person, with 0 or 1 for each of two lists.")
    if len(what) == 1:
        return _of_ledger(what[0], asked)
    return _of_lists(_lists_in(what), asked)


def _of_people(path: Path, asked: Asked) -> tuple[Estimate, OverlapTable]:
    from cairn.estimate.covariates import estimate_of_people, read_people

    text, sha256 = _text_of(path)
    people = read_people(text, asked.covariates, path.name)
    answer = estimate_of_people(people, asked.seed or 0, asked.forest)
    return replace(answer, input_sha256=sha256), people.table


def _text_of(path: Path) -> tuple[str, str]:
    """What a file says, and its hash as it was read."""
    try:
        written = path.read_bytes()
        return written.decode("utf-8-sig"), hashlib.sha256(written).hexdigest()
    except OSError as problem:
        raise BadInput(f"Cannot read {path}: {in_words(problem)}.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not UTF-8 text. Save it as CSV in UTF-8.") from None


def _of_table(path: Path, asked: Asked) -> tuple[Estimate, OverlapTable]:
    from cairn.estimate import examined, read_table

    text, sha256 = _text_of(path)
    table = read_table(text, path.name)
    answer = examined(table, asked.engine, asked.seed or 0, _sweeps if sys.stderr.isatty() else None)
    return replace(answer, input_sha256=sha256), table


def _lists_in(files: Sequence[Path]) -> Lists:
    """The people of each file; the file's name is the list's."""
    names = [file.stem for file in files]
    if len(set(names)) < len(names):
        raise BadInput("Two of the lists bear one name. Rename a file: the estimate calls lists by it.")
    return {file.stem: people_in(str(file)) for file in files}


def _of_ledger(path: Path, asked: Asked) -> tuple[Estimate, OverlapTable]:
    lists = _lists_of_ledger(path)
    answer, table = _of_lists(lists, asked)
    return (answer if any(lists.values()) else replace(answer, reason=NO_LIST)), table


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


def _of_lists(lists: Lists, asked: Asked) -> tuple[Estimate, OverlapTable]:
    from cairn.estimate.over_linkages import estimate_of_lists, likeliest_table
    from cairn.story import same_people

    ids = {name: [person.id for person in people] for name, people in lists.items()}
    pairs = same_people(lists)
    told = _drawn if sys.stderr.isatty() else lambda done, of: None
    answer = estimate_of_lists(ids, pairs, asked.engine, asked.seed or 0, asked.linkages, told)
    return answer, likeliest_table(ids, pairs)


def _sweeps(done: int, most: int, rhat: float) -> None:
    end = "\n" if done >= most else ""
    print(f"\r{done:,} of at most {most:,} sweeps, R-hat {rhat:.3f}", end=end, file=sys.stderr, flush=True)


def _drawn(done: int, of: int) -> None:
    print(f"\r{done:,} of {of:,} linkages", end="\n" if done == of else "", file=sys.stderr, flush=True)
