"""Says who: the speakers a text quotes, and the one on whose word a claim stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from cairn.extract.words import Word
from cairn.vocabulary.fold import fold
from cairn.vocabulary.who_words import phrases
from cairn.vocabulary.who_words import words as who_words

_LONGEST = 9  # words in the name of a speaker
_PRONOUNS_IN_A_ROW = 50  # "he said … he said": whoever spoke before so many of them is not looked for
_VERB = attrgetter("verb")
_STOPS = frozenset(',.;:!?"()[]—-–|·')


class Speaker(NamedTuple):
    """A speaker quoted in the text; the words that say so ("said", "according to") stand at `verb`."""

    start: int
    end: int
    name: str
    verb: int


def find_speakers(text: str, words: Sequence[Word]) -> list[Speaker]:
    """Every speaker that the text quotes by name or by kind ("local sources"), in order."""
    return list(_find(text, words, [word.key for word in words]))


@cache
def _openers() -> frozenset[str]:
    """The words at which a speaker may be looked for."""
    lists = ("according_to", "according_to_after", "says")
    return frozenset(word for name in lists for word in phrases(name).firsts)


def _find(text: str, words: Sequence[Word], keys: Sequence[str]) -> Iterator[Speaker]:
    according, according_after = phrases("according_to"), phrases("according_to_after")
    says = phrases("says")
    begin, free = _openers(), 0
    for at in compress(range(len(keys)), map(begin.__contains__, keys)):
        if at < free:
            continue
        if match := according.at(keys, at):
            named = _after(text, words, keys, at + match.length)
        elif match := according_after.at(keys, at):
            named = _before(text, words, keys, at)
        elif match := says.at(keys, at):
            arabic = _is_arabic(keys[at])
            named = None if arabic else _before(text, words, keys, at)
            named = named or _after(text, words, keys, at + match.length)
        else:
            continue
        if named:
            start, end = words[named[0]].start, words[named[1] - 1].end
            yield Speaker(start, end, " ".join(text[start:end].split()), words[at].start)
        free = at + match.length


def _before(text: str, words: Sequence[Word], keys: Sequence[str], verb: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a verb: "The Observatory for Human Rights | said"."""
    last = verb
    while last > 0 and keys[last - 1] in who_words("helping"):
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST and _may_belong(text, words, keys, first - 1):
        first -= 1
    return _trimmed(text, words, keys, first, last)


def _after(text: str, words: Sequence[Word], keys: Sequence[str], first: int) -> tuple[int, int] | None:
    """The noun phrase that begins after "according to" or an Arabic verb."""
    last = first
    while last < len(keys) and last - first < _LONGEST and _goes_on(text, words, keys, first, last):
        last += 1
    return _trimmed(text, words, keys, first, last)


def _may_belong(text: str, words: Sequence[Word], keys: Sequence[str], at: int) -> bool:
    if "\n" in text[words[at].end : words[at + 1].start]:
        return False
    key = keys[at]
    return _is_name(text, words[at]) or key in who_words("speakers") or key in who_words("speaker_links")


def _goes_on(text: str, words: Sequence[Word], keys: Sequence[str], first: int, at: int) -> bool:
    if at > first and "\n" in text[words[at - 1].end : words[at].start]:
        return False
    key = keys[at]
    if key in _STOPS or key in who_words("speaker_ends"):
        return key in ("(", '"', "-") and at == first
    if _is_arabic(key):
        return not key.isdigit()
    return _is_name(text, words[at]) or key in who_words("speakers") or key in who_words("speaker_links")


def _is_arabic(key: str) -> bool:
    """Arabic has no capitals, and puts the speaker behind the verb."""
    return key >= "\u0600"


def _is_name(text: str, word: Word) -> bool:
    return text[word.start].isupper() or text[word.start] == "@"


def _trimmed(
    text: str, words: Sequence[Word], keys: Sequence[str], first: int, last: int
) -> tuple[int, int] | None:
    """Without the small words at its edges; None where no name or kind of speaker is left."""
    while first < last and not _may_end(text, words[last - 1]):
        last -= 1
    while first < last and _is_edge(text, words[first]):
        first += 1
    named = any(
        keys[at] in who_words("speakers") or _is_name(text, words[at]) or _is_arabic(keys[at])
        for at in range(first, last)
    )
    return (first, last) if named and first < last else None


def _is_edge(text: str, word: Word) -> bool:
    """A small word or mark that begins no name; in capitals it is a name: "the UN", though "un" is French."""
    capitals = word.end - word.start > 1 and text[word.start : word.end].isupper()
    return word.key in _STOPS or (word.key in who_words("speaker_edges") and not capitals)


def _may_end(text: str, word: Word) -> bool:
    if word.key in _STOPS:
        return False
    return (
        _is_name(text, word)
        or word.key in who_words("speakers")
        or word.key not in who_words("speaker_links")
    )


def _is_pronoun(speaker: Speaker) -> bool:
    return fold(speaker.name) in who_words("pronouns")


def speaker_of(
    found: Sequence[Speaker], sentence: tuple[int, int], paragraph: tuple[int, int], at: int
) -> str | None:
    """On whose word stands what is told at `at`: the nearest speaker of its sentence.

    In a quotation that runs on, it is the speaker of the sentence before or after in the same paragraph.
    """
    first = bisect_left(found, sentence[0], key=_VERB)
    here = found[first : bisect_left(found, sentence[1], first, key=_VERB)]
    for each in sorted(here, key=lambda each: abs(each.verb - at)):
        if not _is_pronoun(each):
            return each.name
    if here:
        told_before = reversed(found[max(0, first - _PRONOUNS_IN_A_ROW) : first])
        before = next((each for each in told_before if not _is_pronoun(each)), None)
        return before.name if before and before.verb >= paragraph[0] else None
    return None
