"""An explained report in a terminal: its words in brackets that bear a label, then what each label says.

Brackets and not colours alone: not everybody sees them, and a pipe has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cairn.extract.explain import Explanation, Marked, Note
from cairn.values import Belligerent, Claim, Figure, Harmed, PartialDate, Place, Status, Victim
from cairn.vocabulary.explained import claim_rule_in, figure_rule_in, quantifier_in, scope_in, words_in

# A terminal obeys these wherever they come from: a report's words may not move its cursor or turn its lines.
_ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")

_COLOURS = {"killed": "red", "injured": "yellow", "missing": "magenta", "captured": "blue", "figure": "cyan"}


def show(console: Console, explained: Explanation) -> None:
    """The title and the words, marked; then every claim and figure."""
    said = words_in()
    console.rule(Text(harmless(explained.report.id), style="bold"), align="left")
    if explained.title:
        console.print(marked(explained.title, "bold"))
    console.print()
    console.print(marked(explained.text))
    console.print()
    if explained.reading.furniture:
        console.print(Text(said["in_braces"], style="dim"))
    console.print(_rows(_event(explained)))
    if not explained.notes:
        console.print(said["nothing"])
    for heading, notes in (
        (said["in_title"], explained.headline),
        (said["in_text"], explained.claims),
        (said["figures"], explained.figures),
    ):
        if notes:
            console.print(Text(f"\n{heading}", style="bold"))
        for note in notes:
            console.print(Text.assemble(f"[{note.label}] ", (_head(note), _style(note))))
            console.print(Padding(_rows(_fields(note)), (0, 0, 0, 4)))


def marked(pieces: Sequence[Marked], style: str = "") -> Text:
    """The words, each claim in brackets; where two cross, the closing one of the outer says whose it is.

    What the page added stands in braces.
    """
    shown, aside = Text(style=style), False
    for piece in pieces:
        if piece.furniture is not aside:
            shown.append("{" if piece.furniture else "}", style="dim")
            aside = piece.furniture
        for note in piece.begins:
            shown.append(f"[{note.label} ", style=_style(note, "bold"))
        inner = _style(piece.notes[-1]) if piece.notes else "dim" if piece.furniture else ""
        shown.append(harmless(piece.text), style=inner)
        still_open = list(piece.notes)
        for note in reversed(piece.ends):
            crossing = still_open[-1] is not note
            still_open.remove(note)
            shown.append(f" {note.label}]" if crossing else "]", style=_style(note, "bold"))
    return shown.append("}" if aside else "", style="dim")


def harmless(words: str) -> str:
    """The words without what a terminal would obey."""
    return _TURNS.sub("", _ORDERS.sub("�", words))


def _style(note: Note, more: str = "") -> str:
    kind = note.said.kind.value if isinstance(note.said, Claim) else "figure"
    return f"{_COLOURS[kind]} {more}".strip()


def _head(note: Note) -> str:
    if isinstance(note.said, Claim):
        return f"{note.said.kind}: {note.said.count or words_in()['unknown']}"
    low, high = note.said.value
    value = f"at least {low:,g}" if high is None else f"{low:,g}" if low == high else f"{low:,g}–{high:,g}"
    return f"{note.said.measure}: {value} {note.said.unit}"


Field = tuple[str, str]


def _event(explained: Explanation) -> Iterator[Field]:
    reading = explained.reading
    yield "event", ""
    yield "language", reading.language or ""
    yield "published", str(explained.report.published or "")
    yield "date", _days(reading.date, reading.date_end)
    yield "place", _place(reading.place)
    yield "by", _parties(reading.belligerents)
    yield "means", ", ".join(reading.means)
    if reading.struck:
        yield "hit", ", ".join(reading.struck.hit)
        yield "aimed_at", ", ".join(reading.struck.aimed_at)


def _fields(note: Note) -> Iterator[Field]:
    said = note.said
    if isinstance(said, Figure):
        yield "of", said.of or ""
        yield "date", str(said.date or "")
    else:
        yield "number", quantifier_in(said.quantifier)
        yield "people_of", _who(said.who)
        yield "scope", scope_in(said.scope)
        yield "date", _days(said.date, said.date_end)
        yield "by", _parties(said.belligerents)
        yield "people", "; ".join(map(_person, said.people))
        yield "part_of", note.part_of and f"[{note.part_of}]"
        yield "besides", words_in()["over_those"] if said.besides else ""
    yield "place", _place(said.place)
    yield "says", said.attributed_to or ""
    yield "quote", f"“{' '.join(said.span.phrase.split())}”"
    yield "rule", claim_rule_in(said.rule) if isinstance(said, Claim) else figure_rule_in()


def _rows(fields: Iterator[Field]) -> Table:
    """What is said; what nobody said is left out."""
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    for name, words in fields:
        if words or name == "event":
            rows.add_row(words_in()[name], Text(harmless(words)))
    return rows


def _who(who: Harmed) -> str:
    status = who.status.value if who.status is not Status.UNKNOWN else ""
    return ", ".join(filter(None, (status, who.group))) or words_in()["not_said"]


def _days(first: PartialDate | None, last: PartialDate | None) -> str:
    return str(first or "") if last in (None, first) else f"{first} to {last}"


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    precision = place.precision.value if place.precision else None
    return ", ".join(filter(None, (place.name, precision, place.country)))


def _parties(parties: Sequence[Belligerent]) -> str:
    return ", ".join(f"{each.name} ({each.role})" for each in parties)


def _person(person: Victim) -> str:
    told = (f"{person.age:g}" if person.age is not None else None, person.gender, person.group)
    known = ", ".join(filter(None, told))
    return f"{person.name} ({known})" if known else person.name
