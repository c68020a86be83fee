"""A cell as a sentence can quote it: a cell may hold a megabyte, a message may not."""

from __future__ import annotations

LONGEST = 60


def short(said: object) -> str:
    """The words of a cell on one line, cut where they are long.

    >>> short("a" * 70)[-12:], short("two\\nlines")
    ('aaaaaaaaaaa…', 'two lines')
    """
    words = " ".join(str(said)[: LONGEST * 4].split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
