"""Of what a sentence's counts are: one event, an aggregate, or another event told in passing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

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


class Scopes:
    """The scope of a sentence's counts; what stands in brackets speaks for itself alone."""

    def __init__(self, found: Sequence[Word], language: str) -> None:
        codes = tuple(dict.fromkeys((language, "eng", "ara"))) if language in languages() else ("eng", "ara")
        cues = _cues(codes)
        keys = [word[0] for word in found]
        self._brackets = list(_brackets(found)) if "(" in keys else []
        self._said: dict[int | None, set[str]] = {}
        free = 0
        for at in cues.starts(keys):
            match = cues.at(keys, at) if at >= free else None
            if match and match.value == "event":
                free = at + match.length  # the time in it is not that of the count
            elif match:
                self._said.setdefault(self._inside(found[at].start), set()).add(match.value)

    def at(self, offset: int) -> Scope:
        """The scope of a count that stands here."""
        said = self._said.get(self._inside(offset), set())
        if "toll" in said:
            return Scope.TOLL
        return Scope.BACKGROUND if said else Scope.INCIDENT

    def _inside(self, offset: int) -> int | None:
        here = bisect_right(self._brackets, offset, key=itemgetter(0)) - 1
        return self._brackets[here][0] if here >= 0 and offset < self._brackets[here][1] else None


def _brackets(found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for word in found:
        if word.key == "(":
            opened = word.start
        elif word.key == ")" and opened is not None:
            yield opened, word.end
            opened = None
