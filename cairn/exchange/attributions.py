"""Who is said to have done it, and who said that it happened, as another recorder's tables have it."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.exchange.cells import Cells, Words, count
from cairn.exchange.mapping import Mapping
from cairn.values import Belligerent, Concession, Role, Verdict


@dataclass(frozen=True, slots=True)
class Attribution:
    """An incident and a belligerent. `belligerent` None: nobody could be named.

    `concession` is what the belligerent says of the incident; None where it has said nothing.
    """

    incident: str
    belligerent: Belligerent | None
    concession: Concession | None = None
    mgrs: str | None = None


@dataclass(frozen=True, slots=True)
class SourceOfIncident:
    """A source that reported an incident; `medium` and `language` as the recorder writes them."""

    incident: str
    source: str
    medium: str | None = None
    language: str | None = None


def read_attribution(cells: Cells, mapping: Mapping) -> tuple[Attribution, list[str]]:
    """One row of an attributions table, with what in it was not understood."""
    words = Words(cells, mapping)
    name = words.one("belligerent")
    role = words.known("role", Role) or Role.SUSPECTED
    verdict = words.known("verdict", Verdict) or Verdict.NONE
    counts = mapping.said.get("counts", {})
    killed = count(cells, counts.get("killed"), mapping)
    injured = count(cells, counts.get("injured"), mapping)
    said = name and (verdict is not Verdict.NONE or killed or injured)
    concession = Concession(name, verdict, killed, injured) if name and said else None
    who = Belligerent(name, role) if name else None
    return Attribution(words.needed("incident"), who, concession, words.one("mgrs")), words.notes


def read_source(cells: Cells, mapping: Mapping) -> tuple[SourceOfIncident, list[str]]:
    """One row of a sources table."""
    words = Words(cells, mapping)
    medium, language = words.one("medium"), words.one("language")
    return SourceOfIncident(
        words.needed("incident"), words.one("source") or "", medium, language
    ), words.notes
