"""A drawn line as it is read: Arabic from the right, numbers and other scripts in it from the left.

Files draw a line piece by piece, mostly from left to right, whatever its script, and with a sign of its own
for each form of a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from cairn.archive.pdf_words import Line, Piece

_NUMBER = re.compile(r"[٠-٩۰-۹][٠-٩۰-۹.,٫٬/]*")
_FORMS = re.compile(r"[ﬀ-ﬆﬓ-ﬗﭐ-﷿ﹰ-ﻼ]")  # ligatures, and letters as they are joined
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_BLANKS = re.compile(r"[^\S\n]+")


def as_read(line: Line) -> str:
    """The words of a line in the order in which a reader meets them."""
    pieces = line.pieces
    if _from_right("".join(piece.words for piece in pieces)):
        pieces = list(_right_to_left(pieces))
    words = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), "".join(p.words for p in pieces))
    return _BLANKS.sub(" ", words).strip()


def _right_to_left(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """From the right; but pieces of another script that stand together keep their order."""
    from_right = sorted(_turned(pieces), key=lambda piece: -piece.left)
    for other, together in groupby(from_right, key=_is_other):
        said = list(together)
        yield from reversed(said) if other else said


def _turned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Each piece as it is read. The library turned numbers too, but no sign behind other scripts."""
    behind_other = False
    for piece in pieces:
        if _is_other(piece):
            behind_other = True
            yield piece
            continue
        is_signs = not any(map(_is_from_right, piece.words))
        words = piece.words[::-1] if is_signs and behind_other else _numbers(piece.words)
        behind_other = behind_other and is_signs
        yield Piece(piece.left, words.translate(_MIRRORED))


def _is_other(piece: Piece) -> bool:
    """Words or numbers that are written from the left."""
    return bool(re.search(r"[^\W_]", piece.words)) and not any(map(_is_from_right, piece.words))


def _numbers(words: str) -> str:
    """Eastern digits are turned with the letters around them; here they are turned back."""
    return _NUMBER.sub(lambda number: number[0][::-1], words)


def _from_right(words: str) -> bool:
    letters = [word for word in words if word.isalpha()]
    return sum(map(_is_from_right, letters)) * 2 > len(letters)


def _is_from_right(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL", "AN")
