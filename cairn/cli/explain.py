"""`cairn extract --explain`: a report's words with every claim and figure marked, and the rule of each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console

from cairn.archive.readable import Readable, readable
from cairn.cli.in_terminal import show
from cairn.collect.kinds import Kind
from cairn.collect.receive import receive
from cairn.exceptions import BadInput, in_words
from cairn.extract.explain import Explanation, explain
from cairn.story import extract
from cairn.values import Item, Remark, ReportText
from cairn.vocabulary.languages import iso_639_3
from cairn.vocabulary.published import published_date

STANDARD = Path("-")


@dataclass(frozen=True, slots=True)
class Asked:
    """What to explain, and what is known of it where it does not say so itself."""

    path: Path
    said: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()


def asked(path: Path, countries: Sequence[str], **said: str) -> Asked:
    """Raises BadInput where the language or the day is none."""
    if said.get("language") and iso_639_3(said["language"]) is None:
        raise BadInput(f"No language is called “{said['language']}”. Write its code: en, eng, ar, ara …")
    if said.get("published") and published_date(said["published"]) is None:
        raise BadInput(f"“{said['published']}” is not a day. Write it as 2017-05-12.")
    known = {key: words for key, words in said.items() if words}
    return Asked(path, known, tuple(code.upper() for code in countries))


def explain_in_terminal(wanted: Asked) -> bool:
    """Show each report; True where all could be read."""
    console, whole = Console(highlight=False, markup=False), True
    for each in explanations(wanted):
        if isinstance(each, Explanation):
            show(console, each)
        else:
            whole = _told(each) and whole
    return whole


def explain_on_page(wanted: Asked, page: Path, language: str) -> bool:
    """Write one page of all the reports, or print it for “-”; True where all could be read."""
    from cairn.site.explained import LANGUAGES, page_of  # the terminal need not wait for Django

    if language not in LANGUAGES:
        raise BadInput(f"A page is written in {' or '.join(LANGUAGES)}, not in “{language}”.")
    shown, whole = [], True
    for each in explanations(wanted):
        if isinstance(each, Explanation):
            shown.append(each)
        else:
            whole = _told(each) and whole
    if not shown:
        return False
    written = page_of(shown, language).encode("utf-8")
    if page == STANDARD:
        sys.stdout.buffer.write(written)
        return whole
    try:
        page.write_bytes(written)
    except OSError as problem:
        raise BadInput(f"Cannot write {page}: {in_words(problem)}. Name another file.") from None
    return whole


def _told(said: BadInput | Remark) -> bool:
    print(said, file=sys.stderr)
    return isinstance(said, Remark)


def explanations(wanted: Asked) -> Iterator[Explanation | BadInput | Remark]:
    """Each report of the file, read and explained; in place of one that cannot be read, why."""
    for item in _items(wanted):
        if not isinstance(item, Item):
            yield item
            continue
        for found in readable(item.body, item.media_type, item.said, item.came_from):
            if isinstance(found, Readable):
                yield from map(Remark, found.remarks)
                report = _named(found, item, wanted)
                yield explain(report, extract(report))
            else:
                yield found


def _items(wanted: Asked) -> Iterator[Item | BadInput | Remark]:
    if wanted.path != STANDARD:
        yield from receive([wanted.path], wanted.said)
    else:
        yield Item(sys.stdin.buffer.read(), Kind.PLAIN.value, "standard input", said=wanted.said)


def _named(found: Readable, item: Item, wanted: Asked) -> ReportText:
    """The report under the name it has, or else by where it came from."""
    row = "" if found.part is None else f", row {found.part}"
    report = found.report
    return replace(
        report, id=report.id or f"{item.came_from}{row}", countries=report.countries or wanted.countries
    )
