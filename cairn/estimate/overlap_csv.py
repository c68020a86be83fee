"""Reading and writing an overlap table as a CSV file: `pattern,count`, or a column for each list and a last
one `count`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from cairn.estimate.overlap import OverlapTable
from cairn.exceptions import BadInput, in_words

# More people than have ever lived: a slip of the keyboard.
MOST_PEOPLE = 1e11
UNKNOWN = {"", "na", "nan", "?"}


def read_table(text: str, name: str = "the table") -> OverlapTable:
    """The overlap table written in a CSV file. BadInput says which row is wrong and how to mend it."""
    try:
        written = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")))
    except csv.Error as problem:
        raise BadInput(f"{name} is not a CSV file ({in_words(problem)}). Save it as CSV in UTF-8.") from None
    rows = [row for row in written if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise BadInput(f"{name} is empty. Write a heading, pattern,count, and a row for each pattern.")
    heading = [cell.strip() for cell in rows[0]]
    if heading[-1].lower() != "count" or len(heading) < 2:
        raise BadInput(
            f"{name} has the columns {', '.join(heading)}. Give it pattern,count, "
            "or a column of 0 and 1 for each list and a last one named count."
        )
    counts: dict[str, int] = {}
    for number, pattern, count in _cells(rows, name):
        if pattern in counts:
            raise BadInput(f"{name}, row {number}: the pattern {pattern} stands there twice. Add the two up.")
        counts[pattern] = count
    return OverlapTable(_lists(heading, counts), counts)


def write_table(table: OverlapTable) -> str:
    """The table as `read_table` reads it: what a reader downloads beside an estimate."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow([*table.lists, "count"])
    rows.writerows([*pattern, count] for pattern, count in sorted(table.counts.items()))
    return written.getvalue()


def _cells(rows: Sequence[Sequence[str]], name: str) -> Iterator[tuple[int, str, int]]:
    width = len(rows[0])
    for number, row in enumerate(rows[1:], 2):
        if len(row) != width:
            raise BadInput(f"{name}, row {number} has {len(row)} cells where the heading has {width}.")
        pattern = "".join(cell.strip().strip("'") for cell in row[:-1])
        written = row[-1].strip()
        if "1" not in pattern and written.lower() in UNKNOWN:
            continue
        yield number, pattern, _count(written, f"{name}, row {number}")


def _count(written: str, where: str) -> int:
    try:
        number = float(written)
    except ValueError:
        raise BadInput(f"{where}: {written!r} is not a number of people.") from None
    if not 0 <= number <= MOST_PEOPLE or number != int(number):
        raise BadInput(f"{where}: {written} people. Write a whole number, nought or more.")
    return int(number)


def _lists(heading: Sequence[str], counts: dict[str, int]) -> tuple[str, ...]:
    if len(heading) > 2 or heading[0].lower() != "pattern":
        return tuple(heading[:-1])
    return tuple(f"list {place + 1}" for place in range(len(next(iter(counts), ""))))
