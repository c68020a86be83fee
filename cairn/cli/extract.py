"""`cairn extract`: the claims and figures of each report, each with its span."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from cairn.archive.report_line import report_text
from cairn.cli.lines import Said, answer_lines
from cairn.exceptions import BadInput
from cairn.story import extract
from cairn.values import Attack, Claim, Reading, to_json


def register(app: typer.Typer) -> None:
    app.command(name="extract")(command)


def command(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines on standard input (the only way yet).")
    ] = True,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="Ask this language model too, at --model-address.")
    ] = "",
    model_address: Annotated[
        str, typer.Option(metavar="URL", help="An OpenAI-compatible address. The key: CAIRN_MODEL_KEY.")
    ] = "",
    explain: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Show this file's words with each claim marked; - for words typed in."
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="PAGE.html", help="Explain on a page instead; - to print it.")
    ] = None,
    page_in: Annotated[str, typer.Option("--in", help="The language of that page: en or ar.")] = "en",
    title: Annotated[str, typer.Option(help="The title of what is explained, where it has none.")] = "",
    published: Annotated[str, typer.Option(help="Its day of publication, where it does not say.")] = "",
    language: Annotated[str, typer.Option(help="Its language (en, ara …), where it does not say.")] = "",
    country: Annotated[
        list[str] | None, typer.Option(help="A country it may speak of (SY); repeatable.")
    ] = None,
) -> None:
    """Read reports as JSON lines; write their claims, figures and events as JSON lines.

    With `--explain FILE` (a text, a web page, or anything that `cairn collect` reads) show instead each
    report's words with every claim and figure marked, and the rule that read it.

    With `--model` and `--model-address`, `by_model` holds besides what a language model proposes and stands
    in the text. The reports leave this machine for that address.
    """
    if model or model_address:
        if explain is not None:
            raise BadInput("`--explain` shows what Cairn reads itself. Leave out --model.")
        from cairn.cli.by_model import answer_lines_by_model
        from cairn.model.setting import ModelSetting

        answer_lines_by_model(ModelSetting(model_address, model))
        return
    if explain is None:
        answer_lines(answer)
        return
    from cairn.cli.explain import asked, explain_in_terminal, explain_on_page  # a batch need not wait for it

    wanted = asked(explain, country or (), title=title, published=published, language=language)
    whole = explain_on_page(wanted, html, page_in) if html else explain_in_terminal(wanted)
    if not whole:
        raise typer.Exit(1)


def answer(said: Said) -> Mapping[str, Any]:
    report = report_text(said)
    return {"id": said["id"], **reading_as_said(extract(report))}


def reading_as_said(reading: Reading) -> dict[str, Any]:
    return {
        "language": reading.language,
        "claims": [claim_as_said(claim) for claim in reading.claims],
        "figures": [_with_its_span(to_json(figure)) for figure in reading.figures],
        "means": list(reading.means),
        "struck": to_json(reading.struck),
        "events": [event_as_said(attack) for attack in reading.attacks],
    }


def event_as_said(attack: Attack) -> dict[str, Any]:
    """An event that the report tells of; `claims` are places in the list of claims."""
    said = to_json(replace(attack, parties=(), doers=(), means=(), claims=()))
    return {
        **{key: part for key, part in said.items() if key != "span"},
        **{"start": attack.span.start, "end": attack.span.end},
        "claims": list(attack.claims),
        "belligerents": [
            {**to_json(party.belligerent), "phrases": sorted({each.phrase for each in party.called})}
            for party in attack.parties
        ],
        "doers": [each.phrase for each in attack.doers],
        "means": [{"means": each.name, "phrase": each.span.phrase} for each in attack.means],
    }


def claim_as_said(claim: Claim) -> dict[str, Any]:
    """A claim as the batch contract has it: its span laid open, its count there even when unknown."""
    said = _with_its_span(to_json(claim))
    return {"count": None, "belligerents": [], "who": {"status": "unknown"}, **said}


def _with_its_span(said: dict[str, Any]) -> dict[str, Any]:
    return {**{key: part for key, part in said.items() if key != "span"}, **said["span"]}
