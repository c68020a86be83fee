"""Agencies and monitors by their names in every language: whom two reports quote alike."""

from __future__ import annotations

import re
from functools import cache

from cairn.exceptions import BadVocabulary
from cairn.vocabulary.fold import fold
from cairn.vocabulary.phrases import Phrases
from cairn.vocabulary.yaml_file import read_yaml

_WORD = re.compile(r"[^\W_]+|\S")


def agency(speaker: str) -> str | None:
    """The agency that a speaker is or speaks for, by the name we know it under; None for anybody else.

    >>> agency("المرصد السوري لحقوق الإنسان"), agency("a Reuters correspondent"), agency("local sources")
    ('Syrian Observatory for Human Rights', 'Reuters', None)
    """
    keys = [fold(word) or word for word in _WORD.findall(speaker)]
    return next((match.value for _, match in _known().all_in(keys)), None)


@cache
def _known() -> Phrases[str]:
    rows = read_yaml("agencies.yml")
    if not isinstance(rows, list) or not all({"name", "names"} <= set(row) for row in rows):
        raise BadVocabulary("agencies.yml is not a list of agencies, each with its name and its names.")
    return Phrases((phrase, row["name"]) for row in rows for phrase in row["names"])
