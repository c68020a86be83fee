"""A mapping file: in which columns another recorder keeps what, and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping as Words
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary, in_words
from cairn.exchange.shapes import insist_on

SHIPPED = Path(__file__).parent.parent / "vocabulary" / "mappings"
LARGEST = 1_000_000  # bytes of a mapping file: a larger one is a table that was named by mistake


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
    zone: str = "UTC"

    @classmethod
    def of(cls, said: Any) -> Column:
        if isinstance(said, str):
            return cls(said)
        if "given" in said:
            return cls(given=said["given"])
        form, zone = said.get("form", "iso"), said.get("zone", "UTC")
        return cls(said["column"], said.get("words", {}), said.get("separator"), form, None, zone)

    def theirs(self, ours: str) -> str:
        """The recorder's own word for one of ours."""
        return next((theirs for theirs, mine in self.words.items() if mine == ours), ours)


@dataclass(frozen=True)
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

    @cached_property
    def empty(self) -> frozenset[str]:
        """Cells that say "nobody said"."""
        return frozenset(["", *self.said.get("empty", ())])

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {}

    def column(self, key: str) -> Column | None:
        if key not in self.said:
            return None
        if key not in self._columns:
            self._columns[key] = Column.of(self.said[key])
        return self._columns[key]

    def needed(self, key: str) -> Column:
        found = self.column(key)
        if found is None:
            raise BadVocabulary(f"The mapping {self.name} has no “{key}”. Name the column that holds it.")
        return found


def mapping_names() -> list[str]:
    """The mappings that come with Cairn."""
    return sorted(path.stem for path in SHIPPED.glob("*.yml"))


def load_mapping(name: str | Path) -> Mapping:
    """A shipped mapping by its name, or a mapping file by its path. A slip in the file is named."""
    path = Path(name) if Path(name).suffix in (".yml", ".yaml") else SHIPPED / f"{name}.yml"
    if not path.is_file():
        known = ", ".join(mapping_names())
        raise BadVocabulary(
            f"There is no mapping {name}. Name one of {known}, or the path of a mapping file."
        )
    said = insist_on(_read(path), path)
    return Mapping(
        path.stem, str(said.get("title", path.stem)), said["kind"], said.get("format", "csv"), said
    )


def _read(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise BadVocabulary(f"{path} is too large for a mapping file. Name the mapping, not the table.")
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as problem:
        at = f", line {problem.problem_mark.line + 1}" if problem.problem_mark else ""
        raise BadVocabulary(f"The mapping file {path}{at} is not YAML: {problem.problem}. Mend it.") from None
    except UnicodeDecodeError:
        raise BadVocabulary(f"The mapping file {path} is not UTF-8 text. Save it again as UTF-8.") from None
    except (yaml.YAMLError, RecursionError, ValueError, OSError) as problem:
        raise BadVocabulary(
            f"The mapping file {path} cannot be read: {in_words(problem)[:200]}. Mend it."
        ) from None
