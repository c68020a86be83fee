"""How common a word is in reports at large, from `common_words.tsv`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def common_words() -> dict[str, float]:
    """Folded word → share of reports that use it; a word that is not here is used by hardly any."""
    lines = files(__package__).joinpath("common_words.tsv").read_text("utf-8").splitlines()
    parts = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: int(per_mille) / 1000 for word, per_mille in parts}
