"""Worlds with answers we chose: incidents that never were, and noisy reports of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import accumulate

from cairn.values import (
    Belligerent,
    Claim,
    Evidence,
    Harm,
    PartialDate,
    Place,
    Precision,
    Quantifier,
    Range,
    Reading,
    ReportText,
    Span,
    Victim,
)

SYLLABLES = tuple(consonant + vowel for consonant in "bdfghjklmnqrstwz" for vowel in "aiu")
PLAIN = (
    *("the", "people", "were", "killed", "when", "a", "strike", "hit", "near", "said", "sources"),
    *("town", "on", "morning", "house", "wounded", "by", "fire", "local"),
)
DAYS = 365
SPOKEN = 20_000  # words of the background


@dataclass(frozen=True)
class Happened:
    """One incident as it was: what a report of it may say, if it says it right."""

    day: int
    place: Place
    killed: int
    by: str
    victim: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class World:
    evidence: list[Evidence]
    truth: dict[str, int]


def made_world(incidents: int, noise: float, seed: int = 1, background: int = 0) -> World:
    """So many incidents of two belligerents among a few dozen towns, each told of by one to five reports.

    `noise` is how likely a report is to leave out or get wrong each of its parts; `background` how many words
    it says beside its event, some common and most rare, as words are.
    """
    drawn = random.Random(seed)
    places = [_place(drawn, n) for n in range(max(12, incidents // 4))]
    happened = [_happened(drawn, places) for _ in range(incidents)]
    evidence, truth = [], {}
    for n, incident in enumerate(happened):
        for k in range(drawn.choice((1, 1, 2, 3, 5))):
            each = _report(drawn, f"{n:05}-{k}", incident, places, noise)
            evidence.append(each)
            truth[each.id] = n
    drawn.shuffle(evidence)
    if background:
        evidence = _longer(drawn, evidence, background)
    return World(evidence, truth)


def _longer(drawn: random.Random, evidence: list[Evidence], background: int) -> list[Evidence]:
    spoken = [_name(drawn, 3) for _ in range(SPOKEN)]
    often = list(accumulate(1 / rank for rank in range(1, SPOKEN + 1)))
    return [_and_more(each, drawn.choices(spoken, cum_weights=often, k=background)) for each in evidence]


def _and_more(each: Evidence, words: list[str]) -> Evidence:
    return replace(each, report=replace(each.report, text=f"{each.report.text} {' '.join(words)}"))


def b_cubed(truth: dict[str, int], labels: dict[str, str]) -> float:
    """The harmonic mean of how pure and how whole the groups are, over all reports."""
    pure = whole = 0.0
    by_truth, by_label = _groups(truth), _groups(labels)
    for id in truth:
        mine, theirs = by_truth[truth[id]], by_label[labels[id]]
        pure += len(mine & theirs) / len(theirs)
        whole += len(mine & theirs) / len(mine)
    return 2 * pure * whole / (pure + whole) / len(truth)


def _groups(labels: dict[str, object]) -> dict[object, set[str]]:
    groups: dict[object, set[str]] = {}
    for id, label in labels.items():
        groups.setdefault(label, set()).add(id)
    return groups


def _name(drawn: random.Random, syllables: int) -> str:
    return "".join(drawn.choice(SYLLABLES) for _ in range(syllables))


def _place(drawn: random.Random, n: int) -> Place:
    return Place(_name(drawn, 3), drawn.uniform(33, 37), drawn.uniform(36, 42), Precision.TOWN, id=f"p{n}")


def _happened(drawn: random.Random, places: list[Place]) -> Happened:
    return Happened(
        drawn.randrange(DAYS),
        drawn.choice(places),
        drawn.choice((1, 1, 2, 3, 4, 7, 12)),
        drawn.choice("AB"),
        f"{_name(drawn, 2)} {_name(drawn, 3)}",
        tuple(_name(drawn, 4) for _ in range(6)),
    )


def _report(drawn: random.Random, id: str, told: Happened, places: list[Place], noise: float) -> Evidence:
    def slips() -> bool:
        return drawn.random() < noise

    day = told.day + (drawn.choice((-1, 1, 2)) if slips() else 0)
    place = drawn.choice(places) if slips() else told.place
    killed = max(1, told.killed + (drawn.choice((-1, 1, 3)) if slips() else 0))
    names = () if slips() else (Victim(told.victim),)
    own = [word for word in told.words if not slips()]
    text = " ".join(drawn.sample(PLAIN, 10) + own[:3] + [place.name] + drawn.sample(PLAIN, 5))
    claim = Claim(Harm.KILLED, Range.exactly(killed), Quantifier.EXACT, Span.of(text, 0, 3))
    date = (
        None
        if slips()
        else PartialDate.on(PartialDate("2021-01-01").first_day().fromordinal(737791 + max(0, day)))
    )
    reading = Reading(
        "eng",
        (claim,),
        date=date,
        place=place,
        places=(place,),
        belligerents=(Belligerent(told.by),),
        people=names,
    )
    return Evidence(ReportText(id, text), reading, id)
