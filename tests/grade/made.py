"""Invented evidence for the tests of grade."""

from __future__ import annotations

from typing import Any

from cairn.values import (
    Belligerent,
    Claim,
    Evidence,
    Group,
    Harm,
    Harmed,
    PartialDate,
    Quantifier,
    Range,
    Reading,
    ReportText,
    Role,
    Span,
    Status,
    Victim,
)


def killed(n: int | Range | None, by: str | None = None, **more: Any) -> Claim:
    return claim(Harm.KILLED, n, by, **more)


def injured(n: int | Range | None, by: str | None = None, **more: Any) -> Claim:
    return claim(Harm.INJURED, n, by, **more)


def claim(
    kind: Harm,
    n: int | Range | None,
    by: str | None = None,
    status: Status = Status.CIVILIAN,
    group: Group | None = None,
    quantifier: Quantifier = Quantifier.EXACT,
    **more: Any,
) -> Claim:
    count = Range.exactly(n) if isinstance(n, int) else n
    return Claim(kind, count, quantifier, Span(0, 1, "x"), Harmed(status, group), attributed_to=by, **more)


def several(by: str | None = None, **more: Any) -> Claim:
    return killed(2, by, quantifier=Quantifier.VAGUE, **more)


def up_to(n: int) -> Claim:
    return killed(Range(0, n), quantifier=Quantifier.UP_TO)


def report(
    *claims: Claim,
    id: str = "r1",
    source: str | None = None,
    published: str | None = None,
    origin: str = "",
    by: tuple[str | Belligerent, ...] = (),
    date: str | None = None,
    people: tuple[Victim, ...] = (),
    text: str = "x",
    **more: Any,
) -> Evidence:
    words = ReportText(id, text, source=source, published=PartialDate(published) if published else None)
    named = tuple(one if isinstance(one, Belligerent) else Belligerent(one) for one in by)
    quoted = tuple(dict.fromkeys(claim.attributed_to for claim in claims if claim.attributed_to))
    reading = Reading(
        "eng",
        claims,
        speakers=quoted,
        date=PartialDate(date) if date else None,
        belligerents=named,
        people=people,
        **more,
    )
    return Evidence(words, reading, origin or id)


def striker(name: str) -> Belligerent:
    return Belligerent(name, Role.CLAIMS)
