"""Ages that a text tells: "7-year-old", "aged 12", "Basma Turek, 34, of Qarn".

Reports of one incident tell the ages of the same people, whether or not they name them; two incidents of one
town and week seldom strike people of one age.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import languages, section

HEAD = 2500  # letters of a text in which the people of its event are told
NEVER = "(?!)"
IN_WORDS = 20  # the age of a child is written as a word, that of a grown person in figures


def ages_said(text: str, language: str | None) -> frozenset[int]:
    """The ages in the head of a text of a language, in whole years or whatever unit they are told in.

    >>> sorted(ages_said("A five-year-old and Omar Dahan, 41, were hurt; it lasted 20 minutes.", "eng"))
    [5, 41]
    """
    return frozenset(_ages(fold(text[:HEAD]), language if language in languages() else "eng"))


def _ages(folded: str, language: str) -> Iterator[int]:
    for pattern in _patterns(language):
        for match in pattern.finditer(folded):
            yield _numbers(language).get(match[1]) or int(match[1])


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """A number before words for years that tell an age ("years old"), before the bare word for years where it
    stands apart, for that may count how long something took; behind a word for aged; alone behind a name.
    """
    years, aged = years_said(language), any_of(_signs(language, "aged"))
    bare = {each for each in years if each.isalpha()}
    said = [rf"(?:[,(] ?|\b(?=\d+-))(\d{{1,2}})[ -]?(?:{any_of(bare)})\b"] if bare else []
    if telling := any_of(years - bare):
        said.append(rf"\b(\d{{1,2}})[ -]*(?:{telling})\b")
        said.append(rf"\b({any_of(_numbers(language)) or NEVER})[ -]*(?:{telling})\b")
    if aged:
        said.append(rf"\b(?:{aged}) (\d{{1,2}})\b")
    return tuple(map(re.compile, (*said, r"(?<=[^\W\d_]), (\d{1,2})[,;.](?!\d)")))


def years_said(language: str) -> set[str]:
    """The folded phrases that make a number an age."""
    return _signs(language, "years")


def any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(phrases, key=lambda each: (-len(each), each)))


def _signs(language: str, name: str) -> set[str]:
    """Its phrases, written without the marks that join their words to a number."""
    said = section(language, "signs").get(name) or ()
    return {fold(phrase).strip("- ").replace(" - ", "-") for phrase in said}


@cache
def _numbers(language: str) -> Mapping[str, int]:
    words = (section(language, "numbers").get("words") or {}).items()
    return {fold(str(word)): int(number) for word, number in words if 0 < int(number) < IN_WORDS}
