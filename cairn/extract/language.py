"""In which language a text is written: by its letters where they tell, else by a small model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import cast

from cairn.vocabulary.fold import fold
from cairn.vocabulary.languages import iso_639_3, small_words
from cairn.vocabulary.lexicon import single_words

_ENOUGH = 2000  # characters that tell the language as well as the whole text
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_LATIN_WORD = re.compile("[a-zß-ɏ]+")
_CYRILLIC_WORD = re.compile("[\u0400-\u04ff]+")
_HEBREW = re.compile("[\u05d0-\u05ea]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]+")
# Letters that only some languages of a script write, the most telling first.
_ARABIC_TELLS = (("[ێۆڕڵەڤ]", "ckb"), ("[ټډړښځڅېۍ]", "pus"), ("[ٹڈڑےں]", "urd"), ("[پچژگی]", "fas"))
_CYRILLIC_TELLS = (("[іїєґ]", "ukr"), ("[ыэъё]", "rus"))
_OTHER_SCRIPTS = re.compile("[\u0400-\u06d3]")
_TWO_LETTERS = re.compile("[A-Za-zÀ-ɏ][^A-Za-zÀ-ɏ]*[A-Za-zÀ-ɏ]")
_SCRIPTS = ((_ARABIC, "ara"), (_CYRILLIC, "rus"), (_HEBREW, "heb"))
_OF_LATIN = ("en", "fr", "es", "tr", "de", "it", "pt", "nl", "so", "ku")
_MOST_TELLING = 3  # small words of one language tell it without the model
_SLIPS = 0.05  # of them: so many may be another language's, in a name or a title
_SHARE = 0.08  # of the words: fewer may be names
_MOST_KNOWN, _SHARE_KNOWN, _TIMES_THE_NEXT = 5, 0.35, 3  # words that a language's grammar knows
_TELLING = 0.02  # of the letters: fewer are a name or a slip


def language_of(text: str, said: str | None = None) -> str | None:
    """The ISO 639-3 code. What the report said of itself is believed unless its letters deny it.

    None where there are too few letters to tell.
    """
    start = text[:_ENOUGH]
    by_script = _by_script(start)
    if said and (by_script is None or _same_script(said, by_script)):
        return said
    return by_script if by_script != "latin" else _latin(start)


def _by_script(text: str) -> str | None:
    if not _OTHER_SCRIPTS.search(text):
        return "latin" if _TWO_LETTERS.search(text) else None
    scripts = (*_SCRIPTS, (_LATIN, "latin"))
    counts = {code: sum(map(len, letters.findall(text))) for letters, code in scripts}
    code = max(counts, key=lambda each: counts[each] * (1 if each == "latin" else 2))
    if counts[code] < 2:
        return None
    tells = {"ara": _ARABIC_TELLS, "rus": _CYRILLIC_TELLS}.get(code, ())
    for letters, told in tells:
        if len(re.findall(letters, text.lower())) > _TELLING * counts[code]:
            return told
    return _by_words(text) if code == "rus" else code


def _by_words(text: str) -> str:
    """Without a telling letter (Загинули до восьми людей): Russian, unless more words are Ukrainian."""
    found = _CYRILLIC_WORD.findall(fold(text))
    ours = {code: sum(word in single_words(code) for word in found) for code in ("rus", "ukr")}
    return max(ours, key=lambda code: ours[code])


_SCRIPT_OF = {
    "ara": "arabic",
    "ckb": "arabic",
    "pus": "arabic",
    "urd": "arabic",
    "fas": "arabic",
    "prs": "arabic",
}
_SCRIPT_OF |= {"rus": "cyrillic", "ukr": "cyrillic", "heb": "hebrew"}


def _same_script(one: str, other: str) -> bool:
    return _SCRIPT_OF.get(one, "latin") == _SCRIPT_OF.get(other, "latin")


@cache
def _tellers() -> dict[str, str]:
    """Small word → the only language here of its letters that writes it."""
    return {word: code for code, words in small_words().items() for word in words}


@cache
def _classify() -> Callable[[str], tuple[str, float]]:
    """The model; loading it takes longer than reading a hundred reports, so that only doubt calls for it."""
    import py3langid

    py3langid.set_languages(list(_OF_LATIN))
    return cast("Callable[[str], tuple[str, float]]", py3langid.classify)


def _latin(text: str) -> str | None:
    written = _LATIN_WORD.findall(text.lower())
    told = Counter(map(_tellers().get, written))
    del told[None]
    (code, times), *_ = told.most_common(1) or [(None, 0)]
    least = max(_MOST_TELLING, len(written) * _SHARE)
    if times >= least and told.total() - times <= _SLIPS * times:
        return code
    return _by_grammar(written) or iso_639_3(_classify()(text)[0])


def _by_grammar(written: Sequence[str]) -> str | None:
    """The language whose grammar knows many of the words, and no other's nearly as many: a short text's."""
    known = Counter({code: sum(map(single_words(code).__contains__, written)) for code in small_words()})
    (code, times), (_, next_most) = known.most_common(2)
    least = max(_MOST_KNOWN, len(written) * _SHARE_KNOWN)
    return code if times >= least and times >= _TIMES_THE_NEXT * next_most else None
