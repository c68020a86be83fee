"""All facts of a ledger as they follow from its records: written for a release, and made anew where due."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from cairn.records.facts import sums
from cairn.records.facts import tables as fact_tables
from cairn.records.facts.history import AT_ONCE, all_stories, write_into
from cairn.records.models import Change
from cairn.records.refusals import in_plain_words
from cairn.total.facts.rows import Book, Cells
from cairn.vocabulary.belligerents import memberships
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict

MOST_IN_HAND = 50 * AT_ONCE


def fact_rows(put: Callable[[str, Cells], None], conflict: Conflict = ANY_CONFLICT) -> None:
    """Every row of every table, with the whole history; the same records give the same rows in one order."""
    book = Book(put)
    book.memberships(memberships(conflict))
    for story in all_stories():
        write_into(book, story)


def in_step() -> bool:
    """Whether the facts hold all that the records say."""
    return (fact_tables.made_up_to() or 0) == last_change()


def make_anew() -> None:
    """Make all facts from the records, whole or not at all."""
    with in_plain_words(), transaction.atomic():
        fact_tables.emptied()
        rows: list[tuple[str, Cells]] = []

        def put(table: str, cells: Cells) -> None:
            rows.append((table, cells))
            if len(rows) >= MOST_IN_HAND:
                fact_tables.put(rows)
                rows.clear()

        fact_rows(put)
        fact_tables.put(rows)
        sums.count_all()
        fact_tables.are_made_up_to(last_change())


def last_change() -> int:
    return Change.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
