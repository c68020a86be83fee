"""The words around a place: kinds of places, "near", "countryside", "from". One table for all languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from cairn.exceptions import BadVocabulary
from cairn.values import Precision
from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.lexicon import single_words
from cairn.vocabulary.phrases import Phrases


@cache
def cues() -> Phrases[str]:
    """Phrase → what it says of a name beside it: a precision ("town") or the name of its list ("region").

    The first list that has a phrase decides, in this order: kinds, origin, aside, lands, region, before.
    """
    said: list[tuple[str, str]] = []
    for code in languages():
        for kind, phrases in (section(code, "where").get("kinds") or {}).items():
            said += [(phrase, _precision(kind, code)) for phrase in phrases]
    for name in ("origin", "aside", "lands", "region", "before"):
        said += [(phrase, name) for phrase in sorted(words(name))]
    return Phrases(said, hang_on=sorted(words("hang_on") | words("hang_on_article") | {"ال", "بال", "وال"}))


def _precision(kind: str, code: str) -> str:
    try:
        return Precision(kind).value
    except ValueError:
        raise BadVocabulary(
            f"“{kind}” in the section where of {code}.yml is no kind of place. See values/where.py for them."
        ) from None


@cache
def words(name: str) -> frozenset[str]:
    """The folded phrases of one of the lists: `near`, `hang_on`, `not_after` …"""
    return frozenset(
        fold(str(each)) for code in languages() for each in section(code, "where").get(name) or ()
    )


@cache
def no_places(code: str | None) -> frozenset[str]:
    """The words that are no name of a place by themselves in a language that says so (`own_words: never`)."""
    if not code or section(code, "where").get("own_words") != "never":
        return frozenset()
    return single_words(code) | frozenset(
        fold(str(word)) for words in section(code, "who").values() for word in words
    )


@lru_cache(maxsize=20_000)
def uninflected(word: str) -> tuple[str, ...]:
    """A folded name and what it may be called where no case bends it: харькове → харьков.

    The lists `endings` say which ending of a case stands for which of the name.
    """
    forms = [word]
    for size in (3, 2, 1, 0):
        if len(word) - size >= 2:
            stem = word[: len(word) - size]
            forms += [stem + ending for ending in _endings().get(word[len(word) - size :], ())]
    return tuple(dict.fromkeys(forms))


@cache
def _endings() -> Mapping[str, tuple[str, ...]]:
    said: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for ending, plain in (section(code, "where").get("endings") or {}).items():
            said[fold(ending)] = (*said.get(fold(ending), ()), *(fold(each) for each in plain))
    return said


@cache
def directions() -> Mapping[str, int]:
    """Direction → degrees from north."""
    said = (section(code, "where").get("directions") or {} for code in languages())
    return {fold(name): degrees for each in said for name, degrees in each.items()}


@cache
def this_city() -> Phrases[str]:
    """Phrases for the place where a report was written."""
    return Phrases((phrase, "this_city") for phrase in sorted(words("this_city")))


@cache
def before_streets() -> Phrases[str]:
    """Phrases that the name of a street follows: "block of", "rue"."""
    return Phrases((phrase, "street") for phrase in sorted(words("before_streets")))


@cache
def after_streets() -> frozenset[str]:
    """Words that follow the name of a street: "Avenue"."""
    return words("after_streets")
