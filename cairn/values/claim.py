"""A claim: what one report says about one count of people, with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cairn.values.count import Quantifier, Range
from cairn.values.harm import Harm, Harmed
from cairn.values.span import Span
from cairn.values.when import PartialDate
from cairn.values.where import Place
from cairn.values.who import Belligerent, Victim


class Scope(StrEnum):
    """What the count is of. Only an incident's count may become an incident's figure."""

    INCIDENT = "incident"  # one event
    TOLL = "toll"  # an aggregate for an area and period: kept, in no total
    OTHER = "other"  # another event, told with a day and a place of its own
    BACKGROUND = "background"  # another event told in passing: history, comparison, supposition


@dataclass(frozen=True, slots=True)
class Claim:
    """`count` None: people were harmed and nobody said how many. `Range(0, 0)`: the text says nobody was.

    `date` to `date_end` is when the harm was done, as precisely as the text says. `attributed_to` is who is
    quoted for the number. `rule` names the rule that read it, for explanation.

    `part_of` is the place, among the reading's claims, of a count that holds these people ("five killed,
    among them three children"). `besides` are people over and above those told before ("another two").
    """

    kind: Harm
    count: Range | None
    quantifier: Quantifier
    span: Span
    who: Harmed = field(default_factory=Harmed)
    scope: Scope = Scope.INCIDENT
    date: PartialDate | None = None
    date_end: PartialDate | None = None
    place: Place | None = None
    belligerents: tuple[Belligerent, ...] = ()
    attributed_to: str | None = None
    people: tuple[Victim, ...] = ()
    rule: str = ""
    part_of: int | None = None
    besides: bool = False
