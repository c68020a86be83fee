"""Questions and answers as a release keeps them: plain JSON, from which anybody can ask again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.total.answer import total
from cairn.total.coalitions import Coalitions
from cairn.total.facts.rows import TABLES, Book, Cells, as_number, fact_of
from cairn.total.question import Question
from cairn.total.table import as_json
from cairn.values import KnownIncident, PartialDate, from_json, to_json
from cairn.vocabulary.conflict import Membership


def as_asked(question: Question) -> dict[str, Any]:
    """Every part of the question, the empty ones too: no grades means all alleged, and not the default."""
    return {part.name: to_json(getattr(question, part.name)) for part in fields(question)}


def from_asked(asked: dict[str, Any]) -> Question:
    """The question that `as_asked` wrote. Refuses one with parts that this version does not know."""
    try:
        return from_json(Question, asked)
    except (TypeError, ValueError, KeyError, AttributeError) as problem:
        raise BadInput(
            f"it cannot be understood ({in_words(problem)}). A later version of Cairn may have asked it:"
            " install that."
        ) from None


def facts_asked(
    known: Iterable[KnownIncident], memberships: Sequence[dict[str, Any]], as_of: str
) -> dict[str, list[Cells]]:
    """The tables of facts as the record said on one day, without its history."""
    rows: dict[str, list[Cells]] = {table: [] for table in TABLES}
    book = Book(lambda table, cells: rows[table].append(cells))
    book.memberships(from_json(Membership, each) for each in memberships)
    since = as_number(PartialDate(as_of).last_day()) if as_of else 0
    for one in known:
        code = one.codes[0] if one.codes else ""
        book.fact(book.incident(one.id, code), fact_of(one), since)
    return rows


def answer_asked(
    known: Iterable[KnownIncident], asked: dict[str, Any], memberships: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The answer to a question that `as_asked` wrote, as `cairn total --format json` prints it."""
    sides = Coalitions(from_json(Membership, each) for each in memberships)
    return as_json(total(known, from_asked(asked), sides))
