"""Whether the facts that totals are counted from are those that the records say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cairn.records.facts import tables as fact_tables
from cairn.records.facts.history import AT_ONCE, all_stories, write_into
from cairn.records.facts.made import in_step
from cairn.records.facts.renewing import versions_held, versions_in
from cairn.records.facts.sums import unlike_the_facts
from cairn.records.many import parcels
from cairn.total.facts.rows import TABLES, Book, Cells, number_of

NAMED = ("facts_parties", "facts_places", "facts_areas")
AFRESH = "Find out who wrote into the database, then run `cairn total --afresh`."


def unlike_the_records() -> Iterator[str]:
    """A sentence for each incident of which totals count something else than its records say, or one where
    the sums kept of the incidents are others.

    Facts that are not in step are not looked at: nothing is counted from them before they are made anew.
    """
    if not in_step():
        return
    well = True
    for sentence in _facts_unlike():
        well = False
        yield sentence
    if well and unlike_the_facts():  # of facts that were altered the sums are others anyway
        yield f"The sums that totals go by are not those of the incidents. {AFRESH}"


def _facts_unlike() -> Iterator[str]:
    due: dict[str, list[Cells]] = defaultdict(list)
    book = Book(lambda table, cells: due[table].append(cells))
    met: set[int] = set()
    for told in parcels(all_stories(), AT_ONCE):
        due["facts"], due["facts_conceded"] = [], []
        for story in told:
            write_into(book, story)
        codes = {number_of(str(story.incident.id)): story.code for story in told}
        should = versions_in([(table, row) for table in ("facts", "facts_conceded") for row in due[table]])
        held = versions_held(codes)
        met |= codes.keys()
        for number, code in codes.items():
            if should.get(number, {}) != held.get(number, {}):
                yield f"What totals count of {code} is not what its records say. {AFRESH}"
    for [stranger] in fact_tables.asked("SELECT DISTINCT incident FROM facts"):
        if stranger not in met:
            yield f"Totals count an incident, number {stranger}, that no record has. {AFRESH}"
    yield from _misnamed(due)


def _misnamed(due: dict[str, list[Cells]]) -> Iterator[str]:
    """Parties and places that stand for others than those their numbers follow from."""
    for table in NAMED:
        held = set(fact_tables.asked(f"SELECT {', '.join(TABLES[table])} FROM {table}"))
        numbers = {row[0] for row in due[table]}
        if set(due[table]) != {row for row in held if row[0] in numbers}:
            what = table.removeprefix("facts_")
            yield f"The {what} that totals go by are not those that the records say. {AFRESH}"
