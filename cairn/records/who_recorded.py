"""Who recorded whom: the people whom each list names among the dead, in the reports of a ledger.

A list is a source, or the sources that cairn.toml joins under one name. Words that several sources copy from
one another count for the list that published them first: a copy is no second witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.exceptions import BadInput
from cairn.link.events import told_apart
from cairn.link.listed import ListedPerson, listed_person
from cairn.link.names import frame, name_parts
from cairn.records import setting
from cairn.records.evidence import gather, newest_readings
from cairn.records.ledger import Ledger
from cairn.records.models import Report
from cairn.values import Evidence, Harm, Reading, Victim

LEAST = 10  # people a source must name to be a list of its own
MOST = 8  # lists; with more, nobody can tell how they depend on one another
UNNAMED = "confidential source"
Named = dict[str, list[ListedPerson]]


@dataclass(frozen=True, slots=True)
class Recorded:
    """`lists` by name; `short` are sources that name too few people to be one, with how many; `copied` counts
    names left out because another list had published the same words before."""

    lists: Mapping[str, Sequence[ListedPerson]]
    short: Mapping[str, int]
    copied: int = 0


def who_recorded(ledger: Ledger) -> Recorded:
    """The lists of a ledger. Refuses, saying what to write in cairn.toml, where there are too many."""
    joined = setting.read_lists(ledger.path)
    known = gather(newest_readings(), ledger.conflict)
    named, copied = _by_list(known, _names_of_lists(joined))
    lists = {name: people for name, people in named.items() if name in joined or len(people) >= LEAST}
    if len(lists) > MOST:
        raise BadInput(
            f"{len(lists)} sources name {LEAST} of the dead or more each; at most {MOST} lists can be taken. "
            'Join sources that draw on one another in cairn.toml: [lists], then press = ["…", "…"].'
        )
    short = {name: len(people) for name, people in named.items() if name not in lists}
    return Recorded(lists, short, copied)


def _names_of_lists(joined: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The list that each report counts for, by its id."""
    group = {source: name for name, sources in joined.items() for source in sources}
    rows = Report.objects.filter(withdrawn_at=None, source__isnull=False).order_by("source_id", "id")
    hidden: dict[str, str] = {}
    found: dict[str, str] = {}
    for report, source, confidential in rows.values_list("id", "source__name", "source__confidential"):
        own = hidden.setdefault(source, f"{UNNAMED} {len(hidden) + 1}") if confidential else source
        found[report] = group.get(source, own)
    return found


def _by_list(
    known: Sequence[Evidence], list_of: Mapping[str, str]
) -> tuple[dict[str, list[ListedPerson]], int]:
    first: dict[str, str] = {}
    people: dict[str, dict[str, ListedPerson]] = defaultdict(dict)
    copied = 0
    for each in sorted((one for one in known if one.id in list_of), key=_published):
        name = list_of[each.id]
        if first.setdefault(each.origin or each.id, name) != name:
            copied += sum(1 for _ in _dead(each))
            continue
        for person in _dead(each):
            people[name].setdefault(_key(person), person)
    return {name: list(found.values()) for name, found in sorted(people.items())}, copied


def _published(each: Evidence) -> tuple[bool, int, str]:
    day = each.report.published
    return day is None, day.first_day().toordinal() if day else 0, each.id


def _dead(each: Evidence) -> Iterator[ListedPerson]:
    """Those whom the report names among the dead, each with the day and place of the event told."""
    for reading in told_apart(each.reading, each.report.text):
        for victim in _killed(reading.people):
            row = _row(f"{each.id} {reading.event} {victim.start}", victim, reading)
            yield listed_person(row)


def _killed(people: Iterable[Victim]) -> Iterator[Victim]:
    return (victim for victim in people if victim.harm == Harm.KILLED.value)


def _row(id: str, victim: Victim, reading: Reading) -> dict[str, str | None]:
    return {
        "id": id,
        "name": victim.name,
        "name_ar": victim.name_ar,
        "age": None if victim.age is None else str(victim.age),
        "sex": victim.gender,
        "date": reading.date.text if reading.date else None,
        "place": reading.place.name if reading.place else None,
    }


def _key(person: ListedPerson) -> str:
    """Alike for a person whom one list names twice: the same name, age and day."""
    name = " ".join(map(frame, name_parts(person.name_en or person.name_ar)))
    return f"{name} {person.age} {person.day}"
