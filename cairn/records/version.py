"""Which version of a step read, linked or graded: a hash of its code, the words it knows and the setting.

When any of them changes, what the step did before is due again.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import cairn
from cairn.records.models.fields import canonical
from cairn.values import to_json
from cairn.vocabulary.conflict import Conflict

_HOME = Path(cairn.__file__).parent
_WORDS = ("values", "vocabulary")


def reading_version(conflict: Conflict) -> str:
    """What a reading depends on."""
    return _version(("extract",), conflict)


def linking_version(conflict: Conflict) -> str:
    return _version(("extract", "link"), conflict)


def grading_version(conflict: Conflict) -> str:
    return _version(("grade", "link"), conflict)


def admitting_version(conflict: Conflict) -> str:
    return _version(("extract", "link"), conflict)


def _version(steps: tuple[str, ...], conflict: Conflict) -> str:
    said = canonical(to_json(replace(conflict, name="", places=())))
    own_places = [_contents(folder) for folder in conflict.places]
    return hashlib.sha256("\n".join([_code(steps), said, *own_places]).encode()).hexdigest()


@cache
def _code(steps: tuple[str, ...]) -> str:
    return "\n".join([cairn.__version__, *(_contents(_HOME / folder) for folder in (*steps, *_WORDS))])


def _contents(folder: Path) -> str:
    """A hash of every file in a folder; what Python compiled aside is left out."""
    hashed = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            hashed.update(path.relative_to(folder).as_posix().encode() + b"\0")
            hashed.update(hashlib.sha256(path.read_bytes()).digest())
    return hashed.hexdigest()
