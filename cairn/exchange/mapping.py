"""A mapping file: in which columns another recorder keeps what, and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping as Words
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary

SHIPPED = Path(__file__).parent.parent / "vocabulary" / "mappings"
KINDS = ("incidents", "attributions", "sources", "figures")
FORMATS = ("csv", "json")


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and what the words in it mean; without `words` they mean themselves.

    `given` is a value that holds for every row and stands in no column.
    """

    name: str = ""
    words: Words[str, str] = field(default_factory=dict)
    separator: str | None = None
    form: str = "iso"
    given: str | None = None

    @classmethod
    def of(cls, said: Any) -> Column:
        if isinstance(said, str):
            return cls(said)
        return cls(
            said["column"],
            {str(theirs): str(ours) for theirs, ours in said.get("words", {}).items()},
            said.get("separator"),
            said.get("form", "iso"),
        )

    def theirs(self, ours: str) -> str:
        """The recorder's own word for one of ours."""
        return next((theirs for theirs, mine in self.words.items() if mine == ours), ours)


@dataclass(frozen=True, slots=True)
class Mapping:
    """`kind` is what a row tells of; `said` is the file itself, which the reader of that kind takes apart."""

    name: str
    title: str
    kind: str
    format: str
    said: Words[str, Any]

    @property
    def delimiter(self) -> str:
        return str(self.said.get("delimiter", ","))

    @property
    def empty(self) -> frozenset[str]:
        """Cells that say "nobody said"."""
        return frozenset(["", *self.said.get("empty", ())])

    def column(self, key: str) -> Column | None:
        return Column.of(self.said[key]) if key in self.said else None

    def needed(self, key: str) -> Column:
        found = self.column(key)
        if found is None:
            raise BadVocabulary(f"The mapping {self.name} has no “{key}”. Name the column that holds it.")
        return found


def mapping_names() -> list[str]:
    """The mappings that come with Cairn."""
    return sorted(path.stem for path in SHIPPED.glob("*.yml"))


def load_mapping(name: str | Path) -> Mapping:
    """A shipped mapping by its name, or a mapping file by its path."""
    path = Path(name) if Path(name).suffix in (".yml", ".yaml") else SHIPPED / f"{name}.yml"
    if not path.is_file():
        known = ", ".join(mapping_names())
        raise BadVocabulary(
            f"There is no mapping {name}. Name one of {known}, or the path of a mapping file."
        )
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise BadVocabulary(f"The mapping file {path} cannot be read: {problem}. Mend it.") from None
    if not isinstance(said, dict) or said.get("kind") not in KINDS:
        raise BadVocabulary(f"The mapping file {path} must say “kind:” as one of {', '.join(KINDS)}.")
    if said.get("format", "csv") not in FORMATS:
        raise BadVocabulary(f"The mapping file {path} says an unknown “format:”; it may be csv or json.")
    return Mapping(
        path.stem, str(said.get("title", path.stem)), said["kind"], said.get("format", "csv"), said
    )
