"""Whether each published answer is what the incidents of the release add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.values import KnownIncident

Said = dict[str, Any]
Facts = Mapping[str, Sequence[Sequence[Any]]]  # rows by table, their cells in the order of its columns
Key = tuple[str, ...]
TOLD_AT_MOST = 20  # differences of one table or answer that are told one by one


@dataclass(frozen=True, slots=True)
class Engine:
    """The total step, as a release needs it: how a question is answered, and the facts that are counted.

    `answer` takes incidents, what is asked, and who was in which coalition; `facts`, incidents, coalitions
    and the day. `cairn.story` puts `cairn.total.asked` here: steps do not import each other.
    """

    answer: Callable[[Sequence[KnownIncident], Said, Sequence[Said]], Said]
    facts: Callable[[Sequence[KnownIncident], Sequence[Said], str], Facts]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The questions of a release. Each has its "name", what was "asked", and the "answer", as plain JSON;
    `memberships` are who belonged to which coalition, and when."""

    answers: Sequence[Said] = ()
    memberships: Sequence[Said] = ()


def moved(known: Sequence[KnownIncident], inquiry: Inquiry, engine: Engine) -> Iterator[str]:
    """A sentence for each number of a published answer that is not what the incidents add up to."""
    for each in inquiry.answers:
        found = list(_moved(each, lambda asked: engine.answer(known, asked, inquiry.memberships)))
        yield from found[:TOLD_AT_MOST]
        if len(found) > TOLD_AT_MOST:
            name = each["answer"]["question"]
            yield f"In the answer to “{name}” {len(found) - TOLD_AT_MOST:,} more numbers do not follow."


def _moved(each: Said, ask: Callable[[Said], Said]) -> Iterator[str]:
    said = each["answer"]
    by = ", ".join(each["asked"]["by"])
    name = f"The total “{said['question']}{', by ' if by else ''}{by}”"
    try:
        found = ask(each["asked"])
    except (BadInput, KeyError, TypeError) as problem:
        yield f"{name} cannot be asked again: {in_words(problem)}."
        return
    if found["question"] != said["question"]:
        yield f"{name} is not what was asked: that is “{found['question']}”."
    yield from _apart(name, said, found)
    yield from _apart(name, said["total"], found["total"])
    theirs, ours = (_by_key(each["asked"], answer["rows"]) for answer in (said, found))
    for key in dict.fromkeys([*theirs, *ours]):
        row = f"{name}, {', '.join(key)}"
        if key not in theirs or key not in ours:
            why = "follows from the incidents and is not there" if key in ours else "has no incidents"
            yield f"{row}: this row {why}."
        else:
            yield from _apart(row, theirs[key], ours[key])


def _by_key(asked: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> dict[Key, Mapping[str, Any]]:
    return {tuple(str(row.get(axis) or "not said") for axis in asked["by"]): row for row in rows}


def _apart(name: str, said: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """Numbers that differ; what only a later version of Cairn says is not held against an earlier release."""
    for key in said:
        if key in found and key not in ("question", "rows", "total") and said[key] != found[key]:
            published, right = _spelt(said[key]), _spelt(found[key])
            yield f"{name}: {key.replace('_', ' ')} is {published} as published and {right} by the incidents."


def _spelt(number: Any) -> str:
    if not isinstance(number, list):
        return "unknown" if number is None else str(number)
    low, high = number
    return f"at least {low}" if high is None else f"{low}–{high}"
