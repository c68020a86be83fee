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
"""


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
