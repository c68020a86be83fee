"""Why a question finds nothing though nothing is wrong: names that no incident bears, and missing grades."""

from __future__ import annotations

from collections.abc import Iterator

from cairn.total.answer import Answer
from cairn.total.coalitions import Coalitions
from cairn.total.facts.sql import Facts
from cairn.total.question import Question
from cairn.vocabulary.country_names import country_name
from cairn.vocabulary.fold import fold


def notes_on(answer: Answer, facts: Facts, coalitions: Coalitions) -> Iterator[str]:
    """A sentence for each name asked for that no incident of the record bears, and one where no incident is
    graded and a grade was asked for. Nothing where the question merely finds no incident."""
    asked = answer.question
    yield from _strange_belligerents(asked, facts, asked.known(coalitions))
    yield from _strange_countries(asked, facts)
    yield from _strange_places(asked, facts)
    if asked.grades and not answer.total.incidents and _ungraded(facts):
        yield "No incident of this record is graded, so none has a grade asked for: --grade all counts them."


def _strange_belligerents(asked: Question, facts: Facts, known: Coalitions) -> Iterator[str]:
    if not asked.belligerents:
        return
    held = {name for [name] in facts.rows("SELECT DISTINCT belligerent FROM facts_parties", ())}
    for name in asked.belligerents:
        if held.isdisjoint({name, *(each.member for each in known.of_coalition(name))}):
            yield (
                f"No incident of this record names “{name}”: --by belligerent with --grade all lists whom it"
                " names."
            )


def _strange_countries(asked: Question, facts: Facts) -> Iterator[str]:
    if not asked.countries:
        return
    held = {code for [code] in facts.rows("SELECT DISTINCT country FROM facts_places", ())}
    for code in asked.countries:
        if code not in held:
            yield f"No incident of this record lies in {country_name(code)} ({code})."


def _strange_places(asked: Question, facts: Facts) -> Iterator[str]:
    for name in asked.places:
        if not facts.rows("SELECT 1 FROM facts_areas WHERE name = ? LIMIT 1", (fold(name),)):
            yield f"No incident of this record lies in a place called “{name}”."


def _ungraded(facts: Facts) -> bool:
    """Whether there are incidents, and not one of them has a grade."""
    anything = facts.rows("SELECT 1 FROM facts WHERE until IS NULL LIMIT 1", ())
    graded = "SELECT 1 FROM facts WHERE until IS NULL AND grade IS NOT NULL LIMIT 1"
    return bool(anything) and not facts.rows(graded, ())
