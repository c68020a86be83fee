"""Whether the files of a release say the same of every incident, and its answers follow from its incidents.

Hashes show a file that was altered; this shows a release whose manifest was written anew over altered files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cairn.exceptions import BadInput
from cairn.publish.ftm import EVENT
from cairn.publish.manifest import edition_in
from cairn.publish.recount import TOLD_AT_MOST, Engine, moved
from cairn.publish.rows import Row
from cairn.publish.versions import Version, Whole, read_incidents, read_inquiry, versions
from cairn.vocabulary.columns import Column, Table

LONG = 60  # letters of a cell from which only what differs is told
Cells = tuple[str, ...]


def disagreements(folder: Path, engine: Engine) -> Iterator[str]:
    """A sentence for everything in a release that differs from something else in it; none when all agree."""
    try:
        known, unread = read_incidents(folder)
        yield from unread
        inquiry = read_inquiry(folder)
        facts = engine.facts(known, inquiry.memberships, edition_in(folder).as_of)
    except BadInput as problem:
        yield str(problem)
        return
    whole = Whole(known, inquiry, facts)
    codes = whole.codes()
    for table, found in versions(folder, whole):
        yield from _differing(table, found, codes)
    yield from moved(known, inquiry, engine)


def _differing(table: Table, found: Sequence[Version], codes: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each thing that the files of one table do not agree on."""
    first, *others = found
    ours: dict[tuple[Column, ...], dict[str, tuple[int, ...]]] = {}
    apart: dict[str, None] = {}
    for other in others:
        shared = tuple(column for column in first.columns if column in other.columns)
        try:
            theirs = _prints(other, shared)
            ours[shared] = known = ours.get(shared) or _prints(first, shared)
        except BadInput as problem:
            yield str(problem)
            continue
        apart |= {key: None for key in {**known, **theirs} if known.get(key) != theirs.get(key)}
    told = list(apart)[:TOLD_AT_MOST]
    said = {version: rows for version in found if told and (rows := _rows_about(version, told)) is not None}
    for key in told:
        about = {version: rows.get(key, []) for version, rows in said.items()}
        yield from _explained(_named(key, table, codes), table, about)
    if len(apart) > len(told):
        yield f"In the table {table.name} {len(apart) - len(told):,} more differ between the files."


def _prints(version: Version, shared: Sequence[Column]) -> dict[str, tuple[int, ...]]:
    """The hash of each row, by what the row is about."""
    found: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for about, spelt in _each(version, shared):
        found[about] += (hash(spelt),)
    return found


def _rows_about(version: Version, keys: Sequence[str]) -> dict[str, list[Cells]] | None:
    """A file's rows about some things, a cell for each of its columns; None where it cannot be read."""
    found: dict[str, list[Cells]] = {key: [] for key in keys}
    try:
        for about, spelt in _each(version, version.columns):
            if about in found:
                found[about].append(spelt)
    except BadInput:
        return None
    return found


def _each(version: Version, shared: Sequence[Column]) -> Iterator[tuple[str, Cells]]:
    """What each row is about, so that a row that is missing shifts no other; and its cells."""
    for at, (cells, spelt) in enumerate(version.spelt(shared), 1):
        yield _about(cells) or f"row {at}", spelt


def _about(cells: Row) -> str:
    """The incident, or the question with its axes, or the column of a table; "" where a row has no name."""
    if "question" in cells:
        return ", by ".join(str(cells[name]) for name in ("question", "by") if name in cells)
    if "table" in cells:
        return f"{cells['table']}.{cells.get('column')}"
    return str(cells.get("incident") or cells.get("id") or "")


def _explained(name: str, table: Table, said: Mapping[Version, list[Cells]]) -> Iterator[str]:
    """What each file says, where they differ."""
    if len(counts := _grouped({one: _times(len(rows)) for one, rows in said.items()})) > 1:
        yield f"{name}: {_told(counts)}."
        return
    for at in range(min(map(len, said.values()))):
        for column in table.columns:
            cells = {
                one: rows[at][one.columns.index(column)]
                for one, rows in said.items()
                if column in one.columns
            }
            if len(grouped := _grouped(cells)) > 1:
                yield f"{name}: {column.name} is {_told(grouped)}."


def _grouped(said: Mapping[Version, str]) -> dict[str, list[str]]:
    """The files that say each thing."""
    by: defaultdict[str, list[str]] = defaultdict(list)
    for version, word in said.items():
        by[word].append(version.file)
    return by


def _told(said: Mapping[str, list[str]]) -> str:
    alike = enumerate(zip(*said, strict=False))
    at = next((at for at, letters in alike if len(set(letters)) > 1), min(map(len, said)))
    return "; ".join(f"{_near(at, word) or 'empty'} in {', '.join(files)}" for word, files in said.items())


def _near(at: int, word: str) -> str:
    """A long text only where it differs from the others."""
    if len(word) <= LONG:
        return word
    before, after = max(0, at - LONG // 2), at + LONG // 2
    return f"{'…' * bool(before)}{word[before:after]}{'…' * (after < len(word))}"


def _times(n: int) -> str:
    return {0: "missing", 1: "once"}.get(n, f"{n} times")


def _named(key: str, table: Table, codes: Mapping[str, str]) -> str:
    """What a difference is about, as a reader knows it."""
    incident = key.removeprefix(EVENT)
    if table.name in ("incidents", "ucdp") or incident in codes:
        name = f"Incident {codes.get(incident, incident)}"
    else:
        name = f"The total “{key}”" if table.name == "totals" else f"“{key}”"
    return name if table.name in ("incidents", "totals") else f"{name}, in the table {table.name}"
