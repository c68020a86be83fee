"""Files and folders → items: the bytes as they lie there, cut only where what came is several things in one.

Nothing here is read for what it says: that is for after the bytes are safe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO

from cairn.collect.files import Found, find_files, refusal
from cairn.collect.kinds import BESIDE_A_PAGE, HEAD, Kind, kind_of
from cairn.collect.warc_records import warc_items
from cairn.exceptions import BadInput
from cairn.values import Item, Remark

LARGEST = 256 << 20  # bytes that are kept as one capture; a larger report is no report
Received = Item | BadInput | Remark


def receive(
    paths: Sequence[Path], said: Mapping[str, str], leave: Collection[Path] = ()
) -> Iterator[Received]:
    """What lies at `paths`, in the order of names; in place of what cannot be taken in, why, and what to do.

    `said` is what the collector says of all of it. Files and folders in `leave` are left alone.
    """
    left: Counter[str] = Counter()
    for found in find_files(paths, leave):
        if not isinstance(found, Found):
            yield found
        elif not found.pointed_at and PurePath(found.name.lower()).suffix in BESIDE_A_PAGE:
            left[str(Found(found.path.parent, ""))] += 1
        else:
            yield from _file(found, said)
    for folder, count in sorted(left.items()):
        yield Remark(f"{folder}: {count} pictures, scripts or styles hold no words and were left alone.")


def _file(found: Found, said: Mapping[str, str]) -> Iterator[Received]:
    try:
        with found.path.open("rb") as file:
            head = file.read(HEAD)
            if not head.strip():
                raise BadInput("has nothing in it. Collect the report itself, or leave the file out.")
            kind = kind_of(found.name, head)
            file.seek(0)
            yield from _cut(file, kind, found, said)
    except BadInput as refused:
        yield BadInput(f"{found} {refused}")
    except OSError as problem:
        yield refusal(found.path, problem)


def _cut(file: BinaryIO, kind: Kind, found: Found, said: Mapping[str, str]) -> Iterator[Received]:
    if kind is Kind.LINES:
        yield from _lines(file, found, said)
    elif kind is Kind.WARC:
        yield from warc_items(file, found, said, LARGEST)
    else:
        body = file.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise BadInput(f"is larger than {LARGEST >> 20} MB. Cut it up into its reports.")
        yield Item(body, kind.value, found.name, said.get("address"), None, said)


def _lines(file: BinaryIO, found: Found, said: Mapping[str, str]) -> Iterator[Received]:
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            yield BadInput(f"{found}, line {number} is larger than {LARGEST >> 20} MB. Cut it up.")
            while line and not line.endswith(b"\n"):
                line = file.readline(LARGEST)
        elif line.strip():
            body = line.rstrip(b"\r\n")  # the break between two lines belongs to neither
            yield Item(body, Kind.OBJECT.value, f"{found.name}, line {number}", None, None, said)
