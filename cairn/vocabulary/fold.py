"""Folding: one spelling for every way of writing a word, with the way back to what was written.

>>> fold("الرَّقّة") == fold("الرقه")
True
>>> text = "قصـ.ـف على الرقة"
>>> folded = fold_with_offsets(text)
>>> folded.text
'قصف علي الرقه'
>>> folded.span(0, 3)
(0, 6)
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

# One letter for all that readers take as one. Values may be longer or empty.
_SAME = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیئېێےۍ", "ي"),
    **dict.fromkeys("ؤۆۇۋ", "و"),
    **dict.fromkeys("ةەۀہھۃ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    "گ": "ك",
    "ڵ": "ل",
    "ڕ": "ر",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ء": "",  # written or left out at will: شهداء, شهدا
    "ـ": "",
    "ё": "е",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "æ": "ae",
    "œ": "oe",
    "ə": "a",
    **dict.fromkeys("،؍﹐", ","),
    "؛": ";",
    "؟": "?",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "۔": ".",
    **dict.fromkeys("‐‑‒–—―−﹣", "-"),
    **dict.fromkeys("“”„‟«»″❝❞", '"'),
    **dict.fromkeys("‘’‚‛′`´ʼʻʿʾʹ", "'"),
}
# Letters of their own, though Unicode takes them apart: й is not и.
_WHOLE = frozenset("йїЙЇ")
_MARK = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]")
_ARABIC = "\u0620-\u064a\u066e-\u06d3"
# A word broken so that a filter does not see it: strokes on both sides of the break (استـ ـشهاد), a stroke
# and a sign (قصـ.ف), or letters dealt out singly between dots (د.ا.عش). A stroke before a blank alone is no
# break: الـ 17.
_BREAK = re.compile(
    rf"(?<=ـ)[^\w\n]{{1,3}}(?=ـ)"
    rf"|(?<=[{_ARABIC}]ـ)[.,،*·•_/|~]{{1,3}}(?=[{_ARABIC}])"
    rf"|(?<=(?<![\w.])[{_ARABIC}])[.*·•](?=[{_ARABIC}])"
    rf"|(?<=[.*·•][{_ARABIC}])[.*·•](?=[{_ARABIC}])"
)
_MAY_BREAK = frozenset("ـ.*·•1١")
_ALEF_AS_ONE = re.compile(rf"(?<=(?<!\w)[{_ARABIC}])[1١](?=[{_ARABIC}])")  # د1عش
_DISGUISES = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    "$": "s",
    "!": "i",
}
_DISGUISED = re.compile(r"(?=.*[a-z].*[a-z])[a-z0-9@$!]*[a-z][013457@$!8]{1,3}[a-z][a-z0-9@$!]*")


class _Letters(dict[int, str]):
    """Code point → folded letters, learnt as they come."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


def _fold_letter(letter: str) -> str:
    if letter in _SAME:
        return _SAME[letter]
    if letter in _WHOLE:
        return letter.lower()
    if unicodedata.category(letter) in ("Cf", "Cc") and letter not in "\n\t\r":
        return ""
    if (digit := unicodedata.decimal(letter, None)) is not None:
        return str(digit)
    if letter != "\n" and letter.isspace():
        return " "
    plain = _MARK.sub("", unicodedata.normalize("NFKD", letter.casefold()))
    return "".join(_SAME.get(part, part) for part in plain)


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison. `starts[i]` is where its i-th letter stood; None: where it stands."""

    text: str
    original: str
    starts: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original, with the marks that its last letter bears."""
        if self.starts is None or not self.text:
            return start, end
        if end <= start:
            at = self.starts[start] if start < len(self.starts) else len(self.original)
            return at, at
        last = self.starts[end - 1] + 1
        while last < len(self.original) and _MARK.match(self.original[last]):
            last += 1
        return self.starts[start], last


def fold(text: str) -> str:
    """The text as it is compared: letters, digits and signs that readers take as one made one."""
    if text.isascii():
        return text.lower() if text.isprintable() else text.translate(_LETTERS)
    return _joined(text).translate(_LETTERS)


def fold_with_offsets(text: str) -> Folded:
    """The folded text and the way back to each letter of the original."""
    folded = fold(text)
    if len(folded) == len(text) and (text.isascii() or _keeps_length(text)):
        return Folded(folded, text)
    starts, pieces = array("I"), []
    for at, letter in enumerate(_joined(text, "\u200b")):
        if piece := _LETTERS[ord(letter)]:
            pieces.append(piece)
            starts.extend([at] * len(piece))
    return Folded("".join(pieces), text, starts)


def _keeps_length(text: str) -> bool:
    return all(len(_LETTERS[ord(letter)]) == 1 for letter in set(text)) and _joined(text) == text


def _joined(text: str, filler: str = "") -> str:
    """Broken words made whole; each letter taken out leaves `filler`."""
    if _MAY_BREAK.isdisjoint(text):
        return text
    return _BREAK.sub(lambda gap: filler * len(gap[0]), _ALEF_AS_ONE.sub("ا", text))


def is_disguised(word: str) -> bool:
    """Whether a folded Latin word has digits or signs where letters belong: ki11ed, de@d."""
    return not word.isalpha() and bool(_DISGUISED.fullmatch(word))


def undisguised(word: str) -> Iterator[str]:
    """The words that a disguised one may stand for, at most 16: ki11ed → killed, kiiied …"""
    choices = [_DISGUISES.get(letter, letter) for letter in word]
    for count, letters in enumerate(product(*choices)):
        if count == 16:
            return
        yield "".join(letters)
