"""What is said of claims and figures when they are explained; first, the rule by which each was read.

>>> claim_rule_in("they died: part")
'The people stand before a word that says what became of them, as in “three people died”. These people are \
some of a larger count that is told with them.'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from cairn.exceptions import BadVocabulary
from cairn.values import Quantifier, Scope, Way
from cairn.vocabulary.reasons import LANGUAGES
from cairn.vocabulary.yaml_file import read_yaml

DENIED, PART, MODEL = "denied: ", ": part", "model: "  # what a claim's rule may bear besides the way
_ALONE = ("denied", "part", "figure", "model")
_ISOLATED = "\u2068{}\u2069"  # a name keeps its own direction in the middle of a sentence


def claim_rule_in(rule: str, language: str = "eng") -> str:
    """What a claim's rule means. One that no longer is, from an earlier version, stays as it is written."""
    return " ".join(_sentences(rule, language))


def figure_rule_in(language: str = "eng") -> str:
    """What the rule of every figure means: which measure and unit, the figure says itself."""
    return str(_file()["figure"][language])


def _sentences(rule: str, language: str) -> Iterator[str]:
    if rule.startswith(MODEL):
        name = _ISOLATED.format(rule.removeprefix(MODEL))
        yield str(_file()["model"][language]).replace("{model}", name)
        return
    way = rule.removeprefix(DENIED).removesuffix(PART)
    if rule.startswith(DENIED) and way != Way.NOBODY_HARMED:
        yield str(_file()["denied"][language])
    known = _file()["ways"].get(way)
    yield str(known[language]) if known else way
    if rule.endswith(PART):
        yield str(_file()["part"][language])


def quantifier_in(quantifier: Quantifier, language: str = "eng") -> str:
    """What stood around a number."""
    return str(_file()["quantifiers"][quantifier][language])


def scope_in(scope: Scope, language: str = "eng") -> str:
    """What a count is of."""
    return str(_file()["scopes"][scope][language])


@cache
def words_in(language: str = "eng") -> Mapping[str, str]:
    """The words around what is explained: headings and the names of its parts."""
    return {name: str(said[language]) for name, said in _file()["words"].items()}


@cache
def _file() -> dict[str, Any]:
    """All of the file. Refuses one in which something has no sentence, in any of the languages."""
    said: dict[str, Any] = read_yaml("explained.yml")
    wanted: list[tuple[str, Any]] = [(way, said["ways"].get(way, {})) for way in Way]
    wanted += [(each, said["quantifiers"].get(each, {})) for each in Quantifier]
    wanted += [(each, said["scopes"].get(each, {})) for each in Scope]
    wanted += [(key, said.get(key, {})) for key in _ALONE]
    wanted += said["words"].items()
    for key, sentences in wanted:
        if wanting := [each for each in LANGUAGES if not sentences.get(each)]:
            raise BadVocabulary(
                f"explained.yml does not say “{key}” in {', '.join(wanting)}. Add its sentence."
            )
    return said
