"""The methodology, generated from the same vocabulary that the program counts by."""

from __future__ import annotations

from typing import Any

from cairn.site.contents import Contents
from cairn.values import Range
from cairn.vocabulary.conventions import conventions
from cairn.vocabulary.grades import grades, strike_statuses


def context(contents: Contents, _: str) -> dict[str, Any]:
    said = conventions(contents.conflict.conventions)
    return {
        "version": said["version"],
        "vague": [(word, Range(low, high)) for word, (low, high) in said["vague"].items()],
        "accounts": list(said.get("accounts", {}).items()),
        "grades": grades(),
        "statuses": strike_statuses(),
        "conflict": contents.conflict,
        "waiting": sum(not known.reviewed for known in contents.incidents),
    }
