"""A report as a JSON object, alone or in a list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cairn.archive.decoding import decode
from cairn.exceptions import BadInput, in_words

NO_OBJECT = "it is JSON, but no object; write an object with an id and a text"
Row = Mapping[str, object]
KNOWN = ("id", "text", "title", "published", "language", "source", "medium", "countries", "address", "url")


def json_reports(body: bytes, charset: str | None) -> Iterator[tuple[int | None, Row | BadInput]]:
    """The object, or each object of the list with its place in it."""
    decoded = decode(body, charset)
    try:
        said: Any = json.loads(decoded.text)
    except json.JSONDecodeError as problem:
        raise BadInput(_what_is_wrong(decoded.text, problem)) from None
    except ValueError as problem:  # a whole number of more digits than Python will read
        raise BadInput(
            f"it is not JSON that can be read ({in_words(problem)}); mend it and collect it again"
        ) from None
    except RecursionError:
        raise BadInput("its JSON is nested too deeply; write one object with an id and a text") from None
    if isinstance(said, dict):
        yield None, _row(said)
    elif isinstance(said, list):
        for part, each in enumerate(said, 1):
            yield part, _row(each) if isinstance(each, dict) else BadInput(NO_OBJECT)
    else:
        raise BadInput(NO_OBJECT)


def _row(said: dict[str, Any]) -> Row | BadInput:
    for key in ("id", "title", "published", "language", "source", "medium", "address", "url"):
        if isinstance(said.get(key), dict | list):
            return BadInput(f"its “{key}” is a list or an object; write it as one text")
    countries = said.get("countries") or []
    if not isinstance(countries, list) or not all(isinstance(each, str) for each in countries):
        return BadInput("its “countries” are not a list of codes such as [“SY”]; mend it and collect again")
    kept = {key: said[key] for key in KNOWN if key in said}
    unknown = sorted(set(said) - set(KNOWN))
    return kept | {
        "countries": countries,
        "address": said.get("address") or said.get("url"),
        "remark": f"its {', '.join(map(repr, unknown))} is archived and not read" if unknown else "",
    }


def _what_is_wrong(text: str, problem: json.JSONDecodeError) -> str:
    if problem.pos >= len(text.rstrip()) or problem.msg.startswith("Unterminated"):
        return "its JSON ends in the middle; collect the whole file again"
    return f"it is not JSON ({problem.msg}, character {problem.pos}); mend it and collect it again"
