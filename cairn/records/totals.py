"""Totals of a ledger: from its facts, which are made anew first where they are not in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db import connection

from cairn.records.facts import made as facts
from cairn.records.facts import tables as fact_tables
from cairn.records.queries import known_incidents
from cairn.total import Answer, Coalitions, Contested, Question, total
from cairn.total.coalitions import ALONE
from cairn.total.facts.answering import answer
from cairn.total.facts.unanswered import notes_on
from cairn.vocabulary.belligerents import memberships, named
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict


def answered(question: Question, conflict: Conflict = ANY_CONFLICT) -> Answer:
    """What the ledger's incidents add up to, as they were known at the end of the day asked for, UTC.

    A ledger that may only be read is answered from its records where its facts are not in step.
    """
    whose = question.belligerents or question.contested is Contested.MAXIMUM
    coalitions = Coalitions(memberships(conflict)) if whose else ALONE
    asked = replace(question, belligerents=as_the_ledger_names(question.belligerents))
    if in_step_or_made():
        held = fact_tables.LedgerFacts()
        found = answer(held, asked, coalitions)
        return replace(found, notes=tuple(notes_on(found, held, coalitions)))
    day = asked.as_of.last_day() if asked.as_of else None
    return total(known_incidents(day), asked, coalitions)


def in_step_or_made() -> bool:
    if facts.in_step():
        return True
    if _read_only():
        return False
    facts.make_anew()
    return True


def _read_only() -> bool:
    return connection.vendor == "sqlite" and "mode=ro" in str(connection.settings_dict["NAME"])


def as_the_ledger_names(belligerents: Sequence[str]) -> tuple[str, ...]:
    """Names as the ledger writes them, whatever the capitals; else as the vocabulary does ("Daesh" is ISIS);
    a name that neither has stays as it was asked."""
    if not belligerents:
        return ()
    rows = fact_tables.asked("SELECT DISTINCT belligerent FROM facts_parties")
    held = {str(name).casefold(): str(name) for [name] in rows}
    return tuple(held.get(name.casefold()) or named(name) or name for name in belligerents)
