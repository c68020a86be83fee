"""The files of the vocabulary, as people who write no Python edit them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

FILES = sorted(file.name for file in files("cairn.vocabulary").iterdir() if file.name.endswith(".yml"))


def twice(node: yaml.Node) -> Iterator[str]:
    """The keys that stand twice in one mapping: a reader would keep the words of the last alone."""
    if isinstance(node, yaml.MappingNode):
        seen = [key.value for key, _ in node.value]
        yield from (key for at, key in enumerate(seen) if key in seen[:at])
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from twice(part)


@pytest.mark.parametrize("name", FILES)
def test_no_key_of_a_vocabulary_stands_twice(name):
    text = files("cairn.vocabulary").joinpath(name).read_text("utf-8")
    assert list(twice(yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))) == []


def test_a_key_that_stands_twice_is_found():
    assert list(twice(yaml.compose("signs: {one: [a], two: [b], one: [c]}"))) == ["one"]
