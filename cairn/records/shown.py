"""What the public may see of the record, as the site's pages take it. Nothing confidential fits in here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cairn.values import Claim, Concession, Figure, Finding, PartialDate


@dataclass(frozen=True, slots=True)
class Captured:
    """Where a report's bytes lie, and the hash that shows they are the same bytes."""

    sha256: str
    size: int
    media_type: str
    address: str
    warc: str
    offset: int
    captured_at: dt.datetime
    collector: str


@dataclass(frozen=True, slots=True)
class Told:
    """A report that tells of an incident, with its claims. Of a confidential source only its day is told.

    `proposed` are claims that only a language model proposes: unreviewed, and in no figure.
    """

    id: str
    source: str | None
    capture: Captured | None
    part: int | None = None
    title: str | None = None
    text: str | None = None
    address: str = ""
    published: PartialDate | None = None
    language: str | None = None
    claims: tuple[Claim, ...] = ()
    confidential: bool = False
    proposed: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Admitted:
    """A belligerent's statement on an incident: its own `words`, or those that a report quotes.

    `match` is matched, ambiguous, new, none; `candidates` are ids of incidents, while it is not matched.
    `flips` is what the same belligerent said before, where this is another verdict.
    """

    concession: Concession
    stated_on: PartialDate | None
    report: Told | None
    words: str = ""
    quoted: bool = False
    match: str = "matched"
    candidates: tuple[str, ...] = ()
    flips: Concession | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """One judgement in an incident's history; `kind` is proposal, decision, rejection or import."""

    kind: str
    finding: Finding
    author: str
    reason: str
    conventions: str
    made_at: dt.datetime
    signed_off_by: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """What lies behind one incident: reports, admissions and judgements, each oldest first."""

    incident: str
    reports: tuple[Told, ...] = ()
    admissions: tuple[Admitted, ...] = ()
    assessments: tuple[Assessed, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source by name, with how many reports it gave and from when to when."""

    name: str
    medium: str
    reports: int
    first: PartialDate | None
    last: PartialDate | None


@dataclass(frozen=True, slots=True)
class Aside:
    """A toll or figure: kept beside the incidents and in no total."""

    value: Claim | Figure
    date: PartialDate | None
    report: Told | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A change as the corrections log tells it."""

    seq: int
    at: dt.datetime
    person: str
    action: str
    reason: str
    subject: str
    hash: str
