"""Of what a sentence's counts are: one event, an aggregate, or another event told in passing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cairn.extract.words import Word
from cairn.values import Scope
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases


@cache
def _cues(languages_of_text: tuple[str, ...]) -> Phrases[str]:
    pairs = [
        (phrase, name)
        for code in languages_of_text
        for name, phrases in section(code, "scope").items()
        for phrase in phrases
    ]
    hang_on = ("و", "ف") if "ara" in languages_of_text else ()
    return Phrases(pairs, hang_on=hang_on)


def scope_of(found: Sequence[Word], language: str) -> Scope:
    """The scope that the words of a sentence give its counts; an incident's, where no word says otherwise."""
    codes = tuple(dict.fromkeys((language, "eng", "ara"))) if language in languages() else ("eng", "ara")
    cues = _cues(codes)
    keys = [word.key for word in found]
    said = {match.value for at in range(len(keys)) if (match := cues.at(keys, at))}
    if "toll" in said:
        return Scope.TOLL
    return Scope.BACKGROUND if said else Scope.INCIDENT
