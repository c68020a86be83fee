"""An attack: one event that a report tells of, with or without people harmed."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.values.span import Span
from cairn.values.when import PartialDate
from cairn.values.where import Place
from cairn.values.who import Belligerent


@dataclass(frozen=True, slots=True)
class Means:
    """How it was done, by the vocabulary ("shooting"), and the words that say so."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A belligerent that is said to have done it, and the words by which the report calls it."""

    belligerent: Belligerent
    called: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attack:
    """`claims` are places among the reading's claims: none of them where nobody is said to be harmed.

    `doers` are those who did it as the report calls them where it names no party ("armed men").
    """

    span: Span
    date: PartialDate | None = None
    date_end: PartialDate | None = None
    place: Place | None = None
    parties: tuple[Party, ...] = ()
    doers: tuple[Span, ...] = ()
    means: tuple[Means, ...] = ()
    claims: tuple[int, ...] = ()
