"""Bytes as text: by what they declare, by what they prove to be, and only then by the look of the words.

>>> decode("قتل مدنيان في الغارة".encode("windows-1256")).text
'قتل مدنيان في الغارة'
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cairn.exceptions import BadInput

_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Python's own and those of domain names: no page is written in them, and a long one takes for ever to read.
_NOT_OF_PAGES = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape"))
_WORD = re.compile(r"[^\s\x00-\x40\[-`{-\x7f]+")
_SAMPLE = 1 << 16  # bytes enough to know an encoding by
BROKEN_AT_MOST = 0.01  # of UTF-8 that a fault on the way has broken here and there
LIKELY_FROM = 0.7  # of the letters must stand in words of one script before a guess is one


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` begins behind `skipped` bytes of byte-order mark. `remark` is for a person, or ""."""

    text: str
    encoding: str
    skipped: int = 0
    remark: str = ""

    def byte_offset(self, offset: int) -> int:
        """The byte at which the character `offset` of the text begins."""
        return self.skipped + len(self.text[:offset].encode(self.encoding, "surrogateescape"))


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """The text of these bytes. Bytes that its encoding cannot have are kept as lone surrogates: see `clean`.

    Raises BadInput where no encoding makes words of them.
    """
    for mark, encoding in _BOMS.items():
        if body.startswith(mark):
            return _with_faults(body[len(mark) :], encoding, len(mark))
    for encoding in filter(None, ("utf-8", _usable(declared))):
        try:
            return Decoded(body.decode(encoding), encoding)
        except (UnicodeDecodeError, UnicodeError):
            continue
    if _mostly_utf_8(body):
        return _with_faults(body, "utf-8", 0)
    encoding = _guess(body[:_SAMPLE])
    guessed = _with_faults(body, encoding, 0)
    remark = f"it does not say in which encoding it is written, and was read as {encoding}"
    return Decoded(guessed.text, encoding, 0, remark)


def clean(text: str) -> str:
    """Text that every database and file can hold; as many characters as before, so that offsets stay true.

    Lone surrogates and nulls become the replacement character.
    """
    return re.sub("[\ud800-\udfff\x00]", "�", text)


def _with_faults(body: bytes, encoding: str, skipped: int) -> Decoded:
    faults = "replace" if encoding.startswith("utf-16") else "surrogateescape"  # which UTF-16 does not know
    text = body.decode(encoding, faults)
    faulty = clean(text) != text or text.encode(encoding, "surrogateescape") != body
    remark = "some of its bytes are not text, and stand as � in it" if faulty else ""
    return Decoded(text, encoding, skipped, remark)


def _usable(declared: str | None) -> str | None:
    """The declared encoding, where Python knows it as an encoding in which pages are written."""
    try:
        name = codecs.lookup((declared or "").strip("\"' ")).name if declared else None
        "".encode(name or "utf-8")  # what packs or turns bytes ("base64", "rot13") is no encoding of text
    except (LookupError, ValueError):
        return None
    return None if name and name.replace("_", "-") in _NOT_OF_PAGES else name


def _mostly_utf_8(body: bytes) -> bool:
    text = body.decode("utf-8", "replace")
    beyond_ascii = sum(character > "\x7f" for character in text)
    return text.count("�") <= BROKEN_AT_MOST * max(1, len(text)) and text.count("�") < beyond_ascii / 2


@cache
def _candidates() -> list[str]:
    said: list[str] = yaml.safe_load(files("cairn.vocabulary").joinpath("encodings.yml").read_text("utf-8"))
    return said


def _guess(sample: bytes) -> str:
    best, likeness = _candidates()[0], 0.0
    for encoding in _candidates():
        alike = _likeness(sample.decode(encoding, "replace"))
        if alike > likeness + 0.001:
            best, likeness = encoding, alike
    if likeness < LIKELY_FROM and not _mostly_ascii(sample):
        raise BadInput("its bytes are not text in any encoding we know; save it as text in UTF-8")
    return best


def _mostly_ascii(sample: bytes) -> bool:
    """Whether the words can be read whatever the few other characters are."""
    readable = sum(32 <= byte < 127 or byte in b"\t\n\r" for byte in sample)
    return readable >= 0.9 * len(sample)


def _likeness(text: str) -> float:
    """How much of what is not ASCII stands in words of one script and of one case, as people write them."""
    words = [_bare(word) for word in _WORD.findall(text) if not word.isascii()]
    beyond = sum(len(word) for word in words)
    return sum(len(word) for word in words if _is_word(word)) / beyond if beyond else 0.0


def _bare(word: str) -> str:
    """The word without the quotation marks, full stops and marks of direction around it."""
    while word and _stands_beside(word[-1]):
        word = word[:-1]
    while word and _stands_beside(word[0]):
        word = word[1:]
    return word


@cache
def _stands_beside(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Zs") or unicodedata.category(character)[0] == "P"


def _is_word(word: str) -> bool:
    kinds = [unicodedata.category(character)[0] for character in word]
    if kinds[:1] != ["L"] or any(kind not in "LM" for kind in kinds):
        return False
    scripts = {_script(character) for character in word}
    if len(scripts) > 1:
        return False
    if scripts == {"LATIN"} and sum(map(str.isascii, word)) < len(word) / 3:
        return False  # accents stand on some letters, not on all of them
    return word in (word.lower(), word.upper(), word.capitalize())


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "?").split()[0]
