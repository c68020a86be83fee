"""Everything Cairn refuses, as one tree.

CairnError                   a sentence to a tired person: what was wrong, where, what to do
├── BadInput                 a file, row or line that cannot be read; the rest of the batch goes on
│   ├── CannotLearn          lists of people too short or too unlike for weights to be learned from them
│   ├── BadRange             a minimum above its maximum, or a count below nought
│   └── BadDate              a date that no calendar has, or that lies far in the future
├── BadVocabulary            a vocabulary or convention file that does not say what it must
├── LedgerError              the ledger's folder: missing, newer than this program, not writable, full
│   └── LedgerIsNewer        made by a later version; nothing was touched
├── ModelFailed              a language model gave no usable answer; what the grammar read stands
├── NotAllowed               this person may not do this to that record
└── Tampered                 bytes or the chain of changes do not match what was recorded

`in_words` says within such a sentence what the machine complained of.
"""

from __future__ import annotations

import json
import zlib


class CairnError(Exception):
    """A sentence to a tired person: what was wrong, where, and what to do."""


class BadInput(CairnError):
    """A file, row or line that cannot be read; the rest of the batch goes on."""


class CannotLearn(BadInput):
    """Two lists of people are too short or too unlike for weights to be learned from them."""


class BadRange(BadInput):
    """A minimum above its maximum, or a count below nought."""


class BadDate(BadInput):
    """A date that no calendar has, or that lies far in the future."""


class BadVocabulary(CairnError):
    """A vocabulary or convention file that does not say what it must."""


class LedgerError(CairnError):
    """The ledger's folder: missing, not writable, full, or not a ledger."""


class LedgerIsNewer(LedgerError):
    """The ledger was made by a later version of Cairn; nothing was touched."""


class ModelFailed(CairnError):
    """A language model gave no usable answer. What the grammar read stands."""


class NotAllowed(CairnError):
    """This person may not do this to that record."""


class Tampered(CairnError):
    """Bytes or the chain of changes do not match what was recorded."""


def in_words(problem: BaseException) -> str:
    """What a machine's own complaint says, as a part of a sentence: without its numbers and names of codecs.

    >>> in_words(FileNotFoundError(2, "No such file or directory", "people.csv"))
    'No such file or directory'
    """
    if isinstance(problem, UnicodeError):
        return "it is not UTF-8 text"
    if isinstance(problem, json.JSONDecodeError):
        return f"its JSON breaks at line {problem.lineno}, character {problem.colno}"
    for kind, words in _IN_WORDS.items():
        if isinstance(problem, kind):
            return words
    if isinstance(problem, KeyError):
        return f"“{problem.args[0] if problem.args else ''}” is missing"
    said = (problem.strerror if isinstance(problem, OSError) else "") or str(problem)
    return _DIGITS if "integer string conversion" in said else _first_line(said)


_DIGITS = "a number in it has thousands of digits"
_IN_WORDS: dict[type[BaseException], str] = {
    RecursionError: "it is nested too deeply",
    EOFError: "it ends in the middle",
    zlib.error: "it is damaged",
    TypeError: "it is laid out otherwise",
    AttributeError: "it is laid out otherwise",
    IndexError: "it is laid out otherwise",
}


def _first_line(said: str) -> str:
    return next(iter(said.strip().splitlines()), "it cannot be read").rstrip(".")
