"""`cairn link suggest`: the pairs that are worth a person's time, the worthiest first."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.cli.ledger import to_read
from cairn.records.linking.suggesting import doubts, questions


def suggest(words: Sequence[str], most: int) -> None:
    """Print what is in doubt in a ledger, so many pairs at most, and how to answer."""
    to_read(words, [])
    found = doubts()
    if not found:
        print("Nothing is in doubt between reports.")
        return
    print(f"{len(found):,} in doubt: cairn review same | different | unsure A B --by NAME --reason WHY")
    for one in questions(found[:most]):
        for line in one.lines():
            print(f"  {line}")
    if len(found) > most:
        print(f"{len(found) - most:,} more: --most shows them.")
