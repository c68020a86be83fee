"""A YAML file of the vocabulary, read with the fast reader where the platform has it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(name: str) -> Any:
    """What the file of this name in the vocabulary says, in plain lists, mappings, strings and numbers."""
    return yaml.load(files("cairn.vocabulary").joinpath(name).read_text("utf-8"), Loader)
