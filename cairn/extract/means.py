"""How it was done: the means of attack that a text names, those nearest to the harm first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cairn.extract.sentences import stands_in
from cairn.extract.words import Word
from cairn.values import Means, Span
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases

_SMALL = ("و", "ف", "ب", "ل", "ال", "بال", "وال", "لل", "وب")


@cache
def _known() -> Phrases[str]:
    said = (
        (phrase, means)
        for code in languages()
        for means, phrases in section(code, "means").items()
        for phrase in phrases
    )
    return Phrases(said, hang_on=_SMALL)


def means_named(text: str, words: Sequence[Word]) -> list[Means]:
    """Every means of attack that a text names, in its order."""
    found = _known().all_in([word.key for word in words])
    return [
        Means(match.value, Span.of(text, words[at].start, words[at + match.length - 1].end))
        for at, match in found
    ]


def find_means(words: Sequence[Word], sentences: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The means named in these sentences, in their order; else all that the text names."""
    keys = [word.key for word in words]
    found = [(words[at].start, match.value) for at, match in _known().all_in(keys)]
    sentences = sorted(set(sentences))
    here = [means for at, means in found if stands_in(sentences, at)]
    return tuple(dict.fromkeys(here or [means for _, means in found]))
