"""What each kind of mapping may say and must: a slip is one sentence that names it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from cairn.exceptions import BadDate, BadVocabulary
from cairn.exchange.checking import (
    Check,
    bounds,
    column,
    day,
    each,
    either,
    encoding,
    keys,
    mark,
    one_of,
    under,
    word,
    words_listed,
    yes_or_no,
)
from cairn.exchange.short import short
from cairn.values import Counted, Finding, Grade, Group, Precision, Role, StrikeStatus, Verdict

FORMATS = ("csv", "json")
COUNTS = tuple(each.name for each in fields(Finding) if each.type == "Range | None")


def insist_on(said: Any, path: Path) -> dict[str, Any]:
    """What the file says, as it stands, or BadVocabulary with what is wrong, where, and what to do."""
    try:
        if not isinstance(said, dict) or str(said.get("kind")) not in KINDS:
            raise ValueError(f"must say “kind:” as one of {', '.join(KINDS)}")
        keys(said, {"kind": word, **COMMON, **KINDS[said["kind"]]}, "")
        for key in NEEDED[said["kind"]]:
            if key not in said:
                raise ValueError(f"has no “{key}:”. Name the column that holds it")
    except (ValueError, BadDate) as problem:
        raise BadVocabulary(f"The mapping file {path} {str(problem).rstrip('.')}.") from None
    return said


def _figures(said: Any, at: str) -> None:
    if not isinstance(said, list) or not said:
        raise ValueError(f"says {short(said)} for “{at}:”. Write a list: - {{measure: …, column: …}}")
    for number, part in enumerate(said, 1):
        keys(part, FIGURE, f"{at}, entry {number}")
        if not {"measure", "column"} <= set(part):
            raise ValueError(f"needs a measure and a column in “{at}”, entry {number}")


_PLACE: dict[str, Check] = {
    **dict.fromkeys(("name", "name_ar", "lat", "lon"), word),
    "within": words_listed,
    "country": either(dict, column(), word),
    "precision": column(Precision),
}
_GROUPS = under(dict.fromkeys(Group, bounds))
COMMON: dict[str, Check] = {
    "title": word,
    "format": one_of(FORMATS),
    "delimiter": mark,
    "decimal": mark,
    "encoding": encoding,
    "empty": words_listed,
}
FIGURE: dict[str, Check] = {
    "measure": word,
    "counted": one_of(Counted),
    "column": either(list, bounds, word),
    "of": word,
    "unit": word,
}
KINDS: dict[str, dict[str, Check]] = {
    "incidents": {
        "id": column(),
        "codes": words_listed,
        "date": column(None, "end"),
        "place": under(_PLACE),
        "belligerents": column(),
        "grade": column(Grade),
        "no_harm": under({"column": word, "is": word}),
        "strike_status": column(StrikeStatus),
        "means": column(),
        "reports": word,
        "counts": under(dict.fromkeys(COUNTS, bounds)),
        "killed_by_group": _GROUPS,
        "injured_by_group": _GROUPS,
        "reviewed": yes_or_no,
        "told": words_listed,
    },
    "attributions": {
        "incident": column(),
        "belligerent": column(),
        "role": column(Role),
        "verdict": column(Verdict),
        "counts": under(dict.fromkeys(("killed", "injured"), bounds)),
        "mgrs": column(),
    },
    "sources": dict.fromkeys(("incident", "source", "medium", "language"), column()),
    "figures": {
        "id": either(list, words_listed, column()),
        "date": column(),
        "said_on": column(),
        "days": column(),
        "hours": column(),
        "since": either(dict, column(), day),
        "attributed_to": column(),
        "place": under({"name": either(dict, column(), word), "country": either(dict, column(), word)}),
        "measure": either(dict, column(), word),
        "unit": either(dict, column(), word),
        "counted": column(Counted),
        "of": each(either(list, bounds, word)),
        "whose": column(),
        "value": bounds,
        "figures": _figures,
    },
}
NEEDED = {
    "incidents": ("id",),
    "attributions": ("incident", "belligerent"),
    "sources": ("incident", "source"),
    "figures": ("date",),
}
