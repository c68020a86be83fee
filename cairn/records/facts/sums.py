"""The sums of the facts of today that a ledger keeps: changed with the facts, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection

from cairn.records.facts import tables as fact_tables
from cairn.records.many import parcels
from cairn.total.facts.keeping import added_up, counted_in
from cairn.total.facts.kept import COLUMNS, GROUPS


def count_in(incidents: Collection[int]) -> None:
    """Let the sums hold what is known of these incidents today."""
    _count(incidents)


def count_out(incidents: Collection[int]) -> None:
    """Take what is known of these incidents out of the sums: before it changes."""
    _count(incidents, "-")


def drop_empty() -> None:
    """Where nothing is left that was counted, no row is left."""
    fact_tables.done("DELETE FROM facts_sums WHERE incidents = 0")


def count_all() -> None:
    """The sums of all facts, in the place of none."""
    for group in range(len(GROUPS)):
        fact_tables.done(counted_in(group))


def _count(incidents: Collection[int], sign: str = "") -> None:
    for parcel in parcels(incidents, fact_tables.NUMBERS_A_QUESTION):
        these = f"f.incident IN ({', '.join(map(str, parcel))})"
        for group in range(len(GROUPS)):
            fact_tables.done(counted_in(group, these, sign))


def unlike_the_facts() -> bool:
    """Whether some sum is not what the facts add up to."""
    due = " UNION ALL ".join(added_up(group) for group in range(len(GROUPS)))
    kept = f"SELECT {', '.join(COLUMNS)} FROM facts_sums"
    both = (f"SELECT 1 FROM ({one} EXCEPT {other}) apart LIMIT 1" for one, other in _turns(due, kept))
    return any(fact_tables.asked(words) for words in both)


def _turns(due: str, kept: str) -> tuple[tuple[str, str], tuple[str, str]]:
    due = f"SELECT * FROM ({due}) due"
    return (due, kept), (kept, due)
